using CaseFlow.Workflows.Activities;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Expressions;

namespace CaseFlow.Workflows.Execution;

/// <summary>Evaluates what authors wrote for the inputs of an activity, in the order the type declares them.</summary>
internal static class Inputs
{
    /// <summary>All inputs that the activity does not evaluate itself; those without value are left out.</summary>
    public static IReadOnlyDictionary<string, object?> Evaluate(Live live, BurstScope scope)
    {
        Dictionary<string, object?>? values = null;
        foreach (var slot in live.Activity.Slots)
        {
            if (slot.Input is { Wrapped: true, Lazy: false } && Value(live.Node, slot, scope) is { } value)
            {
                (values ??= new(StringComparer.Ordinal))[slot.Key] = value;
            }
        }
        return values ?? InstanceState.Nothing;
    }

    /// <summary>One input, now.</summary>
    public static object? EvaluateOne(
        ActivityNode node,
        Activity activity,
        string key,
        BurstScope scope,
        IReadOnlyDictionary<string, object?>? arguments = null
    )
    {
        foreach (var slot in activity.Slots)
        {
            if (slot.Key == key)
            {
                return Value(node, slot, scope, arguments);
            }
        }
        throw new ArgumentException($"{activity.Type} has no input {key}.", nameof(key));
    }

    /// <summary>An expression that stands outside of the declared inputs, e.g. the condition of a case.</summary>
    public static object? Evaluate(InputExpression expression, ValueType type, BurstScope scope, string what) =>
        expression.IsUnset ? null : ExpressionLanguages.Evaluate(expression, type, scope, what);

    private static object? Value(
        ActivityNode node,
        InputSlot slot,
        BurstScope scope,
        IReadOnlyDictionary<string, object?>? arguments = null
    )
    {
        if (node.Input(slot.Key) is not { IsUnset: false } expression)
        {
            return slot.Input.Default;
        }
        try
        {
            return ExpressionLanguages.Evaluate(expression, slot.Input.Type, scope, slot.Key, arguments);
        }
        catch (ExpressionException error)
        {
            var place = error.Line > 0 ? $" ({error.Line}:{error.Column})" : "";
            throw new FaultException("input.failed", $"Input {slot.Key} of {node.Id}{place}: {error.Message}");
        }
    }
}
