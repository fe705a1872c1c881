using CaseFlow.Host.Catalogue;
using CaseFlow.Workflows.Letters;

namespace CaseFlow.Host.Features.Library.Letters;

/// <param name="Field">The property, as the letter's form names it; its words are in the texts of these pages.</param>
/// <param name="Before">Null when it was not there.</param>
/// <param name="After">Null when it is there no more.</param>
public sealed record PropertyChange(string Field, string? Before, string? After);

/// <param name="Field">The wording, as the form names it.</param>
/// <param name="Language">Of the text, for its direction; null for the layout, which has no one language.</param>
public sealed record WordingChange(string Field, string? Language, IReadOnlyList<DiffLine> Lines);

/// <summary>
/// What changed between two versions of a letter, or of the page around letters. Draw with
/// <c>&lt;partial name="Letters/_LetterComparison" model="comparison" /&gt;</c>.
/// </summary>
public sealed record LetterComparison(IReadOnlyList<PropertyChange> Properties, IReadOnlyList<WordingChange> Wordings)
{
    public bool IsEmpty => Properties.Count + Wordings.Count == 0;

    public static LetterComparison Of(PolicyDocument before, PolicyDocument after)
    {
        if (after.Id == PolicyDocument.Layout)
            return new([], [.. Wording("Layout", null, LayoutOf(before), LayoutOf(after))]);
        var (old, now) = (LetterForm.Of(before), LetterForm.Of(after));
        var properties = LetterForm
            .Fields.Where(f => !IsWording(f))
            .Select(f => new PropertyChange(f, Given(old[f]), Given(now[f])))
            .Append(new PropertyChange("Channels", Listed(old), Listed(now)))
            .Where(c => c.Before != c.After);
        var wordings = LetterForm
            .Fields.Where(IsWording)
            .OrderBy(f => f.StartsWith("Body", StringComparison.Ordinal) ? 0 : 1)
            .SelectMany(f => Wording(f, f.EndsWith("Ar", StringComparison.Ordinal) ? "ar" : "en", old[f], now[f]));
        return new([.. properties], [.. wordings]);
    }

    private static IEnumerable<WordingChange> Wording(string field, string? language, string before, string after)
    {
        if (TextDiff.Of(before, after) is { Count: > 0 } lines)
            yield return new WordingChange(field, language, lines);
    }

    private static bool IsWording(string field) =>
        field.StartsWith("Body", StringComparison.Ordinal) || field.StartsWith("Objection", StringComparison.Ordinal);

    private static string LayoutOf(PolicyDocument layout) =>
        layout.Files.GetValueOrDefault($"letters/{LetterTemplate.LayoutFile}", "");

    private static string? Listed(LetterForm form) => Given(string.Join(' ', form.Channels));

    private static string? Given(string text) => text.Length == 0 ? null : text;
}
