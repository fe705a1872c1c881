using CaseFlow.Domain;
using CaseFlow.Domain.Parties;
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
public sealed class IndexModel(Attention attention, InForce inForce, IMediator mediator, IStringLocalizer<Texts> texts)
    : PageModel
{
    public static IReadOnlyList<string> Tabs { get; } = ["attention", "procedures", "services", "policy", "letters"];

    public InForce InForce => inForce;

    public string Tab { get; private set; } = Tabs[0];

    public bool MayAct => User.IsInRole(Role.PolicyAdministrator);

    public IReadOnlyList<StoppedProcedure> Stopped { get; private set; } = [];

    public IReadOnlyList<UndeliveredMessage> Messages { get; private set; } = [];

    public IReadOnlyList<ProcedureVersion> Procedures { get; private set; } = [];

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

    public Task<IActionResult> OnPostSendAsync(string id, CancellationToken ct) =>
        DoAsync(new SendMessageAgain(id, User.ToActor()), "Message.SentAgain", ct);

    private Task<IActionResult> DoAsync(IRequest<Unit> act, string done, CancellationToken ct) =>
        DoAsync(
            async () =>
            {
                await mediator.Send(act, ct);
                return done;
            },
            ct
        );

    /// <summary>Does it and says so, in the text that it names.</summary>
    private async Task<IActionResult> DoAsync(Func<Task<string>> act, CancellationToken ct)
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
            await FillAsync(ct);
            return Page();
        }

        TempData["Flash"] = texts[done].Value;
        return Redirect("/administration");
    }

    private async Task FillAsync(CancellationToken ct)
    {
        Stopped = await attention.ProceduresAsync(ct);
        Messages = await attention.MessagesAsync(ct);
        Procedures = Tab == "procedures" ? await inForce.ProceduresAsync(ct) : [];
    }
}
