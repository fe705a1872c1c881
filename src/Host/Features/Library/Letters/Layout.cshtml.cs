using CaseFlow.Domain;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using CaseFlow.Host.Ui;
using CaseFlow.Workflows.Letters;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Host.Features.Library.Letters;

/// <summary>The page around all letters: one text for both languages, shown around a letter in force.</summary>
[Authorize(Roles = StaffRoles.Overseers)]
public sealed class LayoutModel(
    LetterBench bench,
    LetterSheets sheets,
    IMediator mediator,
    IStringLocalizer<Texts> texts
) : PageModel
{
    private const string Address = $"/library/{PolicyDocument.Layout}/edit";

    public DefinitionRow Latest { get; private set; } = null!;

    public string Text { get; private set; } = "";

    public string Seen { get; private set; } = "";

    /// <summary>Key of the letter that it is shown around.</summary>
    public string Sample { get; private set; } = "";

    public IReadOnlyList<PolicyDocument> Samples => bench.LettersInForce;

    public LetterSheet Sheet { get; private set; } = LetterSheet.Empty;

    public Refusal? Refused { get; private set; }

    public LetterComparison? AgainstTheirs { get; private set; }

    public bool MayAct => User.IsInRole(Role.PolicyAdministrator);

    public async Task OnGetAsync(string? sample, CancellationToken ct)
    {
        Latest = await bench.LatestAsync(PolicyDocument.Layout, ct);
        Seen = Latest.Mark;
        Text = PolicyDocument.Read(Latest).Files[LayoutFile];
        Sample = Known(sample);
        await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var layout = await ReadAsync(ct);
        if (LetterForm.Unfit("Layout", Text, LetterForm.LongestText).Any())
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            await ShowAsync(ct);
            return Page();
        }
        try
        {
            await mediator.Send(new SaveDocument(layout, Seen, User.ToActor()), ct);
            TempData["Flash"] = texts["Saved"].Value;
            return Redirect(Address);
        }
        catch (RefusalException no)
        {
            Refused = no.Refusal;
            Response.StatusCode = RefusalStatus.Of(no.Refusal.Code);
            Latest = await bench.LatestAsync(PolicyDocument.Layout, ct);
            AgainstTheirs = LetterComparison.Of(PolicyDocument.Read(Latest), layout);
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

    private static string LayoutFile => $"letters/{LetterTemplate.LayoutFile}";

    private string Known(string? sample) =>
        Samples.Any(d => d.Key == sample) ? sample!
        : Samples is [var first, ..] ? first.Key
        : "";

    private async Task<PolicyDocument> ReadAsync(CancellationToken ct)
    {
        Latest = await bench.LatestAsync(PolicyDocument.Layout, ct);
        var posted = await Request.ReadFormAsync(ct);
        (Seen, Sample) = (posted["Seen"].ToString(), Known(posted["Sample"]));
        Text = posted["Layout"].ToString().ReplaceLineEndings("\n");
        return Document;
    }

    private PolicyDocument Document =>
        new(PolicyDocument.Layout, new Dictionary<string, string> { [LayoutFile] = Text });

    private async Task ShowAsync(CancellationToken ct)
    {
        SecurityHeaders.AllowLetterStyles(Response);
        Sheet = await sheets.OfLayoutAsync(Text, Document, Sample, User.ToActor(), ct);
    }
}
