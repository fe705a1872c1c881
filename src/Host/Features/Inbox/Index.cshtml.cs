using CaseFlow.Domain;
using CaseFlow.Host.Runtime;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseFlow.Host.Features.Inbox;

/// <summary>The staff's workbench: views with live counts, the list, the task.</summary>
[Authorize(Roles = StaffRoles.TaskHolders)]
public sealed class IndexModel(TaskQueries tasks, TaskSheets sheets, TimeProvider time) : PageModel
{
    public InboxView Inbox { get; private set; } = null!;

    /// <summary>What stands in the third pane.</summary>
    public TaskSheet? Open { get; private set; }

    /// <summary>The task of the address is not there any more.</summary>
    public bool Gone { get; private set; }

    /// <summary>On a phone: which of the three panes the address asks for.</summary>
    public string Pane { get; private set; } = "list";

    public async Task OnGetAsync(
        string? view,
        string? service,
        int? step,
        string? q,
        string? task,
        string? pane,
        CancellationToken ct
    )
    {
        var reader = User.ToActor();
        var filter = InboxFilter.Of(view, service, step, q, task);
        Inbox = InboxView.Of(
            await tasks.OpenAsync(reader, ct),
            await tasks.WaitingOnMembersAsync(reader, ct),
            filter,
            time.GetUtcNow()
        );
        Pane =
            filter.Task is not null ? "task"
            : pane == "views" ? "views"
            : "list";
        if (filter.Task is null)
            return;
        try
        {
            Open = await sheets.OpenAsync(filter.Task, reader, ct);
        }
        catch (RefusalException)
        {
            Gone = true;
        }
    }
}
