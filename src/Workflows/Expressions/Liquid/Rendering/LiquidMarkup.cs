namespace CaseFlow.Workflows.Expressions.Liquid.Rendering;

/// <summary>Text that is HTML already and is printed as it stands. As the input of a text filter it becomes plain text again,
/// so that nothing unencoded can slip through by way of a filter.</summary>
public sealed record LiquidMarkup(string Html);

/// <summary>HTML encoding that leaves every letter of every script alone.</summary>
public static class HtmlText
{
    /// <summary>Replaces the five characters that mean something in HTML.</summary>
    public static string Encode(string text)
    {
        if (text.AsSpan().IndexOfAny("&<>\"'") < 0)
        {
            return text;
        }

        var result = new System.Text.StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => result.Append("&amp;"),
                '<' => result.Append("&lt;"),
                '>' => result.Append("&gt;"),
                '"' => result.Append("&quot;"),
                '\'' => result.Append("&#39;"),
                _ => result.Append(c),
            };
        }

        return result.ToString();
    }
}
