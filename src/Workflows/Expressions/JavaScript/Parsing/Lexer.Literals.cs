using System.Globalization;
using System.Text;

namespace CaseFlow.Workflows.Expressions.JavaScript.Parsing;

internal sealed partial class Lexer
{
    /// <summary>A regular expression whose opening slash stands at <paramref name="start"/>.</summary>
    public (string Pattern, string Flags, int End) ScanRegex(int start)
    {
        var inClass = false;
        var i = start + 1;
        for (; ; i++)
        {
            if (i >= text.Length || IsLineEnd(text[i]))
            {
                throw Fail("This regular expression is never closed.", start);
            }

            if (text[i] == '/' && !inClass)
            {
                break;
            }

            switch (text[i])
            {
                case '\\':
                    i++;
                    break;
                case '[':
                    inClass = true;
                    break;
                case ']':
                    inClass = false;
                    break;
            }
        }

        var end = i + 1;
        while (end < text.Length && IsNamePart(text[end]))
        {
            end++;
        }

        return (text[(start + 1)..i], text[(i + 1)..end], end);
    }

    /// <summary>A piece of a template string up to <c>${</c> or the closing back quote.</summary>
    public (string Text, int End, bool IsLast) ScanTemplate(int from)
    {
        var result = new StringBuilder();
        var i = from;
        while (i < text.Length)
        {
            if (text[i] == '`')
            {
                return (result.ToString(), i + 1, true);
            }

            if (text[i] == '$' && At(i + 1) == '{')
            {
                return (result.ToString(), i + 2, false);
            }

            if (text[i] == '\\')
            {
                i = ScanEscape(i, result);
            }
            else if (text[i] == '\r')
            {
                result.Append('\n');
                i += At(i + 1) == '\n' ? 2 : 1;
            }
            else
            {
                result.Append(text[i++]);
            }
        }

        throw Fail("This template string is never closed.", from - 1);
    }

    private Token ScanText(int start, bool newLine)
    {
        var quote = text[start];
        var result = new StringBuilder();
        var i = start + 1;
        while (i < text.Length && text[i] is not ('\n' or '\r'))
        {
            if (text[i] == quote)
            {
                return new(TokenKind.Text, result.ToString(), 0, start, i + 1, PositionOf(start), newLine);
            }

            if (text[i] == '\\')
            {
                i = ScanEscape(i, result);
            }
            else
            {
                result.Append(text[i++]);
            }
        }

        throw Fail("This text is never closed.", start);
    }

    /// <summary>Appends what the escape at <paramref name="i"/> means and returns the place after it.</summary>
    private int ScanEscape(int i, StringBuilder result)
    {
        var c = At(i + 1);
        switch (c)
        {
            case 'x':
                result.Append((char)Hex(i, i + 2, 2));
                return i + 4;
            case 'u' when At(i + 2) == '{':
                var close = text.IndexOf('}', i);
                var code = close is < 0 ? -1 : Hex(i, i + 3, close - i - 3);
                if (code is < 0 or > 0x10FFFF)
                {
                    throw Fail("This escape names no character.", i);
                }

                // A lone surrogate is legal in a script but not for ConvertFromUtf32.
                result.Append(code is >= 0xD800 and <= 0xDFFF ? ((char)code).ToString() : char.ConvertFromUtf32(code));
                return close + 1;
            case 'u':
                result.Append((char)Hex(i, i + 2, 4));
                return i + 6;
            case '\r' when At(i + 2) == '\n':
                return i + 3;
            case '\n' or '\r' or '\u2028' or '\u2029':
                return i + 2;
            case '0' when !char.IsAsciiDigit(At(i + 2)):
                result.Append('\0');
                return i + 2;
            case >= '0' and <= '9':
                throw Fail("Octal escapes are not allowed.", i);
            case '\0' when i + 1 >= text.Length:
                throw Fail("The script ends inside an escape.", i);
            default:
                result.Append(
                    c switch
                    {
                        'n' => '\n',
                        't' => '\t',
                        'r' => '\r',
                        'b' => '\b',
                        'f' => '\f',
                        'v' => '\v',
                        _ => c,
                    }
                );
                return i + 2;
        }
    }

    private int Hex(int escape, int from, int length)
    {
        if (
            length is > 0 and <= 8
            && from + length <= text.Length
            && int.TryParse(
                text.AsSpan(from, length),
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture,
                out var code
            )
        )
        {
            return code;
        }

        throw Fail("This escape names no character.", escape);
    }
}
