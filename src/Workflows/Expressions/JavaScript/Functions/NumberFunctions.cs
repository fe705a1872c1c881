using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using CaseFlow.Workflows.Expressions.JavaScript.Evaluation;
using CaseFlow.Workflows.Expressions.JavaScript.Values;

namespace CaseFlow.Workflows.Expressions.JavaScript.Functions;

/// <summary><c>Number</c>, and the functions that read numbers.</summary>
internal static class NumberFunctions
{
    public static readonly NativeFunction ParseFloat = new("parseFloat", 1, ReadFloat);
    public static readonly NativeFunction ParseInt = new("parseInt", 2, ReadInt);
    public static readonly NativeFunction IsNaN = new(
        "isNaN",
        1,
        (run, _, a) => double.IsNaN(Operators.ToNumber(run, a.At(0)))
    );
    public static readonly NativeFunction IsFinite = new(
        "isFinite",
        1,
        (run, _, a) => double.IsFinite(Operators.ToNumber(run, a.At(0)))
    );

    public static readonly NativeFunction Kind = new(
        "Number",
        1,
        (run, _, a) => a.Length == 0 ? 0.0 : Operators.ToNumber(run, a[0]),
        construct: null,
        [
            .. NativeFunctions.Members(
                ("isFinite", 1, (_, _, a) => a.At(0) is double n && double.IsFinite(n)),
                ("isInteger", 1, (_, _, a) => IsInteger(a.At(0))),
                ("isNaN", 1, (_, _, a) => a.At(0) is double.NaN),
                ("isSafeInteger", 1, (_, _, a) => IsInteger(a.At(0)) && Math.Abs((double)a[0]!) <= MaxSafe)
            ),
            new("parseFloat", ParseFloat),
            new("parseInt", ParseInt),
            new("EPSILON", Math.Pow(2, -52)),
            new("MAX_SAFE_INTEGER", MaxSafe),
            new("MIN_SAFE_INTEGER", -MaxSafe),
            new("MAX_VALUE", double.MaxValue),
            new("MIN_VALUE", double.Epsilon),
            new("NaN", double.NaN),
            new("NEGATIVE_INFINITY", double.NegativeInfinity),
            new("POSITIVE_INFINITY", double.PositiveInfinity),
        ]
    );

    private const double MaxSafe = 9007199254740991;

    private static bool IsInteger(object? value) => value is double n && double.IsFinite(n) && n == Math.Floor(n);

    private static object ReadFloat(Run run, object? self, object?[] arguments)
    {
        var text = NumberText.TrimStart(Operators.ToText(run, arguments.At(0)));
        run.ChargeText(text.Length);
        var length = NumberText.DecimalLength(text);
        return length == 0 ? double.NaN : NumberText.ParseDecimal(text[..length]);
    }

    private static object ReadInt(Run run, object? self, object?[] arguments)
    {
        var text = NumberText.Trim(Operators.ToText(run, arguments.At(0)));
        run.ChargeText(text.Length);
        var radix = Operators.ToInteger(run, arguments.At(1));
        var isNegative = text.StartsWith('-');
        text = text.Length > 0 && text[0] is '+' or '-' ? text[1..] : text;
        if (radix is 0 or 16 && text.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            text = text[2..];
            radix = 16;
        }

        radix = radix == 0 ? 10 : radix;
        if (radix is < 2 or > 36)
        {
            return double.NaN;
        }

        var (value, length) = NumberText.ParseDigits(text, (int)radix);
        // Many decimal digits are rounded once, not at each digit.
        value = radix == 10 && length > 15 ? NumberText.ParseDecimal(text[..length]) : value;
        return isNegative ? -value : value;
    }
}

/// <summary>Methods of numbers.</summary>
internal static class NumberMethods
{
    public static readonly FrozenDictionary<string, NativeFunction> Table = NativeFunctions.Table(
        ("toExponential", 1, On(ToExponential)),
        ("toFixed", 1, On(ToFixed)),
        ("toPrecision", 1, On(ToPrecision)),
        ("toString", 1, On(ToText)),
        ("valueOf", 0, On((_, number, _) => number))
    );

    private static Native On(Func<Run, double, object?[], object?> method) =>
        (run, self, arguments) =>
            self is double number
                ? method(run, number, arguments)
                : throw run.TypeError("A method of numbers was called on something else");

    private static string ToFixed(Run run, double number, object?[] arguments)
    {
        var digits = Digits(run, arguments, 0);
        if (!double.IsFinite(number) || Math.Abs(number) >= 1e21)
        {
            return NumberText.Of(number);
        }

        var text = ExactDecimal
            .Scale(Math.Abs(number), digits)
            .ToString(CultureInfo.InvariantCulture)
            .PadLeft(digits + 1, '0');
        var sign = number < 0 ? "-" : "";
        return sign + (digits == 0 ? text : text.Insert(text.Length - digits, "."));
    }

    private static string ToPrecision(Run run, double number, object?[] arguments)
    {
        if (ReferenceEquals(arguments.At(0), Special.Undefined) || !double.IsFinite(number))
        {
            return NumberText.Of(number);
        }

        var digits = Digits(run, arguments, 1);
        var (mantissa, exponent) = Scientific(number, digits - 1);
        if (exponent < -6 || exponent >= digits)
        {
            return Exponential(mantissa, exponent);
        }

        var all = mantissa.Replace(".", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        var sign = number < 0 ? "-" : "";
        if (exponent < 0)
        {
            return sign + "0." + new string('0', -exponent - 1) + all;
        }

        return sign + (all.Length == exponent + 1 ? all : all.Insert(exponent + 1, "."));
    }

    private static string ToExponential(Run run, double number, object?[] arguments)
    {
        if (!double.IsFinite(number))
        {
            return NumberText.Of(number);
        }

        if (ReferenceEquals(arguments.At(0), Special.Undefined))
        {
            for (var d = 0; ; d++)
            {
                var (shortest, power) = Scientific(number, d);
                if (d >= 17 || double.Parse($"{shortest}E{power}", CultureInfo.InvariantCulture) == number)
                {
                    return Exponential(shortest, power);
                }
            }
        }

        var (mantissa, exponent) = Scientific(number, Digits(run, arguments, 0));
        return Exponential(mantissa, exponent);
    }

    private static (string Mantissa, int Exponent) Scientific(double number, int digits)
    {
        if (number == 0)
        {
            return (digits == 0 ? "0" : "0." + new string('0', digits), 0);
        }

        var (text, exponent) = ExactDecimal.Significant(Math.Abs(number), digits + 1);
        return ((number < 0 ? "-" : "") + (digits == 0 ? text : text.Insert(1, ".")), exponent);
    }

    private static string Exponential(string mantissa, int exponent) =>
        $"{mantissa}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent)}";

    private static int Digits(Run run, object?[] arguments, int least)
    {
        var digits = Operators.ToInteger(run, arguments.At(0));
        return digits >= least && digits <= 100
            ? (int)digits
            : throw run.RangeError($"The number of digits must lie between {least} and 100");
    }

    private static string ToText(Run run, double number, object?[] arguments)
    {
        var radix = ReferenceEquals(arguments.At(0), Special.Undefined)
            ? 10
            : Operators.ToInteger(run, arguments.At(0));
        if (radix is < 2 or > 36)
        {
            throw run.RangeError("toString() radix must be between 2 and 36");
        }

        return radix == 10 || !double.IsFinite(number) ? NumberText.Of(number) : InRadix(number, (int)radix);
    }

    private static string InRadix(double number, int radix)
    {
        const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";
        var whole = Math.Floor(Math.Abs(number));
        var fraction = Math.Abs(number) - whole;
        var result = new StringBuilder();
        do
        {
            result.Insert(0, Digits[(int)(whole % radix)]);
            whole = Math.Floor(whole / radix);
        } while (whole > 0);

        if (fraction > 0)
        {
            result.Append('.');
            // As many digits as tell the number from its neighbours.
            var delta = Math.Max(0.5 * (Math.BitIncrement(Math.Abs(number)) - Math.Abs(number)), double.Epsilon);
            do
            {
                fraction *= radix;
                delta *= radix;
                var digit = (int)fraction;
                fraction -= digit;
                if (fraction > 0.5 && fraction + delta > 1 && digit + 1 < radix)
                {
                    digit++;
                    fraction = 0;
                }

                result.Append(Digits[digit]);
            } while (fraction >= delta);
        }

        return (number < 0 ? "-" : "") + result;
    }
}

/// <summary>Methods of true and false.</summary>
internal static class BooleanMethods
{
    public static readonly FrozenDictionary<string, NativeFunction> Table = NativeFunctions.Table(
        ("toString", 0, (_, self, _) => self is true ? "true" : "false")
    );
}
