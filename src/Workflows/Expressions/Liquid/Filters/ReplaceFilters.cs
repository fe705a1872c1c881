using CaseFlow.Workflows.Expressions.Liquid.Rendering;

namespace CaseFlow.Workflows.Expressions.Liquid.Filters;

internal static class ReplaceFilters
{
    public static object Replace(object? input, LiquidArguments arguments, LiquidContext context) =>
        ReplaceAll(context.Text(input), context.Text(arguments[0]), context.Text(arguments[1]), context);

    public static object ReplaceFirst(object? input, LiquidArguments arguments, LiquidContext context) =>
        ReplaceOne(input, arguments[0], context.Text(arguments[1]), false, context);

    public static object ReplaceLast(object? input, LiquidArguments arguments, LiquidContext context) =>
        ReplaceOne(input, arguments[0], context.Text(arguments[1]), true, context);

    public static object Remove(object? input, LiquidArguments arguments, LiquidContext context) =>
        ReplaceAll(context.Text(input), context.Text(arguments[0]), "", context);

    public static object RemoveFirst(object? input, LiquidArguments arguments, LiquidContext context) =>
        ReplaceOne(input, arguments[0], "", false, context);

    public static object RemoveLast(object? input, LiquidArguments arguments, LiquidContext context) =>
        ReplaceOne(input, arguments[0], "", true, context);

    private static string ReplaceAll(string text, string search, string replacement, LiquidContext context)
    {
        if (search.Length == 0)
        {
            return text;
        }

        // The length is known before anything is built: a few filters in a row can ask for terabytes.
        var hits = 0L;
        for (
            var i = text.IndexOf(search, StringComparison.Ordinal);
            i >= 0;
            i = text.IndexOf(search, i + search.Length, StringComparison.Ordinal)
        )
        {
            hits++;
        }

        context.ChargeText(text.Length + hits * (replacement.Length - search.Length));
        return text.Replace(search, replacement, StringComparison.Ordinal);
    }

    private static string ReplaceOne(
        object? input,
        object? wanted,
        string replacement,
        bool last,
        LiquidContext context
    )
    {
        var text = context.Text(input);
        var search = context.Text(wanted);
        var at = last
            ? text.LastIndexOf(search, StringComparison.Ordinal)
            : text.IndexOf(search, StringComparison.Ordinal);
        return at < 0 || search.Length == 0
            ? text
            : context.Checked(string.Concat(text.AsSpan(0, at), replacement, text.AsSpan(at + search.Length)));
    }
}
