namespace CaseFlow.Workflows.Letters;

/// <summary>Fits given values to the fields of a class: what may be missing and is blank or absent becomes null, what
/// nobody declared is dropped.</summary>
/// <remarks>A required field that is missing stays missing, and the strict rendering stops where it is mentioned.</remarks>
internal sealed class LetterValues(IReadOnlyList<LetterField> fields)
{
    public Dictionary<string, object?> Fill(IReadOnlyDictionary<string, object?> values)
    {
        var result = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            var given = values.GetValueOrDefault(field.Name);
            if (given is not null || !field.Required)
            {
                result[field.Name] = Fit(field, given);
            }
            else if (field.Kind == LetterFieldKind.Group)
            {
                result[field.Name] = Fit(field, new Dictionary<string, object?>());
            }
        }

        return result;
    }

    private static object? Fit(LetterField field, object? given) =>
        (field.Kind, given) switch
        {
            (LetterFieldKind.Group, IReadOnlyDictionary<string, object?> members) => new LetterValues(
                field.Fields
            ).Fill(members),
            (LetterFieldKind.List, IReadOnlyList<object?> items) => items
                .Select(object? (item) => new LetterValues(field.Fields).Fill(AsObject(item)))
                .ToList(),
            // An empty condition or title is none: in Liquid empty text counts as true, and a heading would stand over nothing.
            (LetterFieldKind.Text, string text) when !field.Required && string.IsNullOrWhiteSpace(text) => null,
            _ => given,
        };

    private static IReadOnlyDictionary<string, object?> AsObject(object? item) =>
        item as IReadOnlyDictionary<string, object?> ?? new Dictionary<string, object?>();
}
