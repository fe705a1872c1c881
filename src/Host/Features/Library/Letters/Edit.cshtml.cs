using CaseFlow.Domain;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Runtime;
using Microsoft.AspNetCore.Mvc;

namespace CaseFlow.Host.Features.Library.Letters;

/// <summary>The letter editor.</summary>
public sealed class EditModel(WritingTools tools) : WritingModel(tools)
{
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    public override string Id => $"letters/{Key}";

    public LetterForm Form { get; private set; } = null!;

    /// <summary>The real case that the preview is on; blank for the invented one.</summary>
    public string Case { get; private set; } = "";

    protected override bool IsUnfit => Form.Unfit().Count > 0;

    protected override PolicyDocument Typed => Form.ToDocument(Key, PolicyDocument.Read(Latest));

    public async Task<IActionResult> OnPostTestAsync([FromForm] string? language, CancellationToken ct)
    {
        await TakeAsync(ct);
        Case = "";
        await ShowAsync(ct);
        try
        {
            var letter = Sheet.In(language) ?? throw RefusalException.Of("letter.test-not-ready");
            var test = new SendTestLetter(Id, Form["NameAr"], letter, User.ToActor());
            var address = await Tools.Mediator.Send(test, ct);
            TempData["Flash"] = Tools.Texts["TestSent", $"\u2066{address}\u2069"].Value;
        }
        catch (RefusalException no)
        {
            Refuse(no.Refusal);
        }
        return Page();
    }

    protected override void Begin(PolicyDocument version) => Form = LetterForm.Of(version);

    protected override void Take(IFormCollection posted) =>
        (Form, Case) = (LetterForm.Of(posted), posted["Case"].ToString());

    protected override Task<LetterSheet> ReadAlongAsync(CancellationToken ct) =>
        Tools.Sheets.OfAsync(Form, Typed, Case, User.ToActor(), ct);
}
