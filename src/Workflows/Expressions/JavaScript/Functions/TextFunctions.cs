using CaseFlow.Workflows.Expressions.JavaScript.Evaluation;

namespace CaseFlow.Workflows.Expressions.JavaScript.Functions;

/// <summary><c>String</c> and its functions.</summary>
internal static class TextFunctions
{
    public static readonly NativeFunction Kind = new(
        "String",
        1,
        (run, _, a) => a.Length == 0 ? "" : Operators.ToText(run, a[0]),
        construct: null,
        NativeFunctions.Members(("fromCharCode", 1, FromCharCode), ("fromCodePoint", 1, FromCodePoint))
    );

    private static string FromCharCode(Run run, object? self, object?[] arguments)
    {
        run.ChargeText(arguments.Length);
        return string.Concat(arguments.Select(a => CodeUnit(Operators.ToInteger(run, a))));
    }

    private static string FromCodePoint(Run run, object? self, object?[] arguments)
    {
        run.ChargeText(arguments.Length * 2L);
        return string.Concat(arguments.Select(a => Character(run, Operators.ToNumber(run, a))));
    }

    private static char CodeUnit(double code) => double.IsFinite(code) ? (char)((code % 65536 + 65536) % 65536) : '\0';

    private static string Character(Run run, double code) =>
        code != Math.Floor(code) || code is < 0 or > 0x10FFFF ? throw run.RangeError("Invalid code point")
        : code is >= 0xD800 and <= 0xDFFF ? ((char)code).ToString()
        : char.ConvertFromUtf32((int)code);
}
