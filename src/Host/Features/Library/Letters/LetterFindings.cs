using CaseFlow.Host.Catalogue;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Letters;

namespace CaseFlow.Host.Features.Library.Letters;

/// <summary>Something that a check has found, beside the field of the form where it can be mended.</summary>
/// <param name="Field">Id of that field; null when it lies elsewhere, in what depends on the letter.</param>
/// <param name="Excerpt">The line of the text that is meant.</param>
public sealed record LetterFinding(string? Field, FolderProblem Problem, string? Excerpt)
{
    public bool IsWarning => Problem.Severity == ProblemSeverity.Warning;
}

public static class LetterFindings
{
    private const int LongestExcerpt = 120;

    /// <param name="textOf">What stands in a field.</param>
    public static IReadOnlyList<LetterFinding> Of(
        string id,
        IEnumerable<FolderProblem> problems,
        Func<string, string> textOf
    ) =>
        [
            .. problems.Select(p =>
            {
                var field = FieldOf(id, p);
                return new LetterFinding(field, p, field is null ? null : Line(textOf(field), p.Line));
            }),
        ];

    private static string? FieldOf(string id, FolderProblem problem)
    {
        if (problem.File.Length == 0)
            return problem.Place;
        if (id == PolicyDocument.Layout)
            return problem.File == $"letters/{LetterTemplate.LayoutFile}" ? "Layout" : null;
        if (problem.File == $"{id}.ar.liquid")
            return "BodyAr";
        if (problem.File == $"{id}.en.liquid")
            return "BodyEn";
        return problem.File == $"{id}.json" ? PropertyOf(problem) : null;
    }

    private static string PropertyOf(FolderProblem problem)
    {
        // subject.en, of a place inside a text; letter.subject.en, of a text that is missing.
        var name = problem.Place ?? problem.Code[(problem.Code.IndexOf('.', StringComparison.Ordinal) + 1)..];
        return name.Split('.', '-') switch
        {
            [("name" or "subject" or "objection") and var text, "ar" or "en"] => Named(text) + Named(name[^2..]),
            ["objection", ..] => "ObjectionAr",
            ["telling", "subject"] => "SubjectAr",
            ["class", ..] => "Class",
            ["clause" or "clauses", ..] or ["unknown", "clause"] => "Clauses",
            ["channel" or "channels", ..] => "Channels",
            _ => "NameAr",
        };
    }

    private static string Named(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static string? Line(string text, int number)
    {
        if (number <= 0)
            return null;
        var line = text.Split('\n').ElementAtOrDefault(number - 1)?.Trim();
        return line?.Length > LongestExcerpt ? line[..LongestExcerpt] + "…" : line;
    }
}
