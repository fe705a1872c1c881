using System.Globalization;
using System.Text;
using CaseFlow.Workflows.Expressions.JavaScript.Parsing;

namespace CaseFlow.Workflows.Expressions.JavaScript.Values;

/// <summary>Numbers to text and back, by JavaScript's rules.</summary>
internal static class NumberText
{
    /// <summary>The shortest text that reads back as the same number.</summary>
    public static string Of(double value)
    {
        if (value == (int)value)
        {
            return ((int)value).ToString(CultureInfo.InvariantCulture);
        }

        if (double.IsNaN(value))
        {
            return "NaN";
        }

        if (double.IsInfinity(value))
        {
            return value > 0 ? "Infinity" : "-Infinity";
        }

        var (digits, exponent) = Digits(Math.Abs(value).ToString("E16", CultureInfo.InvariantCulture), Math.Abs(value));
        return (value < 0 ? "-" : "") + Arrange(digits, exponent);
    }

    /// <summary>The number a text stands for; NaN when it is none. Blank text is zero.</summary>
    public static double Parse(string text)
    {
        var trimmed = Trim(text);
        if (trimmed.Length == 0)
        {
            return 0;
        }

        if (trimmed.Length > 2 && trimmed[0] == '0' && char.ToLowerInvariant(trimmed[1]) is 'x' or 'o' or 'b')
        {
            var radix = char.ToLowerInvariant(trimmed[1]) switch
            {
                'x' => 16,
                'o' => 8,
                _ => 2,
            };
            var (value, length) = ParseDigits(trimmed[2..], radix);
            return length == trimmed.Length - 2 ? value : double.NaN;
        }

        var found = DecimalLength(trimmed);
        return found == trimmed.Length ? ParseDecimal(trimmed) : double.NaN;
    }

    /// <summary>How many characters at the start make up a decimal number; 0 when none do.</summary>
    public static int DecimalLength(string text)
    {
        var i = text.Length > 0 && text[0] is '+' or '-' ? 1 : 0;
        if (string.CompareOrdinal(text, i, "Infinity", 0, 8) == 0)
        {
            return i + 8;
        }

        var first = i;
        SkipDigits(text, ref i);
        var digits = i - first;
        if (i < text.Length && text[i] == '.')
        {
            var point = ++i;
            SkipDigits(text, ref i);
            digits += i - point;
        }

        if (digits == 0)
        {
            return 0;
        }

        if (i < text.Length && text[i] is 'e' or 'E')
        {
            var e = i + 1;
            e += e < text.Length && text[e] is '+' or '-' ? 1 : 0;
            var exponent = e;
            SkipDigits(text, ref e);
            i = e > exponent ? e : i;
        }

        return i;
    }

    /// <summary>Reads a text that <see cref="DecimalLength"/> has measured.</summary>
    public static double ParseDecimal(string text) =>
        text.EndsWith("Infinity", StringComparison.Ordinal)
            ? text[0] == '-'
                ? double.NegativeInfinity
                : double.PositiveInfinity
            : double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>Reads digits of a radix up to the first character that is none.</summary>
    public static (double Value, int Length) ParseDigits(string text, int radix)
    {
        double value = 0;
        var i = 0;
        for (; i < text.Length; i++)
        {
            var c = char.ToLowerInvariant(text[i]);
            var digit =
                char.IsAsciiDigit(c) ? c - '0'
                : c is >= 'a' and <= 'z' ? c - 'a' + 10
                : 99;
            if (digit >= radix)
            {
                break;
            }

            value = value * radix + digit;
        }

        return (i == 0 ? double.NaN : value, i);
    }

    public static bool IsBlank(char c) => Lexer.IsBlank(c) || Lexer.IsLineEnd(c);

    public static string Trim(string text) => TrimEnd(TrimStart(text));

    public static string TrimStart(string text)
    {
        var i = 0;
        while (i < text.Length && IsBlank(text[i]))
        {
            i++;
        }

        return text[i..];
    }

    public static string TrimEnd(string text)
    {
        var i = text.Length;
        while (i > 0 && IsBlank(text[i - 1]))
        {
            i--;
        }

        return text[..i];
    }

    private static void SkipDigits(string text, ref int i)
    {
        while (i < text.Length && char.IsAsciiDigit(text[i]))
        {
            i++;
        }
    }

    /// <summary>Splits a number into its significant digits and the place of the point behind the first of them.</summary>
    private static (string Digits, int Exponent) Digits(string scientific, double value)
    {
        // "R" is the shortest text; its exponent is hard to read off, that of "E16" is not.
        var exponent = int.Parse(
            scientific.AsSpan(scientific.IndexOf('E') + 1),
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture
        );
        var shortest = value.ToString("R", CultureInfo.InvariantCulture);
        var mantissa = shortest.Split('E')[0].Replace(".", "", StringComparison.Ordinal).Trim('0');
        // 9.999999999999999e22 rounds up to 1E+23 with 17 digits.
        if (shortest.Split('E') is [_, var written])
        {
            exponent = int.Parse(written, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        }

        return (mantissa, exponent);
    }

    private static string Arrange(string digits, int exponent)
    {
        if (exponent is >= 21 or < -6)
        {
            var sign = exponent > 0 ? "+" : "-";
            var point = digits.Length > 1 ? "." + digits[1..] : "";
            return $"{digits[0]}{point}e{sign}{Math.Abs(exponent)}";
        }

        if (exponent < 0)
        {
            return "0." + new string('0', -exponent - 1) + digits;
        }

        return digits.Length <= exponent + 1
            ? digits.PadRight(exponent + 1, '0')
            : new StringBuilder(digits).Insert(exponent + 1, '.').ToString();
    }
}
