using CaseFlow.Workflows.Expressions.Liquid.Rendering;

namespace CaseFlow.Workflows.Expressions.Liquid.Filters;

/// <summary>Inputs and arguments as filters want them, charged while they are read.</summary>
internal static class FilterInput
{
    public static string Text(this LiquidContext context, object? value)
    {
        var text = LiquidValue.ToText(value, context);
        context.ChargeText(text.Length);
        return text;
    }

    public static decimal Number(this LiquidContext context, object? value) => LiquidValue.ToNumber(value, context);

    public static int Integer(this LiquidContext context, object? value) => LiquidValue.ToInteger(value, context);

    /// <summary>A list as it is, nothing as no items, anything else as the only item.</summary>
    public static IReadOnlyList<object?> Items(this LiquidContext context, object? value)
    {
        IReadOnlyList<object?> items = value switch
        {
            IReadOnlyList<object?> list => list,
            null => [],
            _ => [value],
        };
        context.ChargeItems(items.Count);
        return items;
    }

    /// <summary>A member of an object; null when the item is none or has no such member.</summary>
    public static object? Member(object? item, string name) =>
        item is IReadOnlyDictionary<string, object?> members && members.TryGetValue(name, out var value) ? value : null;

    /// <summary>The item itself, or its member when the filter was given a name.</summary>
    public static object? Key(this LiquidContext context, object? item, object? name) =>
        name is null ? item : Member(item, LiquidValue.ToText(name, context));

    public static string Checked(this LiquidContext context, string result)
    {
        context.ChargeText(result.Length);
        return result;
    }
}
