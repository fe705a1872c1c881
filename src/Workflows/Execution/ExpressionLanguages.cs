using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Expressions;
using CaseFlow.Workflows.Expressions.JavaScript;
using CaseFlow.Workflows.Expressions.Liquid;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Execution;

/// <summary>Runs an expression in the language it names. Compiled forms are kept on the expression, once per definition.</summary>
internal static class ExpressionLanguages
{
    /// <summary>The value, converted to the type.</summary>
    /// <exception cref="ExpressionException">The expression fails, or its value cannot become the type.</exception>
    public static object? Evaluate(
        InputExpression expression,
        ValueType type,
        BurstScope scope,
        string what,
        IReadOnlyDictionary<string, object?>? arguments = null
    ) =>
        expression.Syntax switch
        {
            "Literal" => expression.Compiled(_ => new Ready(Fitting.To(type, expression.Value, what))).Value,
            "Object" or "Json" => expression
                .Compiled(text => new Ready(Fitting.To(type, Parsed(text, type), what)))
                .Value,
            "Variable" => Fitting.To(type, Variable(expression, scope), what),
            "Input" => Fitting.To(type, Input(expression, scope), what),
            "JavaScript" => Fitting.To(
                type,
                expression.Compiled(Script).Evaluate(scope, ExpressionLimits.Default, arguments),
                what
            ),
            // A guard that prints anything but "true" does not hold.
            "Liquid" when type.Kind is ValueKind.Boolean => expression.Compiled(Template).Holds(scope),
            "Liquid" => Fitting.To(type, expression.Compiled(Template).Render(scope), what),
            _ => throw new ExpressionException($"The language {expression.Syntax} is not installed."),
        };

    /// <summary>Compiles a script.</summary>
    /// <exception cref="ExpressionException">The text is outside of the language.</exception>
    public static Script Script(string text) =>
        Expressions.JavaScript.Script.TryParse(text, out var script, out var problems)
            ? script
            : throw Unreadable(problems);

    private static LiquidExpression Template(string text) =>
        LiquidExpression.TryParse(text, out var template, out var problems) ? template : throw Unreadable(problems);

    private static ExpressionException Unreadable(IReadOnlyList<ExpressionProblem> problems) =>
        new(problems[0].Message, problems[0].Line, problems[0].Column);

    /// <summary>For inputs of type text or object the JSON text itself is the value, as in Elsa.</summary>
    private static object? Parsed(string text, ValueType type)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }
        if (type.Kind is ValueKind.String or ValueKind.Object)
        {
            return text;
        }
        return PlainJson.TryParse(text, out var value) ? value : throw new ExpressionException("The text is no JSON.");
    }

    private static object? Variable(InputExpression expression, BurstScope scope)
    {
        var reference = expression.Reference;
        object? value = null;
        var found = reference?.Id is { } id
            ? scope.TryGetVariableById(id, out value)
            : reference?.Name is { } name && scope.TryGetVariable(name, out value);
        return found
            ? value
            : throw new ExpressionException($"No variable {reference?.Id ?? reference?.Name} is in reach.");
    }

    private static object? Input(InputExpression expression, BurstScope scope) =>
        expression.Reference?.Name is { } name && scope.TryGetInput(name, out var value) ? value : null;

    /// <summary>A value that never changes, made once.</summary>
    private sealed record Ready(object? Value);
}
