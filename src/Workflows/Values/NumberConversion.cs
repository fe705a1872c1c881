using System.Globalization;
using System.Text.RegularExpressions;

namespace CaseFlow.Workflows.Values;

/// <summary>Conversions to numbers.</summary>
internal static partial class NumberConversion
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public static Conversion ToWhole(object value, long lowest, long highest) =>
        value switch
        {
            bool flag => Conversion.To(flag ? 1L : 0L),
            long number => Within(number, lowest, highest),
            int number => Within(number, lowest, highest),
            decimal number => Within(decimal.Round(number, MidpointRounding.ToEven), lowest, highest),
            double number => Rounded(number, lowest, highest),
            string text => WholeText(text.Trim(), lowest, highest),
            _ => Conversion.WrongKind,
        };

    public static Conversion ToSingle(object value)
    {
        var (number, code) = ToDouble(value);
        if (code is not null)
        {
            return new Conversion(null, code);
        }
        var wide = (double)number!;
        var narrow = (float)wide;
        return float.IsInfinity(narrow) && !double.IsInfinity(wide)
            ? Conversion.OutOfRange
            : Conversion.To((double)narrow);
    }

    public static Conversion ToDouble(object value) =>
        value switch
        {
            bool flag => Conversion.To(flag ? 1d : 0d),
            double => Conversion.To(value),
            long number => Conversion.To((double)number),
            int number => Conversion.To((double)number),
            decimal number => Conversion.To((double)number),
            string text => double.TryParse(Ungrouped(text), NumberStyles.Float, Invariant, out var number)
                ? Conversion.To(number)
                : Conversion.BadText,
            _ => Conversion.WrongKind,
        };

    public static Conversion ToDecimal(object value) =>
        value switch
        {
            bool flag => Conversion.To(flag ? 1m : 0m),
            decimal => Conversion.To(value),
            long number => Conversion.To((decimal)number),
            int number => Conversion.To((decimal)number),
            double number => DecimalOf(number),
            string text => decimal.TryParse(Ungrouped(text), NumberStyles.Float, Invariant, out var number)
                ? Conversion.To(number)
                : Conversion.BadText,
            _ => Conversion.WrongKind,
        };

    /// <summary>
    /// Thousands may be set apart, as in <c>1,000.50</c>. Elsa takes a comma anywhere, and fifteen for <c>1,5</c>; that is refused here.
    /// </summary>
    private static string Ungrouped(string text) =>
        Grouped().IsMatch(text) ? text.Replace(",", "", StringComparison.Ordinal) : text;

    [GeneratedRegex(@"^\s*[+-]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]*)?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Grouped();

    private static Conversion DecimalOf(double number) =>
        // The cast throws just outside of the range, which no double comparison can tell exactly: stay clear of the edge.
        double.IsFinite(number)
        && Math.Abs(number) < 7.9e28
            ? Conversion.To((decimal)number)
            : Conversion.OutOfRange;

    private static Conversion Within(decimal number, long lowest, long highest) =>
        number >= lowest && number <= highest ? Conversion.To((long)number) : Conversion.OutOfRange;

    private static Conversion Rounded(double number, long lowest, long highest)
    {
        var whole = Math.Round(number, MidpointRounding.ToEven);
        return double.IsFinite(whole) && Math.Abs(whole) < 9.3e18
            ? Within((decimal)whole, lowest, highest)
            : Conversion.OutOfRange;
    }

    private static Conversion WholeText(string text, long lowest, long highest)
    {
        if (Hexadecimal(text) is { } digits)
        {
            return long.TryParse(digits, NumberStyles.AllowHexSpecifier, Invariant, out var hex)
                ? Within(hex, lowest, highest)
                : Conversion.BadText;
        }
        if (long.TryParse(text, NumberStyles.Integer, Invariant, out var number))
        {
            return Within(number, lowest, highest);
        }
        return System.Numerics.BigInteger.TryParse(text, NumberStyles.Integer, Invariant, out _)
            ? Conversion.OutOfRange
            : Conversion.BadText;
    }

    /// <summary>The framework's own converters, and so Elsa, read <c>#1F</c>, <c>0x1F</c> and <c>&amp;h1F</c> as whole numbers.</summary>
    private static string? Hexadecimal(string text) =>
        text.StartsWith('#') ? text[1..]
        : text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("&h", StringComparison.OrdinalIgnoreCase)
            ? text[2..]
        : null;
}
