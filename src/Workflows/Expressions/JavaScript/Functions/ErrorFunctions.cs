using System.Collections.Frozen;
using CaseFlow.Workflows.Expressions.JavaScript.Evaluation;
using CaseFlow.Workflows.Expressions.JavaScript.Values;

namespace CaseFlow.Workflows.Expressions.JavaScript.Functions;

/// <summary><c>Error</c> and its relatives.</summary>
internal static class ErrorFunctions
{
    public static readonly IReadOnlyList<string> Names =
    [
        "Error",
        "EvalError",
        "RangeError",
        "ReferenceError",
        "SyntaxError",
        "TypeError",
        "URIError",
    ];

    public static NativeFunction Kind(string name)
    {
        Native make = (run, _, arguments) => Make(run, name, arguments);
        return new NativeFunction(name, 1, make, make);
    }

    private static JsError Make(Run run, string name, object?[] arguments)
    {
        var hasMessage = !ReferenceEquals(arguments.At(0), Special.Undefined);
        var error = new JsError(name, hasMessage ? Operators.ToText(run, arguments[0]) : null);
        if (arguments.At(1) is JsObject options && options.TryGet("cause", out var cause))
        {
            error.Hide("cause", cause);
        }

        return error;
    }
}

/// <summary>Methods of errors.</summary>
internal static class ErrorMethods
{
    public static readonly FrozenDictionary<string, NativeFunction> Table = NativeFunctions.Table(
        ("toString", 0, (run, self, _) => Text(run, self))
    );

    /// <summary>The error as <c>Name: message</c>.</summary>
    public static string Text(Run run, object? self)
    {
        var name = Members.GetNamed(run, self, "name");
        var message = Members.GetNamed(run, self, "message");
        var shownName = name is Special ? "Error" : Operators.ToText(run, name);
        var shownMessage = message is Special ? "" : Operators.ToText(run, message);
        return shownMessage.Length == 0 ? shownName
            : shownName.Length == 0 ? shownMessage
            : $"{shownName}: {shownMessage}";
    }
}
