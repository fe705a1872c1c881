using CaseFlow.Domain;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Persistence;
using CaseFlow.Workflows.Letters;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Library.Letters;

/// <summary>A letter on the desk of its author.</summary>
/// <param name="Template">What can be shown of it; null while it cannot be rendered.</param>
/// <param name="Problems">What stands between it and its publication: its own, else those of whatever depends on it.</param>
public sealed record LetterOnBench(LetterTemplate? Template, IReadOnlyList<FolderProblem> Problems);

/// <summary>Finds versions for the editor and checks what is being written, with everything else as it is in force.</summary>
public sealed class LetterBench(CaseFlowDb db, PolicyShelf shelf, LibraryGate gate)
{
    /// <exception cref="RefusalException"><c>library.unknown</c>: there is no such letter.</exception>
    public async Task<DefinitionRow> LatestAsync(string id, CancellationToken ct) =>
        await db.Definitions.AsNoTracking().SingleOrDefaultAsync(d => d.DefinitionId == id && d.IsLatest, ct)
        ?? throw RefusalException.Of("library.unknown");

    /// <summary>All letters, each as its latest version says it.</summary>
    public async Task<IReadOnlyList<PolicyDocument>> AllAsync(CancellationToken ct)
    {
        var rows = await db
            .Definitions.AsNoTracking()
            .Where(d => d.Kind == DefinitionKind.Letter && d.IsLatest && d.DefinitionId != PolicyDocument.Layout)
            .ToListAsync(ct);
        return [.. rows.Select(PolicyDocument.Read).OrderBy(d => d.Names.Ar, StringComparer.Ordinal)];
    }

    /// <summary>A letter with the layout in force around it.</summary>
    public async Task<LetterOnBench> CheckAsync(PolicyDocument letter, CancellationToken ct)
    {
        var template = Draft(letter, InForce(PolicyDocument.Layout)!, out var own);
        if (own.Count > 0 || SaysOnlyOtherWords(letter))
            return new LetterOnBench(template, Listed(own));
        return new LetterOnBench(template, await gate.CheckAsync([letter], ct));
    }

    /// <summary>A layout around a letter in force.</summary>
    /// <exception cref="RefusalException"><c>library.unknown</c>: there is no such letter.</exception>
    public LetterOnBench CheckLayout(PolicyDocument layout, string sample)
    {
        var letter = InForce($"letters/{sample}") ?? throw RefusalException.Of("library.unknown");
        var template = Draft(letter, layout, out var own);
        return new LetterOnBench(template, Listed(own));
    }

    /// <summary>Keys of the letters in force, which a layout can be shown around.</summary>
    public IReadOnlyList<PolicyDocument> LettersInForce =>
        [
            .. shelf.Current.Documents.Where(d =>
                d.Kind == DefinitionKind.Letter
                && d.Id != PolicyDocument.Layout
                && shelf.Current.Letters.Keys.Contains(d.Key)
            ),
        ];

    private PolicyDocument? InForce(string id) => shelf.Current.Documents.FirstOrDefault(d => d.Id == id);

    private static LetterTemplate? Draft(
        PolicyDocument letter,
        PolicyDocument layout,
        out IReadOnlyList<LetterProblem> problems
    ) =>
        LetterTemplate.Draft(
            letter.Files.GetValueOrDefault($"{letter.Id}.json", ""),
            LetterTemplate.Languages.ToDictionary(
                language => language,
                language => letter.Files.GetValueOrDefault($"{letter.Id}.{language}.liquid", "")
            ),
            layout.Files[$"letters/{LetterTemplate.LayoutFile}"],
            letter.Key,
            out problems
        );

    /// <summary>
    /// What depends on a letter looks at its properties alone, so nothing there can break by other wordings. Asked at every pause in
    /// typing, and the gate is slow; publishing asks it whatever has changed.
    /// </summary>
    private bool SaysOnlyOtherWords(PolicyDocument letter)
    {
        var properties = $"{letter.Id}.json";
        return InForce(letter.Id)?.Files.GetValueOrDefault(properties) is { } inForce
            && LibraryJson.Laid(properties, inForce) == LibraryJson.Laid(properties, letter.Files[properties]);
    }

    private static IReadOnlyList<FolderProblem> Listed(IReadOnlyList<LetterProblem> own) =>
        [.. own.Distinct().Select(FolderProblem.Of)];
}
