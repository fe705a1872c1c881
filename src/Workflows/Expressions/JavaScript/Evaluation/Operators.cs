using System.Globalization;
using CaseFlow.Workflows.Expressions.JavaScript.Values;

namespace CaseFlow.Workflows.Expressions.JavaScript.Evaluation;

/// <summary>What JavaScript's operators do with values of any kind.</summary>
internal static class Operators
{
    public static bool IsMissing(object? value) => value is null || ReferenceEquals(value, Special.Undefined);

    public static bool IsTrue(object? value) =>
        value switch
        {
            bool truth => truth,
            null => false,
            double number => number != 0 && !double.IsNaN(number),
            string text => text.Length > 0,
            Special => false,
            _ => true,
        };

    public static string TypeOf(object? value) =>
        value switch
        {
            Special => "undefined",
            bool => "boolean",
            double => "number",
            string => "string",
            JsFunction => "function",
            _ => "object",
        };

    public static object? Add(Run run, object? left, object? right)
    {
        if (left is double a && right is double b)
        {
            return a + b;
        }

        left = ToPrimitive(run, left);
        right = ToPrimitive(run, right);
        return left is string || right is string
            ? Join(run, ToText(run, left), ToText(run, right))
            : ToNumber(run, left) + ToNumber(run, right);
    }

    public static string Join(Run run, string left, string right)
    {
        run.ChargeText((long)left.Length + right.Length);
        return string.Concat(left, right);
    }

    public static double Remainder(double left, double right)
    {
        var result = left % right;
        // The sign of a zero is that of the left side.
        return result == 0 && double.IsNegative(left) ? -0.0 : result;
    }

    public static double Power(double left, double right)
    {
        // JavaScript says NaN where IEEE says 1.
        var isNaN = double.IsNaN(right) || (Math.Abs(left) == 1 && double.IsInfinity(right));
        return isNaN ? double.NaN : Math.Pow(left, right);
    }

    /// <summary>Whether left comes before right; null when they cannot be compared, as with NaN.</summary>
    public static bool? IsLess(Run run, object? left, object? right)
    {
        left = ToPrimitive(run, left, wantsNumber: true);
        right = ToPrimitive(run, right, wantsNumber: true);
        if (left is string a && right is string b)
        {
            run.ChargeKey(a);
            return string.CompareOrdinal(a, b) < 0;
        }

        var x = ToNumber(run, left);
        var y = ToNumber(run, right);
        return double.IsNaN(x) || double.IsNaN(y) ? null : x < y;
    }

    public static bool StrictEquals(Run run, object? left, object? right)
    {
        if (left is string)
        {
            run.ChargeKey(left);
        }

        return StrictEquals(left, right);
    }

    public static bool StrictEquals(object? left, object? right) =>
        (left, right) switch
        {
            (double a, double b) => a == b,
            (string a, string b) => a == b,
            (bool a, bool b) => a == b,
            (TimeSpan a, TimeSpan b) => a == b,
            _ => ReferenceEquals(left, right),
        };

    /// <summary>As strict equality, but NaN equals itself; what includes, Map and Set go by.</summary>
    public static bool SameValue(Run run, object? left, object? right) =>
        StrictEquals(run, left, right) || (left is double.NaN && right is double.NaN);

    public static bool LooseEquals(Run run, object? left, object? right)
    {
        if (IsMissing(left) || IsMissing(right))
        {
            return IsMissing(left) && IsMissing(right);
        }

        var sameKind = TypeOf(left) == TypeOf(right) || (left is JsObject && right is JsObject);
        if (sameKind)
        {
            return StrictEquals(run, left, right);
        }

        if (left is JsObject || right is JsObject)
        {
            return LooseEquals(run, ToPrimitive(run, left), ToPrimitive(run, right));
        }

        return ToNumber(run, left) == ToNumber(run, right);
    }

    public static double ToNumber(Run run, object? value) =>
        value switch
        {
            double number => number,
            null => 0,
            bool truth => truth ? 1 : 0,
            string text => ParseNumber(run, text),
            Special => double.NaN,
            TimeSpan span => span.TotalMilliseconds,
            _ => ToNumber(run, ToPrimitive(run, value, wantsNumber: true)),
        };

    /// <summary>A whole number for places and counts: NaN becomes 0, fractions are cut off.</summary>
    public static double ToInteger(Run run, object? value)
    {
        var number = ToNumber(run, value);
        return double.IsNaN(number) ? 0 : Math.Truncate(number) + 0.0;
    }

    public static string ToText(Run run, object? value) =>
        value switch
        {
            string text => text,
            double number => NumberText.Of(number),
            bool truth => truth ? "true" : "false",
            null => "null",
            Special => "undefined",
            TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
            _ => ToText(run, ToPrimitive(run, value, wantsNumber: false)),
        };

    /// <summary>The name of a member whose key is written as it is, such as <c>[true]</c>.</summary>
    public static string Key(object? literal) =>
        literal switch
        {
            string text => text,
            double number => NumberText.Of(number),
            bool truth => truth ? "true" : "false",
            null => "null",
            _ => "undefined",
        };

    /// <summary>What an object counts as among numbers and texts; without a wish, dates count as text and the rest as numbers.</summary>
    public static object? ToPrimitive(Run run, object? value, bool? wantsNumber = null)
    {
        if (value is not JsObject target)
        {
            return value;
        }

        var numberFirst = wantsNumber ?? target is not JsDate;
        run.Enter();
        run.Charge();
        try
        {
            foreach (var name in numberFirst ? new[] { "valueOf", "toString" } : ["toString", "valueOf"])
            {
                if (Members.GetNamed(run, target, name) is JsFunction method)
                {
                    var result = method.Invoke(run, target, []);
                    if (result is not JsObject)
                    {
                        return result;
                    }
                }
            }
        }
        finally
        {
            run.Leave();
        }

        throw run.TypeError("Cannot convert object to primitive value");
    }

    /// <summary>A value as error messages name it.</summary>
    public static string Describe(object? value) =>
        value switch
        {
            null => "null",
            Special => "undefined",
            string text => text.Length > 40 ? $"\"{text[..40]}…\"" : $"\"{text}\"",
            double number => NumberText.Of(number),
            bool truth => truth ? "true" : "false",
            JsFunction function => $"function {function.Name}",
            JsObject target => "an object of kind " + target.Kind,
            _ => "a time span",
        };

    private static double ParseNumber(Run run, string text)
    {
        run.ChargeText(text.Length);
        return NumberText.Parse(text);
    }
}
