using System.Text;
using CaseFlow.Workflows.Expressions.Liquid.Rendering;

namespace CaseFlow.Workflows.Expressions.Liquid.Filters;

/// <summary>Filters that make or unmake HTML. Where output is encoded, what they make is not encoded again.</summary>
internal static class MarkupFilters
{
    public static object Escape(object? input, LiquidArguments arguments, LiquidContext context) =>
        Finish(HtmlText.Encode(context.Text(input)), context);

    /// <summary>Like <c>escape</c>, but leaves what is an entity already.</summary>
    public static object EscapeOnce(object? input, LiquidArguments arguments, LiquidContext context)
    {
        var text = context.Text(input);
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var entity = text[i] == '&' ? EntityLength(text, i) : 0;
            result.Append(entity > 0 ? text.Substring(i, entity) : HtmlText.Encode(text[i].ToString()));
            i += Math.Max(0, entity - 1);
        }

        return Finish(result.ToString(), context);
    }

    private static int EntityLength(string text, int start)
    {
        // The longest name in use has eight letters; looking further would make long texts of '&' slow.
        for (var i = start + 1; i < text.Length && i <= start + 10; i++)
        {
            if (text[i] == ';')
            {
                return i > start + 1 ? i - start + 1 : 0;
            }

            if (!char.IsAsciiLetterOrDigit(text[i]) && text[i] != '#')
            {
                return 0;
            }
        }

        return 0;
    }

    public static object NewlineToBr(object? input, LiquidArguments arguments, LiquidContext context)
    {
        var text = context.Text(input);
        var html = context.Settings.EncodeHtml && input is not LiquidMarkup ? HtmlText.Encode(text) : text;
        html = html.ReplaceLineEndings("\n").Replace("\n", "<br />\n", StringComparison.Ordinal);
        return Finish(html, context);
    }

    public static object StripNewlines(object? input, LiquidArguments arguments, LiquidContext context) =>
        context.Text(input).ReplaceLineEndings("");

    /// <summary>Drops tags, comments, and scripts and styles with their content.</summary>
    public static object StripHtml(object? input, LiquidArguments arguments, LiquidContext context)
    {
        var text = context.Text(input);
        var result = new StringBuilder(text.Length);
        var position = 0;
        while (position < text.Length)
        {
            var open = text.IndexOf('<', position);
            var end = open < 0 ? -1 : EndOfTag(text, open);
            if (end < 0)
            {
                result.Append(text, position, text.Length - position);
                break;
            }

            result.Append(text, position, open - position);
            position = end;
        }

        return result.ToString();
    }

    private static int EndOfTag(string text, int open)
    {
        foreach (var (start, end) in new[] { ("<!--", "-->"), ("<script", "</script>"), ("<style", "</style>") })
        {
            if (string.Compare(text, open, start, 0, start.Length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                var at = text.IndexOf(end, open, StringComparison.OrdinalIgnoreCase);
                if (at >= 0)
                {
                    return at + end.Length;
                }
            }
        }

        var close = text.IndexOf('>', open);
        return close < 0 ? -1 : close + 1;
    }

    private static object Finish(string html, LiquidContext context)
    {
        context.ChargeText(html.Length);
        return context.Settings.EncodeHtml ? new LiquidMarkup(html) : html;
    }
}
