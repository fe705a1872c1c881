using CaseFlow.Workflows.Expressions.Liquid.Filters;
using CaseFlow.Workflows.Expressions.Liquid.Syntax;

namespace CaseFlow.Workflows.Expressions.Liquid.Rendering;

/// <summary>Computes values: literals, ranges, paths through values and names, filters and conditions.</summary>
internal sealed class ValueEvaluator(Scope scope, LiquidContext context)
{
    private bool Strict => context.Settings.StrictFields;

    public object? Evaluate(Pipeline pipeline)
    {
        var value = Evaluate(pipeline.Input);
        foreach (var call in pipeline.Filters)
        {
            value = Apply(call, value);
        }

        return value;
    }

    private object? Apply(FilterCall call, object? input)
    {
        context.Charge();
        if (
            !context.Settings.Filters.TryGetValue(call.Name, out var filter)
            && !StandardFilters.TryGet(call.Name, out filter)
        )
        {
            return input;
        }

        var positional = new object?[call.Arguments.Count];
        for (var i = 0; i < positional.Length; i++)
        {
            positional[i] = Evaluate(call.Arguments[i]);
        }

        KeyValuePair<string, object?>[] named =
        [
            .. call.NamedArguments.Select(pair => KeyValuePair.Create(pair.Key, Evaluate(pair.Value))),
        ];
        context.Place = call.Place;
        try
        {
            return filter(input, new LiquidArguments(positional, named), context);
        }
        catch (OverflowException)
        {
            throw context.Error("The number is out of range.");
        }
    }

    public bool Holds(Condition condition)
    {
        for (var i = 0; i < condition.Joiners.Count; i++)
        {
            var holds = Holds(condition.Parts[i]);
            if (holds != condition.Joiners[i])
            {
                return holds;
            }
        }

        return Holds(condition.Parts[^1]);
    }

    private bool Holds(Comparison comparison)
    {
        context.Charge();
        var left = Evaluate(comparison.Left);
        var right = comparison.Right is { } node ? Evaluate(node) : null;
        context.Place = comparison.Place;
        return ValueComparison.Holds(left, comparison.Operator, right, context);
    }

    public object? Evaluate(ValueNode node)
    {
        context.Charge();
        switch (node)
        {
            case LiteralNode literal:
                return literal.Value;
            case RangeNode range:
                return MakeRange(range);
            default:
                return Walk((PathNode)node);
        }
    }

    private List<object?> MakeRange(RangeNode range)
    {
        var from = LiquidValue.ToInteger(Evaluate(range.From), context);
        var to = LiquidValue.ToInteger(Evaluate(range.To), context);
        context.Place = range.Place;
        var length = Math.Max(0, (long)to - from + 1);
        context.ChargeItems(length);
        var items = new List<object?>((int)length);
        for (var i = 0; i < length; i++)
        {
            items.Add((decimal)(from + i));
        }

        return items;
    }

    private object? Walk(PathNode path)
    {
        object? value = null;
        for (var i = 0; i < path.Steps.Count; i++)
        {
            var step = path.Steps[i];
            object? key = step.Name ?? Evaluate(step.Index!);
            context.Place = step.Place;
            context.Charge();
            var found =
                i == 0
                    ? scope.TryGet(LiquidValue.ToText(key, context), out value)
                    : TryMember(value, key, step, out value);
            if (!found)
            {
                return Strict
                    ? throw context.Error($"There is no field '{LiquidValue.ToText(key, context)}' here.", "no-field")
                    : null;
            }
        }

        return value;
    }

    private bool TryMember(object? owner, object? key, PathStep step, out object? value)
    {
        value = null;
        switch (owner)
        {
            case IReadOnlyList<object?> list when LiquidValue.IsNumber(key):
                value = ItemAt(list, key);
                return true;
            case IReadOnlyList<object?> list:
                value = ListMember(list, key);
                return key is "size" or "first" or "last";
            case IReadOnlyDictionary<string, object?> members when key is not null:
                var name = LiquidValue.ToText(key, context);
                if (!members.TryGetValue(name, out value) && name == "size" && step.Name is not null)
                {
                    value = (decimal)members.Count;
                    return true;
                }

                return value is not null || members.ContainsKey(name);
            case string text when key is "size":
                value = (decimal)text.Length;
                return true;
            case LiquidMarkup markup when key is "size":
                value = (decimal)markup.Html.Length;
                return true;
            case ForLoop loop when key is string member:
                return loop.TryGet(member, out value);
            default:
                return false;
        }
    }

    /// <summary>Negative numbers count from the end; outside of the list there is nothing.</summary>
    private object? ItemAt(IReadOnlyList<object?> list, object? key)
    {
        var index = LiquidValue.ToInteger(key, context);
        index += index < 0 ? list.Count : 0;
        return index >= 0 && index < list.Count ? list[index] : null;
    }

    private static object? ListMember(IReadOnlyList<object?> list, object? key) =>
        key switch
        {
            "size" => (decimal)list.Count,
            "first" => list.Count > 0 ? list[0] : null,
            "last" => list.Count > 0 ? list[^1] : null,
            _ => null,
        };
}
