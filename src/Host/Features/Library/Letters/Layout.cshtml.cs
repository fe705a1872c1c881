using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Runtime;
using CaseFlow.Workflows.Letters;
using Microsoft.AspNetCore.Mvc;

namespace CaseFlow.Host.Features.Library.Letters;

/// <summary>The page around all letters: one text for both languages, shown around a letter in force.</summary>
public sealed class LayoutModel(WritingTools tools) : WritingModel(tools)
{
    private const string LayoutFile = $"letters/{LetterTemplate.LayoutFile}";

    public override string Id => PolicyDocument.Layout;

    public string Text { get; private set; } = "";

    /// <summary>Key of the letter that it is shown around; any other when there is no such letter.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Sample { get; set; }

    public IReadOnlyList<PolicyDocument> Samples => Tools.Bench.LettersInForce;

    protected override bool IsUnfit => LetterForm.Unfit("Layout", Text, LetterForm.LongestText).Any();

    protected override PolicyDocument Typed => new(Id, new Dictionary<string, string> { [LayoutFile] = Text });

    protected override void Begin(PolicyDocument version) => Text = version.Files[LayoutFile];

    protected override void Take(IFormCollection posted) => Text = posted["Layout"].ToString().ReplaceLineEndings("\n");

    protected override Task<LetterSheet> ReadAlongAsync(CancellationToken ct)
    {
        if (Samples.All(d => d.Key != Sample))
            Sample = Samples.Count > 0 ? Samples[0].Key : "";
        return Tools.Sheets.OfLayoutAsync(Text, Typed, Sample!, User.ToActor(), ct);
    }
}
