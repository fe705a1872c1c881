using CaseFlow.Workflows.Expressions.Liquid.Rendering;

namespace CaseFlow.Workflows.Expressions.Liquid.Filters;

/// <summary>Filters that choose or order items, by the items themselves or by one of their members.</summary>
internal static class SelectFilters
{
    public static object Where(object? input, LiquidArguments arguments, LiquidContext context) =>
        context.Items(input).Where(item => Matches(item, arguments, context)).ToList();

    public static object Reject(object? input, LiquidArguments arguments, LiquidContext context) =>
        context.Items(input).Where(item => !Matches(item, arguments, context)).ToList();

    public static object? Find(object? input, LiquidArguments arguments, LiquidContext context) =>
        context.Items(input).FirstOrDefault(item => Matches(item, arguments, context));

    public static object? FindIndex(object? input, LiquidArguments arguments, LiquidContext context)
    {
        var items = context.Items(input);
        for (var i = 0; i < items.Count; i++)
        {
            if (Matches(items[i], arguments, context))
            {
                return (decimal)i;
            }
        }

        return null;
    }

    public static object Has(object? input, LiquidArguments arguments, LiquidContext context) =>
        context.Items(input).Any(item => Matches(item, arguments, context));

    /// <summary>With a value: the member equals it. Without: the member is true or anything but nothing.</summary>
    private static bool Matches(object? item, LiquidArguments arguments, LiquidContext context)
    {
        var member = FilterInput.Member(item, context.Text(arguments[0]));
        return arguments[1] is null
            ? LiquidValue.IsTrue(member)
            : ValueComparison.AreEqual(member, arguments[1], context);
    }

    public static object Uniq(object? input, LiquidArguments arguments, LiquidContext context)
    {
        var kept = new List<object?>();
        var keys = new List<object?>();
        foreach (var item in context.Items(input))
        {
            var key = context.Key(item, arguments[0]);
            if (!keys.Exists(known => ValueComparison.AreEqual(known, key, context)))
            {
                keys.Add(key);
                kept.Add(item);
            }
        }

        return kept;
    }

    /// <summary>Numbers by size, texts by code point, dates by time; nothing comes last. Equal items keep their order.</summary>
    public static object Sort(object? input, LiquidArguments arguments, LiquidContext context) =>
        SortBy(input, arguments, context, (a, b) => ValueComparison.Order(a, b, context) ?? 0);

    /// <summary>By text, without regard to upper and lower case.</summary>
    public static object SortNatural(object? input, LiquidArguments arguments, LiquidContext context) =>
        SortBy(
            input,
            arguments,
            context,
            (a, b) => string.Compare(context.Text(a), context.Text(b), StringComparison.OrdinalIgnoreCase)
        );

    private static List<object?> SortBy(
        object? input,
        LiquidArguments arguments,
        LiquidContext context,
        Comparison<object?> compare
    )
    {
        var order = Comparer<object?>.Create((a, b) => a is null || b is null ? 0 : compare(a, b));
        var keyed = context.Items(input).Select(item => (Item: item, Key: context.Key(item, arguments[0])));
        try
        {
            return
            [
                .. keyed.OrderBy(pair => pair.Key is null).ThenBy(pair => pair.Key, order).Select(pair => pair.Item),
            ];
        }
        catch (InvalidOperationException wrapped) when (wrapped.InnerException is ExpressionException inner)
        {
            // The library wraps what a comparison throws.
            throw inner;
        }
    }
}
