using CaseFlow.Workflows.Expressions.Liquid.Rendering;

namespace CaseFlow.Workflows.Expressions.Liquid.Filters;

internal static class ListFilters
{
    public static object Join(object? input, LiquidArguments arguments, LiquidContext context) =>
        LiquidValue.JoinText(context.Items(input), arguments.Count > 0 ? context.Text(arguments[0]) : " ", context);

    public static object? First(object? input, LiquidArguments arguments, LiquidContext context) =>
        input switch
        {
            IReadOnlyList<object?> { Count: > 0 } list => list[0],
            string { Length: > 0 } text => text[..1],
            _ => null,
        };

    public static object? Last(object? input, LiquidArguments arguments, LiquidContext context) =>
        input switch
        {
            IReadOnlyList<object?> { Count: > 0 } list => list[^1],
            string { Length: > 0 } text => text[^1..],
            _ => null,
        };

    /// <summary>Characters of a text, items of a list, members of an object; 0 of anything else.</summary>
    public static object Size(object? input, LiquidArguments arguments, LiquidContext context) =>
        (decimal)(
            input switch
            {
                string text => text.Length,
                LiquidMarkup markup => markup.Html.Length,
                IReadOnlyList<object?> list => list.Count,
                IReadOnlyDictionary<string, object?> members => members.Count,
                _ => 0,
            }
        );

    public static object Reverse(object? input, LiquidArguments arguments, LiquidContext context) =>
        context.Items(input).Reverse().ToList();

    public static object Compact(object? input, LiquidArguments arguments, LiquidContext context) =>
        context.Items(input).Where(item => context.Key(item, arguments[0]) is not null).ToList();

    public static object Concat(object? input, LiquidArguments arguments, LiquidContext context)
    {
        if (arguments[0] is not IReadOnlyList<object?> more)
        {
            throw context.Error("concat needs a list.");
        }

        var items = context.Items(input);
        context.ChargeItems((long)items.Count + more.Count);
        return items.Concat(more).ToList();
    }

    public static object Map(object? input, LiquidArguments arguments, LiquidContext context) =>
        Flatten(context.Items(input), context)
            .Select(item => FilterInput.Member(item, context.Text(arguments[0])))
            .ToList();

    private static IEnumerable<object?> Flatten(IReadOnlyList<object?> items, LiquidContext context) =>
        items.SelectMany(item => item is IReadOnlyList<object?> inner ? context.Items(inner) : [item]);

    public static object Sum(object? input, LiquidArguments arguments, LiquidContext context) =>
        context.Items(input).Sum(item => context.Number(context.Key(item, arguments[0])));

    /// <summary>Names of an object's members, in their order.</summary>
    public static object Keys(object? input, LiquidArguments arguments, LiquidContext context)
    {
        var names = input is IReadOnlyDictionary<string, object?> members ? members.Keys.ToList<object?>() : [];
        context.ChargeItems(names.Count);
        return names;
    }
}
