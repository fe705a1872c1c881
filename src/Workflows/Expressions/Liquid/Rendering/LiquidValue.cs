using System.Globalization;
using CaseFlow.Workflows.Expressions.Liquid.Syntax;

namespace CaseFlow.Workflows.Expressions.Liquid.Rendering;

/// <summary>What plain values are worth as text, number, truth and list.</summary>
internal static class LiquidValue
{
    public static bool IsTrue(object? value) => value is not (null or false);

    public static bool IsNumber(object? value) => value is decimal or long or double or int;

    /// <summary>Booleans print in lower case, dates as <c>yyyy-MM-dd HH:mm:ssZ</c>, lists as their items in a row, objects as JSON.</summary>
    public static string ToText(object? value, LiquidContext context)
    {
        switch (value)
        {
            case null or Keyword:
                return "";
            case string text:
                return text;
            case LiquidMarkup markup:
                return markup.Html;
            case bool truth:
                return truth ? "true" : "false";
            case IReadOnlyList<object?> list:
                return JoinText(list, "", context, 0);
            case IReadOnlyDictionary<string, object?>:
                return JsonText.Write(value, context);
            default:
                return ScalarText(value);
        }
    }

    /// <summary>Items one after another; items that are lists in turn are flattened.</summary>
    public static string JoinText(IReadOnlyList<object?> list, string separator, LiquidContext context, int depth = 0)
    {
        if (depth > context.Settings.Limits.Depth)
        {
            throw context.Error("A list is nested too deeply.", LiquidContext.TooMuch);
        }

        var result = new System.Text.StringBuilder();
        for (var i = 0; i < list.Count; i++)
        {
            var text = list[i] is IReadOnlyList<object?> inner
                ? JoinText(inner, separator, context, depth + 1)
                : ToText(list[i], context);
            context.ChargeText(text.Length + separator.Length);
            result.Append(i > 0 ? separator : "").Append(text);
            if (result.Length > context.Settings.Limits.TextLength)
            {
                throw context.Error("A text becomes too long.", LiquidContext.TooMuch);
            }
        }

        return result.ToString();
    }

    private static string ScalarText(object value) =>
        value switch
        {
            decimal number => NumberText(number),
            long number => number.ToString(CultureInfo.InvariantCulture),
            int number => number.ToString(CultureInfo.InvariantCulture),
            double number => TryDecimal(number, out var exact)
                ? NumberText(exact)
                : number.ToString("R", CultureInfo.InvariantCulture),
            DateTimeOffset moment => moment.ToString("u", CultureInfo.InvariantCulture),
            TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
            Guid id => id.ToString("D"),
            _ => "",
        };

    /// <summary>A fraction keeps one zero at most: 1.50 is <c>1.5</c>, 2.00 is <c>2.0</c>, 2 is <c>2</c>.</summary>
    private static string NumberText(decimal number)
    {
        if (number.Scale == 0)
        {
            return number.ToString(CultureInfo.InvariantCulture);
        }

        return number == decimal.Truncate(number)
            ? number.ToString("F1", CultureInfo.InvariantCulture)
            : number.ToString("0.############################", CultureInfo.InvariantCulture);
    }

    /// <summary>A number of any type, or text that is one. Null is 0; other things are 0 too, or an error in strict mode.</summary>
    public static decimal ToNumber(object? value, LiquidContext context)
    {
        switch (value)
        {
            case decimal number:
                return number;
            case long number:
                return number;
            case int number:
                return number;
            case double number:
                return TryDecimal(number, out var exact) ? exact : throw context.Error("The number is out of range.");
            case null or "":
                return 0;
            case bool truth:
                return truth ? 1 : 0;
        }

        return TryNumber(ToText(value, context), out var parsed) ? parsed
            : context.Settings.StrictFields ? throw context.Error("This is not a number.", "not-a-number")
            : 0;
    }

    public static int ToInteger(object? value, LiquidContext context)
    {
        var number = decimal.Truncate(ToNumber(value, context));
        return number is < int.MinValue or > int.MaxValue
            ? throw context.Error("The number is out of range.")
            : (int)number;
    }

    private static bool TryNumber(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);

    private static bool TryDecimal(double value, out decimal number) =>
        TryNumber(value.ToString("R", CultureInfo.InvariantCulture), out number);
}
