using System.Collections.Frozen;
using CaseFlow.Workflows.Expressions.JavaScript.Evaluation;
using CaseFlow.Workflows.Expressions.JavaScript.Values;

namespace CaseFlow.Workflows.Expressions.JavaScript.Functions;

/// <summary>The names every script knows, and those it is told not to use.</summary>
internal static class Globals
{
    public static readonly FrozenDictionary<string, object?> Table = new Dictionary<string, object?>
    {
        ["undefined"] = Special.Undefined,
        ["NaN"] = double.NaN,
        ["Infinity"] = double.PositiveInfinity,
        ["Math"] = MathFunctions.Namespace,
        ["JSON"] = JsonFunctions.Namespace,
        ["TimeSpan"] = TimeSpanFunctions.Namespace,
    }
        .Concat(Functions.Concat(WorkflowFunctions.All).Select(f => KeyValuePair.Create(f.Name, (object?)f)))
        .ToFrozenDictionary();

    /// <summary>Known elsewhere but refused here: the code and what to do instead.</summary>
    public static readonly FrozenDictionary<string, (string Code, string Message)> Refused = Refusals()
        .SelectMany(r => r.Names.Split(' ').Select(name => KeyValuePair.Create(name, (r.Code, r.Message))))
        .ToFrozenDictionary();

    private static IEnumerable<NativeFunction> Functions =>
        [
            ListFunctions.Kind,
            new("Boolean", 1, (_, _, a) => Operators.IsTrue(a.At(0))),
            DateFunctions.Kind,
            MapMethods.Kind,
            NumberFunctions.Kind,
            ObjectFunctions.Kind,
            RegexMethods.Kind,
            SetMethods.Kind,
            TextFunctions.Kind,
            NumberFunctions.ParseFloat,
            NumberFunctions.ParseInt,
            NumberFunctions.IsNaN,
            NumberFunctions.IsFinite,
            UriFunctions.EncodeComponent,
            UriFunctions.DecodeComponent,
            UriFunctions.Encoded,
            UriFunctions.Decoded,
            .. ErrorFunctions.Names.Select(ErrorFunctions.Kind),
        ];

    private static IEnumerable<(string Names, string Code, string Message)> Refusals() =>
        [
            ("Promise setTimeout setInterval setImmediate queueMicrotask", "async", "let the workflow wait."),
            ("Function", "eval", "text is never run as a script."),
            ("Symbol", "symbol", "use a text as the key."),
            ("Intl", "intl", "format in the letter."),
            ("Proxy Reflect WeakMap WeakSet WeakRef", "reflection", "use plain objects."),
            ("BigInt", "bigint", "use a number."),
            (
                "ArrayBuffer DataView Int8Array Uint8Array Int16Array Uint16Array Int32Array Uint32Array Float32Array Float64Array",
                "typed-array",
                "use a list of numbers."
            ),
            ("globalThis window self global", "global-object", "use the names themselves."),
            ("console alert", "console", "take the value as the result to look at it."),
            ("require process Buffer fetch XMLHttpRequest", "host", "a script reaches nothing outside the workflow."),
            ("Guid", "clr", "use newGuid() and parseGuid(text)."),
            ("DateTime DateTimeOffset", "clr", "use new Date(), DateTime.Now or DateTime.UtcNow."),
            ("Random", "clr", "use Math.random()."),
            ("streamToBytes streamToBase64", "stream", "variables hold no streams."),
            ("getConfig", "config", "settings are not readable from scripts."),
            ("getSecret", "secrets", "secrets are not readable from scripts."),
        ];
}
