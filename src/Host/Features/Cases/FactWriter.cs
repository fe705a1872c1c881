using System.Collections;
using System.Globalization;
using CaseFlow.Domain;
using CaseFlow.Domain.Forms;
using CaseFlow.Host.Ui;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Host.Features.Cases;

/// <summary>An answer as people read it.</summary>
/// <param name="Code">Whether it is a number or code that keeps its own direction and digits.</param>
public sealed record FactText(string Text, bool Code = false);

/// <summary>Writes answers by the kind of their field: money as money, a choice by its label, a date in both calendars.</summary>
public sealed class FactWriter(Reader reader, IStringLocalizer<CaseFlow.Host.Ui.Texts> texts)
{
    public FactText Write(FormField field, object? value) =>
        (field.Type, value) switch
        {
            (_, null or "") => new("—"),
            (FieldType.Money, _) when Number(value) is { } riyals => new(reader.Money(riyals)),
            (FieldType.Number, _) when Number(value) is { } number => new(reader.Number(number, decimals: 2)),
            (FieldType.Date, _) when Day(value) is { } day => new(reader.Date(day)),
            (FieldType.YesNo, bool yes) => new(texts[yes ? "Form.Yes" : "Form.No"]),
            (FieldType.Choice, _) => new(Label(field, value)),
            (FieldType.Choices, IEnumerable many) => new(
                string.Join(Comma, many.Cast<object?>().Select(v => Label(field, v)))
            ),
            (FieldType.Rows, IEnumerable rows) => new(
                string.Join("؛ ", rows.Cast<object?>().Select(r => Row(field, r)))
            ),
            (FieldType.Phone or FieldType.NationalId or FieldType.Email, _) => new(PlainValue.Text(value), Code: true),
            _ when field.Pattern is not null => new(PlainValue.Text(value), Code: true),
            _ => new(PlainValue.Text(value)),
        };

    private string Comma => reader.IsArabic ? "، " : ", ";

    private string Label(FormField field, object? value)
    {
        var key = PlainValue.Text(value);
        return field.Options.FirstOrDefault(o => o.Value == key) is { } option
            ? option.Label.In(reader.Preferences.Language)
            : key;
    }

    private string Row(FormField field, object? row) =>
        row is IReadOnlyDictionary<string, object?> cells
            ? string.Join(
                Comma,
                field.Columns.Where(c => cells.ContainsKey(c.Key)).Select(c => Write(c, cells[c.Key]).Text)
            )
            : PlainValue.Text(row);

    private static decimal? Number(object? value) =>
        value is decimal or int or long or double ? Convert.ToDecimal(value, CultureInfo.InvariantCulture)
        : decimal.TryParse(value as string, CultureInfo.InvariantCulture, out var number) ? number
        : null;

    private static DateOnly? Day(object? value) =>
        value as DateOnly?
        ?? (
            DateOnly.TryParseExact(value as string, "yyyy-MM-dd", CultureInfo.InvariantCulture, 0, out var day)
                ? day
                : null
        );
}
