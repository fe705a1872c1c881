using CaseFlow.Domain.Forms;

namespace CaseFlow.Host.Ui;

/// <summary>Reads the answers that a page posted into what <c>FormCheck</c> takes: texts by field key, unchecked.</summary>
public static class FormPost
{
    private const int MostRows = 100;

    public static Dictionary<string, object?> Read(FormDefinition form, IFormCollection posted) =>
        Read(form.Fields, posted, "");

    private static Dictionary<string, object?> Read(
        IReadOnlyList<FormField> fields,
        IFormCollection posted,
        string prefix
    ) => fields.ToDictionary(f => f.Key, f => Answer(f, posted, prefix + f.Key));

    private static object? Answer(FormField field, IFormCollection posted, string name) =>
        field.Type switch
        {
            FieldType.Date => Day(DateFieldInput.Read(posted, name)),
            FieldType.Choices => posted[name].OfType<object?>().ToList(),
            FieldType.Rows => Rows(field, posted, name),
            _ => posted[name].LastOrDefault(),
        };

    // What is no day goes on as it was typed, so that the check can say so.
    private static object? Day(DateFieldInput input) =>
        input.IsEmpty ? null
        : input.TryGet(out var day) ? day
        : $"{input.Day}/{input.Month}/{input.Year}";

    private static List<object?> Rows(FormField field, IFormCollection posted, string name) =>
        [
            .. Enumerable
                .Range(0, MostRows)
                .Select(i => $"{name}[{i}].")
                .TakeWhile(prefix => posted.Keys.Any(k => k.StartsWith(prefix, StringComparison.Ordinal)))
                .Select(prefix => Read(field.Columns, posted, prefix)),
        ];
}
