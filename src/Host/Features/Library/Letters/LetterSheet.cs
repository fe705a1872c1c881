using CaseFlow.Domain;
using CaseFlow.Workflows.Letters;

namespace CaseFlow.Host.Features.Library.Letters;

/// <summary>What stands beside the texts that are being written, and follows them: fields, findings, preview.</summary>
/// <param name="Previews">Empty while the letter cannot be rendered.</param>
/// <param name="OneText">There is one text for both languages.</param>
/// <param name="Sealed">Why it is not shown on the real case that was asked for.</param>
public sealed record LetterSheet(
    IReadOnlyList<FieldGroup> Fields,
    IReadOnlyList<LetterFinding> Findings,
    IReadOnlyList<LetterPreview> Previews,
    Refusal? Sealed,
    bool BySms,
    bool OneText = false
)
{
    public static LetterSheet Empty { get; } = new([], [], [], null, false);

    public IEnumerable<LetterFinding> Own => Findings.Where(f => f.Field is not null);

    /// <summary>What would no longer fit with this letter in force.</summary>
    public IEnumerable<LetterFinding> Elsewhere => Findings.Where(f => f.Field is null);

    public RenderedLetter? In(string? language) => Previews.FirstOrDefault(p => p.Language == language)?.Letter;
}
