using CaseFlow.Domain;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Features.Inbox;
using CaseFlow.Host.Features.Requests;
using CaseFlow.Host.Runtime;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Host.Features.Portal;

/// <summary>What waits for the member, what was begun, and where every request stands.</summary>
[Authorize(Roles = Role.Member)]
public sealed class RequestsModel(
    IMediator mediator,
    MyCases cases,
    MyDrafts drafts,
    MyTasks tasks,
    IStringLocalizer<Texts> texts
) : PageModel
{
    public IReadOnlyList<TaskItem> Waiting { get; private set; } = [];

    public IReadOnlyList<DraftItem> Drafts { get; private set; } = [];

    public IReadOnlyList<MyCase> Cases { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var me = User.ToActor();
        Waiting = await tasks.OpenAsync(me, ct);
        Drafts = await drafts.ListAsync(me, ct);
        Cases = await cases.ListAsync(me, ct);
    }

    public async Task<IActionResult> OnPostDiscardAsync(string draft, CancellationToken ct)
    {
        try
        {
            await mediator.Send(new DiscardRequestDraft(draft, User.ToActor()), ct);
            TempData["Flash"] = texts["Drafts.Discarded"].Value;
        }
        catch (RefusalException no) when (no.Refusal.Code == "request.draft-unknown")
        {
            // Pressed twice: it is gone, which is what was asked for.
        }

        return Redirect("/my/requests");
    }
}
