using System.Globalization;
using System.Text.RegularExpressions;
using CaseFlow.Domain.Calendars;
using CaseFlow.Workflows.Expressions.Liquid;
using CaseFlow.Workflows.Expressions.Liquid.Rendering;

namespace CaseFlow.Workflows.Letters;

/// <summary>Filters for one reader: dates in both calendars, digits, money, isolated codes.</summary>
internal sealed partial class LetterFilters(CalendarText reader)
{
    // First strong isolate and pop directional isolate: what bdi is in HTML.
    private const char Isolate = '\u2068';
    private const char EndIsolate = '\u2069';

    public static IReadOnlyList<string> Names { get; } = [.. new LetterFilters(CalendarText.Arabic).ToTable().Keys];

    public Dictionary<string, LiquidFilter> ToTable() =>
        new(StringComparer.Ordinal)
        {
            ["hijri"] = (input, _, context) => Unbroken(reader.Hijri(Day(input, context)), context),
            ["gregorian"] = (input, _, context) => Unbroken(reader.Gregorian(Day(input, context)), context),
            ["both_dates"] = (input, _, context) => Unbroken(reader.Both(Day(input, context)), context),
            ["date_time"] = (input, _, context) => Unbroken(reader.Moment(Moment(input, context)), context),
            ["digits"] = (input, _, context) => reader.Digits.Apply(Text(input, context)),
            ["money"] = (input, _, context) => Unbroken(Money(input, context), context),
            ["bdi"] = (input, _, context) => Isolated(Text(input, context), context),
        };

    private static CalendarDate Day(object? input, LiquidContext context) =>
        input is string text
        && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new CalendarDate(day)
            : CalendarDate.At(Moment(input, context));

    /// <summary>A moment, or its ISO text with an offset, as it comes back from where an issued letter's values are kept.</summary>
    private static DateTimeOffset Moment(object? input, LiquidContext context) =>
        input switch
        {
            DateTimeOffset moment => moment,
            string text
                when IsoMoment().IsMatch(text)
                    && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var moment) => moment,
            _ => throw context.Error("This is not a date.", "not-a-date"),
        };

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,7})?)?(Z|[+-]\d\d:\d\d)$")]
    private static partial Regex IsoMoment();

    private static string Text(object? input, LiquidContext context) =>
        input is null ? throw context.Error("There is no value here.", "no-value") : LiquidValue.ToText(input, context);

    /// <summary>An amount in riyals; halalas only when there are some.</summary>
    private string Money(object? input, LiquidContext context)
    {
        var amount = Math.Round(LiquidValue.ToNumber(input, context), 2, MidpointRounding.ToEven);
        var format = amount == decimal.Truncate(amount) ? "#,##0" : "#,##0.00";
        var digits = reader.Digits.Apply(amount.ToString(format, CultureInfo.InvariantCulture));
        if (reader.Digits == DigitShape.ArabicIndic)
        {
            digits = digits.Replace(',', '٬').Replace('.', '٫');
        }

        return reader.Language == "ar" ? $"{digits} ريال" : $"SAR {digits}";
    }

    /// <summary>Keeps a date or an amount together at the end of a line; the dot between two dates may break.</summary>
    private static object Unbroken(string text, LiquidContext context)
    {
        if (!context.Settings.EncodeHtml)
        {
            return text;
        }

        var parts = text.Split(" · ").Select(part => $"<span class=\"together\">{HtmlText.Encode(part)}</span>");
        return new LiquidMarkup(string.Join(" · ", parts));
    }

    private static object Isolated(string text, LiquidContext context) =>
        context.Settings.EncodeHtml
            ? new LiquidMarkup($"<bdi>{HtmlText.Encode(text)}</bdi>")
            : $"{Isolate}{text}{EndIsolate}";
}
