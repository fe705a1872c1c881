using System.Text;
using CaseFlow.Workflows.Expressions.JavaScript.Evaluation;
using CaseFlow.Workflows.Expressions.JavaScript.Values;

namespace CaseFlow.Workflows.Expressions.JavaScript.Functions;

/// <summary>Text, bytes (a list of numbers) and base 64 into one another; text counts as UTF-8.</summary>
internal static class Encodings
{
    public static readonly IReadOnlyList<NativeFunction> All =
    [
        Function("bytesToString", (run, value) => FromUtf8(run, ToBytes(run, value))),
        Function("bytesFromString", (run, value) => FromBytes(run, ToUtf8(run, value))),
        Function("bytesToBase64", (run, value) => ToBase64(run, ToBytes(run, value))),
        Function("bytesFromBase64", (run, value) => FromBytes(run, FromBase64(run, value))),
        Function("stringToBase64", (run, value) => ToBase64(run, ToUtf8(run, value))),
        Function("stringFromBase64", (run, value) => FromUtf8(run, FromBase64(run, value))),
    ];

    private static NativeFunction Function(string name, Func<Run, object?, object?> body) =>
        new(name, 1, (run, _, arguments) => body(run, arguments.At(0)));

    private static byte[] ToBytes(Run run, object? value) =>
        [.. Iteration.Items(run, value).Select(item => (byte)((long)Operators.ToInteger(run, item) & 255))];

    private static JsArray FromBytes(Run run, byte[] bytes)
    {
        run.CheckItems(bytes.Length);
        run.Charge(bytes.Length);
        return new JsArray([.. bytes.Select(b => (object?)(double)b)]);
    }

    private static byte[] ToUtf8(Run run, object? value)
    {
        var text = Operators.ToText(run, value);
        run.ChargeText(text.Length);
        return Encoding.UTF8.GetBytes(text);
    }

    private static string FromUtf8(Run run, byte[] bytes)
    {
        run.ChargeText(bytes.Length);
        return Encoding.UTF8.GetString(bytes);
    }

    private static string ToBase64(Run run, byte[] bytes)
    {
        run.ChargeText((bytes.Length + 2L) / 3 * 4);
        return Convert.ToBase64String(bytes);
    }

    private static byte[] FromBase64(Run run, object? value)
    {
        var text = Operators.ToText(run, value);
        run.ChargeText(text.Length);
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var written)
            ? bytes[..written]
            : throw run.TypeError("The text is no base 64");
    }
}
