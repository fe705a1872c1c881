using System.Globalization;
using System.Text;

namespace CaseFlow.Workflows.Expressions.Liquid.Parsing;

/// <summary>A text in quotes within a tag. A backslash writes what could not stand there otherwise, as in JavaScript.</summary>
internal static class QuotedText
{
    /// <exception cref="TagSyntaxException">There is no closing quote, or nothing is known that a backslash and its letter could mean.</exception>
    public static Token Read(string source, int start, int end)
    {
        var quote = source[start];
        StringBuilder? unescaped = null;
        var from = start + 1;
        for (var i = from; i < end; i++)
        {
            if (source[i] == quote)
            {
                var tail = source.AsSpan(from, i - from);
                var text = unescaped is null ? tail.ToString() : unescaped.Append(tail).ToString();
                return new Token(TokenKind.Text, text, start, i + 1);
            }
            if (source[i] == '\\' && i + 1 < end)
            {
                unescaped = (unescaped ?? new StringBuilder()).Append(source, from, i - from);
                unescaped.Append(Meaning(source, i, end));
                i += source[i + 1] == 'u' ? 5 : 1;
                from = i + 1;
            }
        }
        throw new TagSyntaxException("liquid.unclosed-text", "This text has no closing quote.", start);
    }

    private static char Meaning(string source, int at, int end) =>
        source[at + 1] switch
        {
            '\\' or '\'' or '"' => source[at + 1],
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'b' => '\b',
            'f' => '\f',
            'v' => '\v',
            'u' when at + 6 <= end && Code(source.AsSpan(at + 2, 4)) is { } code => code,
            var letter => throw new TagSyntaxException(
                "liquid.escape",
                $"\\{letter} means nothing in a text; write \\\\ for a backslash.",
                at
            ),
        };

    private static char? Code(ReadOnlySpan<char> digits) =>
        ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            ? (char)code
            : null;
}
