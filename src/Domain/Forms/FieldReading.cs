using System.Globalization;

namespace CaseFlow.Domain.Forms;

/// <summary>One answer, read: its plain value, or what is wrong with it, or neither when there is none.</summary>
internal sealed record FieldReading(object? Value, IReadOnlyList<FieldProblem> Problems)
{
    private static readonly FieldReading None = new(null, []);

    public static FieldReading Read(FormField field, object? given, bool partial, string path)
    {
        object? raw;
        try
        {
            raw = PlainValue.Of(given);
        }
        catch (ArgumentException)
        {
            return Wrong(field, path, "form.type");
        }

        return raw switch
        {
            null => None,
            string text when string.IsNullOrWhiteSpace(text) => None,
            _ when field.Type == FieldType.Rows => Rows(field, raw, partial, path),
            _ when field.Type == FieldType.Choices => Choices(field, raw, path),
            IReadOnlyDictionary<string, object?> or IReadOnlyList<object?> => Wrong(field, path, "form.type"),
            bool when field.Type != FieldType.YesNo && field.Type != FieldType.Choice => Wrong(
                field,
                path,
                "form.type"
            ),
            _ => One(field, raw, path),
        };
    }

    private static FieldReading One(FormField field, object raw, string path) =>
        field.Type switch
        {
            FieldType.Text or FieldType.Multiline => Text(field, PlainValue.Text(raw), path),
            FieldType.Number or FieldType.Money => Number(field, raw, path),
            FieldType.Date => Date(field, raw, path),
            FieldType.YesNo => YesNo(field, raw, path),
            FieldType.Choice => Choice(field, PlainValue.Text(raw), path),
            FieldType.File => Checked(field, path, "form.file", TextRules.DocumentId(PlainValue.Text(raw))),
            FieldType.Email => Checked(field, path, "form.email", TextRules.Email(PlainValue.Text(raw))),
            FieldType.Phone => Checked(field, path, "form.phone", SaudiNumbers.Mobile(PlainValue.Text(raw))),
            FieldType.NationalId => Checked(
                field,
                path,
                "form.national-id",
                SaudiNumbers.NationalId(PlainValue.Text(raw))
            ),
            _ => Wrong(field, path, "form.type"),
        };

    private static FieldReading Text(FormField field, string raw, string path)
    {
        if (TextRules.Clean(raw, field.Type == FieldType.Multiline) is not { } text)
        {
            return Wrong(field, path, "form.characters");
        }

        var longest = field.MaxLength ?? (field.Type == FieldType.Multiline ? 4000 : 500);
        if (text.Length > longest)
        {
            return Wrong(field, path, "form.too-long", ("max", longest), ("length", text.Length));
        }

        return field.Pattern is { } pattern && !TextRules.Matches(text, pattern)
            ? Wrong(field, path, "form.pattern")
            : new FieldReading(text, []);
    }

    private static FieldReading Number(FormField field, object raw, string path)
    {
        var number = raw as decimal? ?? (raw is string text ? Numerals.Number(text) : null);
        if (number is not { } value)
        {
            return Wrong(field, path, "form.number");
        }

        if (field.Type == FieldType.Money && decimal.Round(value, 2) != value)
        {
            return Wrong(field, path, "form.money-decimals");
        }

        var least = field.Min ?? (field.Type == FieldType.Money ? 0 : null);
        if (value < least)
        {
            return Wrong(field, path, "form.too-small", ("min", least));
        }

        return value > field.Max
            ? Wrong(field, path, "form.too-large", ("max", field.Max))
            : new FieldReading(PlainValue.Of(value), []);
    }

    private static FieldReading Date(FormField field, object raw, string path) =>
        raw switch
        {
            DateOnly day => new FieldReading(day, []),
            string text
                when DateOnly.TryParseExact(
                    Numerals.Latin(text.Trim()),
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var day
                ) => new FieldReading(day, []),
            _ => Wrong(field, path, "form.date"),
        };

    private static FieldReading YesNo(FormField field, object raw, string path) =>
        raw switch
        {
            bool yes => new FieldReading(yes, []),
            "true" or "on" or "yes" => new FieldReading(true, []),
            "false" or "off" or "no" => new FieldReading(false, []),
            _ => Wrong(field, path, "form.yes-no"),
        };

    private static FieldReading Choice(FormField field, string text, string path) =>
        field.Options.Any(o => o.Value == text)
            ? new FieldReading(text, [])
            : Wrong(field, path, "form.unknown-option", ("value", text));

    private static FieldReading Choices(FormField field, object raw, string path)
    {
        var several = raw is IReadOnlyList<object?> list ? list.Select(PlainValue.Text) : [PlainValue.Text(raw)];
        var chosen = several.Where(c => c.Length > 0).ToHashSet();
        if (chosen.FirstOrDefault(c => field.Options.All(o => o.Value != c)) is { } unknown)
        {
            return Wrong(field, path, "form.unknown-option", ("value", unknown));
        }

        // In the order of the form, so that the same choice is the same value however it was clicked.
        List<object?> ordered = [.. field.Options.Select(o => o.Value).Where(chosen.Contains)];
        return ordered.Count == 0 ? None : Counted(field, ordered, path);
    }

    private static FieldReading Rows(FormField field, object raw, bool partial, string path)
    {
        if (raw is not IReadOnlyList<object?> list)
        {
            return Wrong(field, path, "form.type");
        }

        var rows = new List<object?>();
        var problems = new List<FieldProblem>();
        foreach (var (index, item) in list.Index())
        {
            if (item is not IReadOnlyDictionary<string, object?> row)
            {
                return Wrong(field, path, "form.type");
            }

            if (row.Values.All(v => v is null or ""))
            {
                continue;
            }

            var prefix = string.Create(CultureInfo.InvariantCulture, $"{path}{field.Key}[{index}].");
            var result = FormCheck.Check(field.Columns, row, partial, prefix);
            rows.Add(result.Data);
            problems.AddRange(result.Problems);
        }

        if (problems.Count > 0)
        {
            return new FieldReading(null, problems);
        }

        return rows.Count == 0 ? None : Counted(field, rows, path);
    }

    private static FieldReading Counted(FormField field, List<object?> items, string path)
    {
        if (items.Count < field.Min)
        {
            return Wrong(field, path, "form.too-few", ("min", field.Min));
        }

        return items.Count > field.Max
            ? Wrong(field, path, "form.too-many", ("max", field.Max))
            : new FieldReading(items, []);
    }

    private static FieldReading Checked(FormField field, string path, string code, string? value) =>
        value is null ? Wrong(field, path, code) : new FieldReading(value, []);

    private static FieldReading Wrong(
        FormField field,
        string path,
        string code,
        params (string Name, object? Value)[] facts
    ) => new(null, [new FieldProblem(path + field.Key, code, facts.ToDictionary(f => f.Name, f => f.Value))]);
}
