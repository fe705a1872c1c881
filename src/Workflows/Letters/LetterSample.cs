using System.Globalization;
using CaseFlow.Workflows.Expressions.Liquid.Rendering;

namespace CaseFlow.Workflows.Letters;

/// <summary>Values made up from the fields themselves, to try a template before it is used.</summary>
internal static class LetterSample
{
    private static readonly DateTimeOffset Moment = new(2026, 12, 23, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Every field has a value; lists have two items.</summary>
    public static Dictionary<string, object?> Full(IReadOnlyList<LetterField> fields) => Members(fields, false);

    /// <summary>Everything that may be missing is; lists have one item.</summary>
    public static Dictionary<string, object?> Sparse(IReadOnlyList<LetterField> fields) => Members(fields, true);

    private static Dictionary<string, object?> Members(IReadOnlyList<LetterField> fields, bool sparse) =>
        fields.ToDictionary(field => field.Name, field => Value(field, sparse), StringComparer.Ordinal);

    private static object? Value(LetterField field, bool sparse) =>
        field.Kind switch
        {
            _ when sparse && !field.Required => null,
            LetterFieldKind.Group => Members(field.Fields, sparse),
            LetterFieldKind.List => Enumerable
                .Range(0, sparse ? 1 : 2)
                .Select(object? (_) => Members(field.Fields, sparse))
                .ToList(),
            LetterFieldKind.Moment => Moment,
            LetterFieldKind.Number => 10L,
            LetterFieldKind.Markup => new LiquidMarkup(field.Name),
            _ => string.Create(CultureInfo.InvariantCulture, $"[{field.Name}]"),
        };
}
