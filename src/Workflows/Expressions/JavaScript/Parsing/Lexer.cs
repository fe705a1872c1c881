using System.Globalization;
using CaseFlow.Workflows.Expressions.JavaScript.Syntax;

namespace CaseFlow.Workflows.Expressions.JavaScript.Parsing;

/// <summary>
/// Cuts a script into tokens on request. It keeps no place of its own: the parser says where to begin, because only the
/// parser knows whether a slash divides or opens a regular expression.
/// </summary>
internal sealed partial class Lexer
{
    // Longest first, so that the first that fits is the right one.
    private static readonly string[] Punctuators = (
        ">>>= ... === !== **= <<= >>= >>> &&= ||= ??= => == != <= >= && || ?? ?. ++ -- += -= *= /= %= &= |= ^= << >> ** "
        + "{ } ( ) [ ] ; , < > + - * / % & | ^ ! ~ ? : = . @ #"
    ).Split(' ');

    private readonly string text;
    private readonly List<int> lineStarts = [0];

    public Lexer(string text)
    {
        this.text = text;
        for (var i = 0; i < text.Length; i++)
        {
            if (IsLineEnd(text[i]) && !(text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n'))
            {
                lineStarts.Add(i + 1);
            }
        }
    }

    public Position PositionOf(int offset)
    {
        var found = lineStarts.BinarySearch(offset);
        var line = found >= 0 ? found : ~found - 1;
        return new(line + 1, offset - lineStarts[line] + 1);
    }

    /// <summary>The token that begins at or after <paramref name="from"/>, blanks and comments left out.</summary>
    public Token Scan(int from)
    {
        var start = SkipBlanks(from, out var newLine);
        if (start >= text.Length)
        {
            return new(TokenKind.End, "the end of the script", 0, start, start, PositionOf(start), newLine);
        }

        var c = text[start];
        if (IsNameStart(c))
        {
            var end = start + 1;
            while (end < text.Length && IsNamePart(text[end]))
            {
                end++;
            }

            return new(TokenKind.Word, text[start..end], 0, start, end, PositionOf(start), newLine);
        }

        if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(At(start + 1))))
        {
            return ScanNumber(start, newLine);
        }

        return c switch
        {
            '"' or '\'' => ScanText(start, newLine),
            '`' => new(TokenKind.Template, "`", 0, start, start + 1, PositionOf(start), newLine),
            _ => ScanPunctuator(start, newLine),
        };
    }

    private Token ScanPunctuator(int start, bool newLine)
    {
        foreach (var candidate in Punctuators)
        {
            if (string.CompareOrdinal(text, start, candidate, 0, candidate.Length) != 0)
            {
                continue;
            }

            // `a?.5:1` is a conditional with a number, not an optional chain.
            if (candidate == "?." && char.IsAsciiDigit(At(start + 2)))
            {
                continue;
            }

            var end = start + candidate.Length;
            return new(TokenKind.Punctuator, candidate, 0, start, end, PositionOf(start), newLine);
        }

        throw Fail($"Unexpected character '{text[start]}'.", start);
    }

    private int SkipBlanks(int i, out bool newLine)
    {
        newLine = false;
        while (i < text.Length)
        {
            if (IsLineEnd(text[i]))
            {
                newLine = true;
                i++;
            }
            else if (IsBlank(text[i]))
            {
                i++;
            }
            else if (text[i] == '/' && At(i + 1) == '/')
            {
                while (i < text.Length && !IsLineEnd(text[i]))
                {
                    i++;
                }
            }
            else if (text[i] == '/' && At(i + 1) == '*')
            {
                var end = text.IndexOf("*/", i + 2, StringComparison.Ordinal);
                if (end < 0)
                {
                    throw Fail("This comment is never closed.", i);
                }

                newLine |= text.AsSpan(i, end - i).IndexOfAny("\n\r\u2028\u2029") >= 0;
                i = end + 2;
            }
            else
            {
                break;
            }
        }

        return i;
    }

    private char At(int offset) => offset < text.Length ? text[offset] : '\0';

    private ParseFailure Fail(string message, int offset) => new("js.syntax", message, PositionOf(offset));

    public static bool IsLineEnd(char c) => c is '\n' or '\r' or '\u2028' or '\u2029';

    /// <summary>Blanks other than line ends.</summary>
    public static bool IsBlank(char c) =>
        c is ' ' or '\t' or '\v' or '\f' or '\u00A0' or '\uFEFF'
        || (c > 127 && char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator);

    private static bool IsNameStart(char c) => char.IsLetter(c) || c is '_' or '$';

    private static bool IsNamePart(char c) =>
        IsNameStart(c)
        || char.IsDigit(c)
        || c is '\u200C' or '\u200D'
        || (
            c > 127
            && char.GetUnicodeCategory(c)
                is UnicodeCategory.NonSpacingMark
                    or UnicodeCategory.SpacingCombiningMark
                    or UnicodeCategory.ConnectorPunctuation
        );
}
