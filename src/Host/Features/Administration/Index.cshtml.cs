using CaseFlow.Domain;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using CaseFlow.Host.Ui;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Host.Features.Administration;

/// <summary>What waits for an administrator, and what the society works by today. Auditors read, administrators act.</summary>
[Authorize(Roles = StaffRoles.Overseers)]
public sealed class IndexModel(
    Attention attention,
    InForce inForce,
    InstanceBook instances,
    CallList calls,
    IMediator mediator,
    IStringLocalizer<Texts> texts
) : PageModel
{
    private const string Without = "instances";
    private const string Requests = "calls";

    public static IReadOnlyList<string> Tabs { get; } =
    ["attention", "procedures", Without, Requests, "services", "policy", "letters"];

    public InForce InForce => inForce;

    public string Tab { get; private set; } = Tabs[0];

    public bool MayAct => User.IsInRole(Role.PolicyAdministrator);

    public IReadOnlyList<StoppedProcedure> Stopped { get; private set; } = [];

    public IReadOnlyList<UndeliveredMessage> Messages { get; private set; } = [];

    public IReadOnlyList<ProcedureVersion> Procedures { get; private set; } = [];

    /// <summary>Procedures that serve no case.</summary>
    public IReadOnlyList<OwnInstance> Instances { get; private set; } = [];

    /// <summary>Requests of procedures to other systems.</summary>
    public IReadOnlyList<CallRow> Calls { get; private set; } = [];

    public PagerView Pager { get; private set; } = new(1, InstanceBook.PageSize, 0, _ => "");

    /// <summary>Why the last attempt was refused.</summary>
    public Refusal? Refused { get; private set; }

    public async Task OnGetAsync(string? tab, CancellationToken ct)
    {
        Tab = Tabs.FirstOrDefault(t => t == tab) ?? Tabs[0];
        await FillAsync(ct);
    }

    public Task<IActionResult> OnPostRetryAsync(string id, CancellationToken ct) =>
        DoAsync(
            async () =>
                await mediator.Send(new RetryIncident(id, User.ToActor()), ct) == RetryEnd.WentThrough
                    ? "Incident.Retried"
                    : "Incident.KeptAgain",
            ct
        );

    public Task<IActionResult> OnPostCloseAsync(string id, string? reason, CancellationToken ct) =>
        DoAsync(new CloseIncident(id, reason, User.ToActor()), "Incident.Closed", ct);

    public Task<IActionResult> OnPostSkipAsync(string id, string? outcome, string? reason, CancellationToken ct) =>
        DoAsync(new SkipIncident(id, outcome, reason, User.ToActor()), "Incident.Skipped", ct);

    public Task<IActionResult> OnPostCancelAsync(string id, string? reason, CancellationToken ct) =>
        DoAsync(new CancelProcedure(id, reason, User.ToActor()), "Incident.Cancelled", ct);

    public Task<IActionResult> OnPostStopAsync(string id, string? reason, CancellationToken ct) =>
        DoAsync(new CancelInstance(id, reason, User.ToActor()), "Instance.Stopped", ct, Without);

    public Task<IActionResult> OnPostDeleteAsync(string id, CancellationToken ct) =>
        DoAsync(new DeleteInstance(id, User.ToActor()), "Instance.Deleted", ct, Without);

    public Task<IActionResult> OnPostCallAsync(string id, CancellationToken ct) =>
        DoAsync(new SendCallAgain(id, User.ToActor()), "Call.SentAgain", ct, Requests);

    public Task<IActionResult> OnPostSendAsync(string id, CancellationToken ct) =>
        DoAsync(new SendMessageAgain(id, User.ToActor()), "Message.SentAgain", ct);

    private Task<IActionResult> DoAsync(IRequest<Unit> act, string done, CancellationToken ct, string? tab = null) =>
        DoAsync(
            async () =>
            {
                await mediator.Send(act, ct);
                return done;
            },
            ct,
            tab
        );

    /// <summary>Does it and says so, in the text that it names.</summary>
    private async Task<IActionResult> DoAsync(Func<Task<string>> act, CancellationToken ct, string? tab = null)
    {
        string done;
        try
        {
            done = await act();
        }
        catch (RefusalException no)
        {
            Refused = no.Refusal;
            Response.StatusCode = RefusalStatus.Of(no.Refusal.Code);
            Tab = tab ?? Tabs[0];
            await FillAsync(ct);
            return Page();
        }

        TempData["Flash"] = texts[done].Value;
        return Redirect(tab is null ? "/administration" : $"/administration?tab={tab}");
    }

    private async Task FillInstancesAsync(CancellationToken ct)
    {
        Turn(await instances.CountWithoutCaseAsync(ct), InstanceBook.PageSize);
        Instances = await instances.WithoutCaseAsync(Pager.Page, ct);
    }

    private async Task FillCallsAsync(CancellationToken ct)
    {
        Turn(await calls.CountAsync(ct), CallList.PageSize);
        Calls = await calls.PageAsync(Pager.Page, ct);
    }

    /// <summary>Turns to the page that the address asks for, or the nearest there is.</summary>
    private void Turn(int count, int size)
    {
        var last = Math.Max(1, (count + size - 1) / size);
        var page = int.TryParse(Request.Query["p"], out var asked) ? Math.Clamp(asked, 1, last) : 1;
        Pager = new PagerView(page, size, count, p => FormattableString.Invariant($"/administration?tab={Tab}&p={p}"));
    }

    private async Task FillAsync(CancellationToken ct)
    {
        Stopped = await attention.ProceduresAsync(ct);
        Messages = await attention.MessagesAsync(ct);
        Procedures = Tab == "procedures" ? await inForce.ProceduresAsync(ct) : [];
        if (Tab == Without)
            await FillInstancesAsync(ct);
        if (Tab == Requests)
            await FillCallsAsync(ct);
    }
}
