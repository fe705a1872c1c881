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

/// <summary>The letter editor. Administrators write; auditors read along. A draft may be wrong; what is wrong with it is said beside it.</summary>
[Authorize(Roles = StaffRoles.Overseers)]
public sealed class EditModel(LetterBench bench, LetterSheets sheets, IMediator mediator, IStringLocalizer<Texts> texts)
    : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    public string Id => $"letters/{Key}";

    public DefinitionRow Latest { get; private set; } = null!;

    public LetterForm Form { get; private set; } = null!;

    /// <summary>The mark of the version that the author began with.</summary>
    public string Seen { get; private set; } = "";

    /// <summary>The real case that the preview is on; blank for the invented one.</summary>
    public string Case { get; private set; } = "";

    public LetterSheet Sheet { get; private set; } = LetterSheet.Empty;

    public Refusal? Refused { get; private set; }

    /// <summary>How this text differs from the one that somebody else has saved meanwhile.</summary>
    public LetterComparison? AgainstTheirs { get; private set; }

    public bool MayAct => User.IsInRole(Role.PolicyAdministrator);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Latest = await bench.LatestAsync(Id, ct);
        Seen = Latest.Mark;
        Form = LetterForm.Of(PolicyDocument.Read(Latest));
        await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var letter = await ReadAsync(ct);
        if (Form.Unfit().Count > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            await ShowAsync(ct);
            return Page();
        }
        try
        {
            await mediator.Send(new SaveDocument(letter, Seen, User.ToActor()), ct);
            TempData["Flash"] = texts["Saved"].Value;
            return Redirect($"/library/letters/{Key}/edit");
        }
        catch (RefusalException no)
        {
            Refuse(no.Refusal);
            Latest = await bench.LatestAsync(Id, ct);
            AgainstTheirs = LetterComparison.Of(PolicyDocument.Read(Latest), letter);
            await ShowAsync(ct);
            return Page();
        }
    }

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken ct)
    {
        await ReadAsync(ct);
        await ShowAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostTestAsync([FromForm] string? language, CancellationToken ct)
    {
        await ReadAsync(ct);
        Case = "";
        await ShowAsync(ct);
        try
        {
            var letter = Sheet.In(language) ?? throw RefusalException.Of("letter.test-not-ready");
            var address = await mediator.Send(new SendTestLetter(Id, Form["NameAr"], letter, User.ToActor()), ct);
            TempData["Flash"] = texts["TestSent", $"\u2066{address}\u2069"].Value;
        }
        catch (RefusalException no)
        {
            Refuse(no.Refusal);
        }
        return Page();
    }

    private async Task<PolicyDocument> ReadAsync(CancellationToken ct)
    {
        Latest = await bench.LatestAsync(Id, ct);
        var posted = await Request.ReadFormAsync(ct);
        (Seen, Case) = (posted["Seen"].ToString(), posted["Case"].ToString());
        Form = LetterForm.Of(posted);
        return Form.ToDocument(Key, PolicyDocument.Read(Latest));
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        SecurityHeaders.AllowLetterStyles(Response);
        var letter = Form.ToDocument(Key, PolicyDocument.Read(Latest));
        Sheet = await sheets.OfAsync(Form, letter, Case, User.ToActor(), ct);
    }

    private void Refuse(Refusal refusal)
    {
        Refused = refusal;
        Response.StatusCode = RefusalStatus.Of(refusal.Code);
    }
}
