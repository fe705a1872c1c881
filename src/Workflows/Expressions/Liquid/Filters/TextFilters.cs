using CaseFlow.Workflows.Expressions.Liquid.Rendering;

namespace CaseFlow.Workflows.Expressions.Liquid.Filters;

internal static class TextFilters
{
    public static object Append(object? input, LiquidArguments arguments, LiquidContext context) =>
        Join(context.Text(input), context.Text(arguments[0]), context);

    public static object Prepend(object? input, LiquidArguments arguments, LiquidContext context) =>
        Join(context.Text(arguments[0]), context.Text(input), context);

    private static string Join(string first, string second, LiquidContext context)
    {
        context.ChargeText((long)first.Length + second.Length);
        return first + second;
    }

    public static object Upcase(object? input, LiquidArguments arguments, LiquidContext context) =>
        context.Text(input).ToUpper(context.Settings.Culture);

    public static object Downcase(object? input, LiquidArguments arguments, LiquidContext context) =>
        context.Text(input).ToLower(context.Settings.Culture);

    /// <summary>Every word begins with a capital; the other letters stay as they are, unlike in Shopify's engine.</summary>
    public static object Capitalize(object? input, LiquidArguments arguments, LiquidContext context)
    {
        var letters = context.Text(input).ToCharArray();
        for (var i = 0; i < letters.Length; i++)
        {
            if (i == 0 || char.IsWhiteSpace(letters[i - 1]) || letters[i - 1] is '-' or '.')
            {
                letters[i] = char.ToUpper(letters[i], context.Settings.Culture);
            }
        }

        return new string(letters);
    }

    public static object Trim(object? input, LiquidArguments arguments, LiquidContext context) =>
        context.Text(input).Trim();

    public static object TrimStart(object? input, LiquidArguments arguments, LiquidContext context) =>
        context.Text(input).TrimStart();

    public static object TrimEnd(object? input, LiquidArguments arguments, LiquidContext context) =>
        context.Text(input).TrimEnd();

    /// <summary>Part of a text or of a list, from an offset (negative: from the end); one unit long unless told.</summary>
    public static object Slice(object? input, LiquidArguments arguments, LiquidContext context)
    {
        var offset = context.Integer(arguments[0]);
        var wanted = arguments.Count > 1 ? context.Integer(arguments[1]) : 1;
        if (input is IReadOnlyList<object?> list)
        {
            var (start, count) = Range(list.Count, offset, wanted);
            context.ChargeItems(count);
            return list.Skip(start).Take(count).ToList();
        }

        var text = context.Text(input);
        var (first, length) = Range(text.Length, offset, wanted);
        return text.Substring(first, length);
    }

    private static (int Start, int Count) Range(int size, int offset, int wanted)
    {
        var start = offset < 0 ? offset + (long)size : offset;
        return start < 0 || start >= size || wanted <= 0 ? (0, 0) : ((int)start, (int)Math.Min(wanted, size - start));
    }

    /// <summary>Empty parts at the end are dropped; a blank separates at every run of whitespace, and no text separates letters.</summary>
    public static object Split(object? input, LiquidArguments arguments, LiquidContext context)
    {
        var text = context.Text(input);
        var separator = context.Text(arguments[0]);
        List<object?> parts = separator switch
        {
            "" => [.. text.Select(c => c.ToString())],
            " " => [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)],
            _ => [.. text.Split(separator, context.Settings.Limits.Items + 1)],
        };
        while (parts.Count > 0 && parts[^1] is "")
        {
            parts.RemoveAt(parts.Count - 1);
        }

        context.ChargeItems(parts.Count);
        return parts;
    }

    /// <summary>At most that many characters (50 unless told), the ending included.</summary>
    public static object Truncate(object? input, LiquidArguments arguments, LiquidContext context)
    {
        var text = context.Text(input);
        var length = arguments.Count > 0 ? context.Integer(arguments[0]) : 50;
        var ending = arguments.Count > 1 ? context.Text(arguments[1]) : "...";
        return text.Length <= length ? text : text[..Math.Max(0, length - ending.Length)] + ending;
    }

    /// <summary>At most that many words (15 unless told, 1 at least); blanks between them become single ones.</summary>
    public static object TruncateWords(object? input, LiquidArguments arguments, LiquidContext context)
    {
        var text = context.Text(input);
        var most = Math.Max(1, arguments.Count > 0 ? context.Integer(arguments[0]) : 15);
        var ending = arguments.Count > 1 ? context.Text(arguments[1]) : "...";
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= most ? text : string.Join(' ', words.Take(most)) + ending;
    }
}
