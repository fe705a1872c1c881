using System.Text;

namespace CaseFlow.Workflows.Letters;

/// <summary>Plain text of a letter's HTML. Knows the elements that letters use, not HTML at large.</summary>
public static class PlainText
{
    private static readonly HashSet<string> Blocks =
    [
        "p",
        "div",
        "header",
        "footer",
        "section",
        "main",
        "h1",
        "h2",
        "h3",
        "ul",
        "ol",
        "li",
        "table",
        "tr",
        "dl",
        "dt",
        "hr",
    ];

    private static readonly HashSet<string> Spaced =
    [
        "p",
        "ul",
        "ol",
        "table",
        "dl",
        "h1",
        "h2",
        "h3",
        "header",
        "section",
    ];

    /// <summary>One paragraph a line, a blank line between, list items with a dash, a term and what it names on one line, codes isolated by Unicode marks.</summary>
    public static string FromHtml(string html)
    {
        var result = new TextLines();
        var position = Math.Max(0, html.IndexOf("<body", StringComparison.Ordinal));
        while (position < html.Length)
        {
            var open = html.IndexOf('<', position);
            var end = open < 0 ? -1 : html.IndexOf('>', open);
            if (end < 0)
            {
                result.Add(Decode(html[position..]));
                break;
            }

            result.Add(Decode(html[position..open]));
            Apply(html[(open + 1)..end], result);
            position = end + 1;
        }

        return result.ToString();
    }

    private static void Apply(string tag, TextLines result)
    {
        var closing = tag.StartsWith('/');
        var name = tag.TrimStart('/').Split(' ', '\n', '/')[0];
        switch (name)
        {
            case "bdi":
                result.AddMark(closing ? '\u2069' : '\u2068');
                break;
            case "br" or "small":
                result.EndLine();
                break;
            case "dt" or "th" when closing:
                result.Add(": ");
                break;
            case var block when Blocks.Contains(block):
                result.EndLine();
                if (Spaced.Contains(block))
                {
                    result.EndParagraph();
                }

                if (name == "li" && !closing)
                {
                    result.Add("- ");
                }

                break;
        }
    }

    private static string Decode(string text) =>
        text.Replace("&lt;", "<", StringComparison.Ordinal)
            .Replace("&gt;", ">", StringComparison.Ordinal)
            .Replace("&quot;", "\"", StringComparison.Ordinal)
            .Replace("&#39;", "'", StringComparison.Ordinal)
            .Replace("&nbsp;", " ", StringComparison.Ordinal)
            .Replace("&amp;", "&", StringComparison.Ordinal);

    /// <summary>Text with blanks collapsed, at most one empty line in a row.</summary>
    private sealed class TextLines
    {
        private readonly StringBuilder text = new();
        private readonly StringBuilder line = new();
        private bool paragraphDue;

        public void Add(string words)
        {
            foreach (var c in words)
            {
                if (!char.IsWhiteSpace(c))
                {
                    line.Append(c);
                }
                else if (line.Length > 0 && line[^1] != ' ')
                {
                    line.Append(' ');
                }
            }
        }

        public void AddMark(char mark) => line.Append(mark);

        public void EndLine()
        {
            var finished = line.ToString().Trim();
            line.Clear();
            if (finished.Length > 0)
            {
                text.Append(paragraphDue && text.Length > 0 ? "\n" : "").Append(finished).Append('\n');
                paragraphDue = false;
            }
        }

        public void EndParagraph() => paragraphDue = true;

        public override string ToString()
        {
            EndLine();
            return text.ToString().TrimEnd('\n');
        }
    }
}
