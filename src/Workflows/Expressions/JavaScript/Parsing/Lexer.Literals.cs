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

    private Token ScanNumber(int start, bool newLine)
    {
        var i = start;
        double value;
        var radix = At(start) == '0' ? char.ToLowerInvariant(At(start + 1)) : '\0';
        if (radix is 'x' or 'o' or 'b')
        {
            i = start + 2;
            value = ScanRadix(
                ref i,
                radix == 'x' ? 16
                    : radix == 'o' ? 8
                    : 2
            );
        }
        else
        {
            if (At(start) == '0' && char.IsAsciiDigit(At(start + 1)))
            {
                throw Fail("A number does not begin with 0.", start);
            }

            SkipDigits(ref i);
            if (At(i) == '.')
            {
                i++;
                SkipDigits(ref i);
            }

            if (At(i) is 'e' or 'E')
            {
                i += At(i + 1) is '+' or '-' ? 2 : 1;
                var digits = i;
                SkipDigits(ref i);
                if (i == digits)
                {
                    throw Fail("This number has no exponent.", start);
                }
            }

            var written = text[start..i].Replace("_", "", StringComparison.Ordinal);
            value = double.Parse(written, NumberStyles.Float, CultureInfo.InvariantCulture);
        }

        if (At(i) == 'n')
        {
            throw new ParseFailure(
                "js.unsupported.bigint",
                "Big integers are not supported; write the number without n.",
                PositionOf(start)
            );
        }

        if (IsNamePart(At(i)))
        {
            throw Fail("A name follows a number directly.", i);
        }

        return new(TokenKind.Number, text[start..i], value, start, i, PositionOf(start), newLine);
    }

    private double ScanRadix(ref int i, int radix)
    {
        double value = 0;
        var first = i;
        for (; char.IsAsciiHexDigit(At(i)) || At(i) == '_'; i++)
        {
            if (At(i) == '_')
            {
                CheckSeparator(i);
                continue;
            }

            var digit = Convert.ToInt32(At(i).ToString(), 16);
            if (digit >= radix)
            {
                break;
            }

            value = value * radix + digit;
        }

        return i > first ? value : throw Fail("This number has no digits.", first);
    }

    private void SkipDigits(ref int i)
    {
        for (; char.IsAsciiDigit(At(i)) || At(i) == '_'; i++)
        {
            if (At(i) == '_')
            {
                CheckSeparator(i);
            }
        }
    }

    private void CheckSeparator(int i)
    {
        if (i == 0 || !char.IsAsciiHexDigit(text[i - 1]) || !char.IsAsciiHexDigit(At(i + 1)))
        {
            throw Fail("A separator stands between two digits only.", i);
        }
    }
}
