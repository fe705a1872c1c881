using CaseFlow.Workflows.Expressions.JavaScript.Evaluation;
using CaseFlow.Workflows.Expressions.JavaScript.Values;

namespace CaseFlow.Workflows.Expressions.JavaScript.Functions;

/// <summary>Finding a text in a text, character by character and without regard to language.</summary>
internal static class TextSearch
{
    /// <summary>The first place at or after <paramref name="from"/>, or -1.</summary>
    public static int Find(Run run, string text, string needle, int from)
    {
        ChargeNeedle(run, text.Length - from, needle.Length);
        var found = text.IndexOf(needle, from, StringComparison.Ordinal);
        run.Charge(((found < 0 ? text.Length : found) - from) / 64);
        return found;
    }

    public static object? LastIndexOf(Run run, string text, object?[] arguments)
    {
        var needle = Operators.ToText(run, arguments.At(0));
        var from = Operators.ToNumber(run, arguments.At(1));
        var last = double.IsNaN(from) ? text.Length : TextMethods.Clamp(Math.Truncate(from), text.Length);
        ChargeNeedle(run, text.Length, needle.Length);
        run.Charge(text.Length / 64);
        for (var i = Math.Min(last, text.Length - needle.Length); i >= 0; i--)
        {
            if (string.CompareOrdinal(text, i, needle, 0, needle.Length) == 0)
            {
                return (double)i;
            }
        }

        return -1.0;
    }

    public static object? StartsWith(Run run, string text, object?[] arguments)
    {
        var needle = Needle(run, arguments, "startsWith");
        var from = TextMethods.Clamp(Operators.ToInteger(run, arguments.At(1)), text.Length);
        return text.AsSpan(from).StartsWith(needle, StringComparison.Ordinal);
    }

    public static object? EndsWith(Run run, string text, object?[] arguments)
    {
        var needle = Needle(run, arguments, "endsWith");
        var end = ReferenceEquals(arguments.At(1), Special.Undefined)
            ? text.Length
            : TextMethods.Clamp(Operators.ToInteger(run, arguments.At(1)), text.Length);
        return text.AsSpan(0, end).EndsWith(needle, StringComparison.Ordinal);
    }

    /// <summary>The text to look for, where a regular expression would be a mistake.</summary>
    public static string Needle(Run run, object?[] arguments, string method) =>
        arguments.At(0) is JsRegex
            ? throw run.TypeError($"First argument to String.prototype.{method} must not be a regular expression")
            : Operators.ToText(run, arguments.At(0));

    // Long needles that nearly fit everywhere cost the product of both lengths.
    private static void ChargeNeedle(Run run, int length, int needle) =>
        run.Charge((length / 64L) * (needle / 256) + needle / 64);
}
