using System.Globalization;

namespace CaseFlow.Workflows.Expressions.JavaScript.Functions;

internal sealed partial class RegexTranslator
{
    // JavaScript's own ideas of digits, word characters and blanks, and the rest of the characters for each.
    private static readonly Dictionary<char, string> Sets = new()
    {
        ['d'] = "0-9",
        ['D'] = "\\u0000-\\u002f\\u003a-\\uffff",
        ['w'] = "a-zA-Z0-9_",
        ['W'] = "\\u0000-\\u002f\\u003a-\\u0040\\u005b-\\u005e\\u0060\\u007b-\\uffff",
        ['s'] = "\\u0009-\\u000d\\u0020\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff",
        ['S'] =
            "\\u0000-\\u0008\\u000e-\\u001f\\u0021-\\u009f\\u00a1-\\u167f\\u1681-\\u1fff\\u200b-\\u2027\\u202a-\\u202e"
            + "\\u2030-\\u205e\\u2060-\\u2fff\\u3001-\\ufefe\\uff00-\\uffff",
    };

    /// <summary>An escape outside a class; the backslash is behind us.</summary>
    private int TranslateEscape()
    {
        if (i >= source.Length)
        {
            throw Invalid("it ends with a backslash");
        }

        var c = source[i];
        if (Sets.TryGetValue(c, out var set))
        {
            i++;
            result.Append('[').Append(set).Append(']');
            return Atom();
        }

        switch (c)
        {
            case 'b' or 'B':
                i++;
                result.Append('\\').Append(c);
                return -1;
            case >= '1' and <= '9':
            case 'k' when source.Contains("(?<", StringComparison.Ordinal):
                throw new RegexRefusal(
                    "unsupported.backreference",
                    "Going back to an earlier group in a regular expression is not supported; compare the groups afterwards."
                );
            default:
                result.Append(Literal(ReadEscape()));
                return Atom();
        }
    }

    /// <summary>A class; the opening bracket is behind us.</summary>
    private void TranslateClass()
    {
        var isNegated = Follows("^");
        i += isNegated ? 1 : 0;
        var start = result.Length;
        while (true)
        {
            if (i >= source.Length)
            {
                throw Invalid("a class is never closed");
            }

            if (source[i] == ']')
            {
                i++;
                break;
            }

            TranslateClassItem();
        }

        var items = result.ToString(start, result.Length - start);
        result.Length = start;
        if (items.Length == 0)
        {
            // [] matches nothing and [^] everything, which .NET cannot write that way.
            items = "\\u0000-\\uffff";
            isNegated = !isNegated;
        }

        result.Append(isNegated ? "[^" : "[").Append(items).Append(']');
    }

    private void TranslateClassItem()
    {
        var from = ReadClassCharacter();
        if (!(Follows("-") && i + 1 < source.Length && source[i + 1] != ']'))
        {
            result.Append(from.Set ?? Literal(from.Character));
            return;
        }

        i++;
        var to = ReadClassCharacter();
        if (from.Set is not null || to.Set is not null)
        {
            // A set cannot bound a range; then the hyphen is a hyphen.
            result
                .Append(from.Set ?? Literal(from.Character))
                .Append("\\u002d")
                .Append(to.Set ?? Literal(to.Character));
            return;
        }

        if (to.Character < from.Character)
        {
            throw Invalid("a range in a class is out of order");
        }

        result.Append(Literal(from.Character)).Append('-').Append(Literal(to.Character));
    }

    private (char Character, string? Set) ReadClassCharacter()
    {
        var c = source[i++];
        if (c != '\\')
        {
            return (c, null);
        }

        if (i >= source.Length)
        {
            throw Invalid("it ends with a backslash");
        }

        if (Sets.TryGetValue(source[i], out var set))
        {
            i++;
            return ('\0', set);
        }

        if (source[i] == 'b')
        {
            i++;
            return ('\b', null);
        }

        return (ReadEscape(), null);
    }

    /// <summary>The one character an escape stands for; the backslash is behind us.</summary>
    private char ReadEscape()
    {
        var c = source[i++];
        switch (c)
        {
            case 'x' when TryReadHex(2, out var code):
                return code;
            case 'u' when TryReadHex(4, out var code):
                return code;
            case 'c' when i < source.Length && char.IsAsciiLetter(source[i]):
                return (char)(source[i++] % 32);
            case 'c':
                i--;
                return '\\';
            case '0' when i >= source.Length || !char.IsAsciiDigit(source[i]):
                return '\0';
            case >= '0' and <= '9':
                throw Invalid("octal escapes are not allowed");
            default:
                return c switch
                {
                    't' => '\t',
                    'n' => '\n',
                    'v' => '\v',
                    'f' => '\f',
                    'r' => '\r',
                    _ => c,
                };
        }
    }

    private bool TryReadHex(int length, out char code)
    {
        code = '\0';
        if (
            i + length > source.Length
            || !int.TryParse(
                source.AsSpan(i, length),
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture,
                out var value
            )
        )
        {
            return false;
        }

        code = (char)value;
        i += length;
        return true;
    }
}
