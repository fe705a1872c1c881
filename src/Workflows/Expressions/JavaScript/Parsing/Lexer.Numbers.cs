using System.Globalization;

namespace CaseFlow.Workflows.Expressions.JavaScript.Parsing;

internal sealed partial class Lexer
{
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
