using CaseFlow.Domain;
using CaseFlow.Host.Runtime;
using CaseFlow.Host.Ui;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Host.Features.Cases;

/// <summary>The file of a case: seven steps, study period and next action always; the rest in tabs that are links.</summary>
[Authorize(Roles = StaffRoles.Readers)]
public sealed class FileModel(CaseFiles files, IMediator mediator, IStringLocalizer<Texts> texts) : PageModel
{
    public CaseFileView View { get; private set; } = null!;

    /// <summary>Why the last attempt was refused.</summary>
    public Refusal? Refused { get; private set; }

    /// <summary>The question that was refused, so that it stands in its field again.</summary>
    public string? Question { get; private set; }

    public async Task OnGetAsync(string number, string? tab, string? filter, CancellationToken ct) =>
        View = await files.OpenAsync(number, User.ToActor(), tab, filter, ct);

    public async Task<IActionResult> OnPostClarificationAsync(string number, string? question, CancellationToken ct)
    {
        Question = question;
        return await DoAsync(
            number,
            new AskForClarification(number, question ?? "", User.ToActor()),
            "Actions.Asked",
            ct
        );
    }

    public async Task<IActionResult> OnPostWithdrawalAsync(string number, string? reason, CancellationToken ct) =>
        await DoAsync(number, new WithdrawCase(number, reason, User.ToActor()), "Actions.Withdrawn", ct);

    private async Task<IActionResult> DoAsync(string number, IRequest<Unit> act, string done, CancellationToken ct)
    {
        try
        {
            await mediator.Send(act, ct);
        }
        catch (RefusalException no)
        {
            Refused = no.Refusal;
            View = await files.OpenAsync(number, User.ToActor(), null, null, ct);
            Response.StatusCode = RefusalStatus.Of(no.Refusal.Code);
            return Page();
        }

        TempData["Flash"] = texts[done].Value;
        return Redirect($"/cases/{number}");
    }
}
