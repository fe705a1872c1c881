using CaseFlow.Domain;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using CaseFlow.Host.Ui;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Host.Features.Library.Letters;

/// <summary>What the pages work with on which letters and their layout are written.</summary>
public sealed record WritingTools(
    LetterBench Bench,
    LetterSheets Sheets,
    IMediator Mediator,
    IStringLocalizer<Texts> Texts
);

/// <summary>
/// A page on which text of letters is written. Administrators write; auditors read along. A draft may be wrong; what is wrong with it is
/// said beside it.
/// </summary>
[Authorize(Roles = StaffRoles.Overseers)]
public abstract class WritingModel(WritingTools tools) : PageModel
{
    public abstract string Id { get; }

    /// <summary>Where the page itself is.</summary>
    public string Here => $"/library/{Id}/edit";

    public DefinitionRow Latest { get; private set; } = null!;

    /// <summary>The mark of the version that the author began with.</summary>
    public string Seen { get; private set; } = "";

    public LetterSheet Sheet { get; private set; } = LetterSheet.Empty;

    public Refusal? Refused { get; private set; }

    /// <summary>How this text differs from the one that somebody else has saved meanwhile.</summary>
    public LetterComparison? AgainstTheirs { get; private set; }

    public bool MayAct => User.IsInRole(Role.PolicyAdministrator);

    /// <summary>Whether somebody else was faster, and his text may be put aside.</summary>
    public bool MayOverrule => MayAct && AgainstTheirs is not null && Refused?.Code == "procedure.stale";

    /// <summary>Whether no document can hold what was typed.</summary>
    protected abstract bool IsUnfit { get; }

    /// <summary>What was typed, as the files would say it.</summary>
    protected abstract PolicyDocument Typed { get; }

    protected WritingTools Tools => tools;

    /// <summary>Begins with what a version says.</summary>
    protected abstract void Begin(PolicyDocument version);

    /// <summary>Takes what a browser has sent.</summary>
    protected abstract void Take(IFormCollection posted);

    /// <summary>The sheet beside what was typed.</summary>
    protected abstract Task<LetterSheet> ReadAlongAsync(CancellationToken ct);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Latest = await tools.Bench.LatestAsync(Id, ct);
        Seen = Latest.Mark;
        Begin(PolicyDocument.Read(Latest));
        await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await TakeAsync(ct);
        if (IsUnfit)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            await ShowAsync(ct);
            return Page();
        }
        try
        {
            await tools.Mediator.Send(new SaveDocument(Typed, Seen, User.ToActor()), ct);
            TempData["Flash"] = tools.Texts["Saved"].Value;
            return Redirect(Here);
        }
        catch (RefusalException no)
        {
            Refuse(no.Refusal);
            Latest = await tools.Bench.LatestAsync(Id, ct);
            AgainstTheirs = LetterComparison.Of(PolicyDocument.Read(Latest), Typed);
            await ShowAsync(ct);
            return Page();
        }
    }

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken ct)
    {
        await TakeAsync(ct);
        await ShowAsync(ct);
        return Page();
    }

    protected async Task TakeAsync(CancellationToken ct)
    {
        Latest = await tools.Bench.LatestAsync(Id, ct);
        var posted = await Request.ReadFormAsync(ct);
        Seen = posted["Seen"].ToString();
        Take(posted);
    }

    protected async Task ShowAsync(CancellationToken ct)
    {
        SecurityHeaders.AllowLetterStyles(Response);
        Sheet = await ReadAlongAsync(ct);
    }

    protected void Refuse(Refusal refusal)
    {
        Refused = refusal;
        Response.StatusCode = RefusalStatus.Of(refusal.Code);
    }
}
