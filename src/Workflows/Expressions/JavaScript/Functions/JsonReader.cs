using System.Globalization;
using System.Text;
using CaseFlow.Workflows.Expressions.JavaScript.Evaluation;
using CaseFlow.Workflows.Expressions.JavaScript.Values;

namespace CaseFlow.Workflows.Expressions.JavaScript.Functions;

/// <summary>Reads JSON strictly into values of the script; wrong text throws a SyntaxError the script can catch.</summary>
internal sealed class JsonReader(Run run, string text)
{
    private int i;

    public object? Read()
    {
        run.ChargeText(text.Length);
        var value = ReadValue();
        SkipBlanks();
        return i < text.Length ? throw Wrong() : value;
    }

    private object? ReadValue()
    {
        SkipBlanks();
        run.Charge();
        switch (i < text.Length ? text[i] : '\0')
        {
            case '{':
                return ReadObject();
            case '[':
                return ReadList();
            case '"':
                return ReadText();
            case 't':
                return ReadWord("true", true);
            case 'f':
                return ReadWord("false", false);
            case 'n':
                return ReadWord("null", null);
            default:
                return ReadNumber();
        }
    }

    private JsObject ReadObject()
    {
        run.Enter();
        i++;
        var result = new JsObject();
        for (var isFirst = true; !TryTake('}'); isFirst = false)
        {
            if (!isFirst)
            {
                Take(',');
            }

            SkipBlanks();
            if (i >= text.Length || text[i] != '"')
            {
                throw Wrong();
            }

            var name = ReadText();
            Take(':');
            result.Set(name, ReadValue());
            run.CheckItems(result.MemberCount);
        }

        run.Leave();
        return result;
    }

    private JsArray ReadList()
    {
        run.Enter();
        i++;
        var result = new JsArray();
        for (var isFirst = true; !TryTake(']'); isFirst = false)
        {
            if (!isFirst)
            {
                Take(',');
            }

            result.Items.Add(ReadValue());
            run.CheckItems(result.Count);
        }

        run.Leave();
        return result;
    }

    private string ReadText()
    {
        var start = ++i;
        while (i < text.Length && text[i] is not ('"' or '\\') && text[i] >= ' ')
        {
            i++;
        }

        if (i < text.Length && text[i] == '"')
        {
            return text[start..i++];
        }

        var result = new StringBuilder(text, start, i - start, Math.Max(16, i - start));
        while (i < text.Length && text[i] != '"')
        {
            if (text[i] < ' ')
            {
                throw Wrong();
            }

            result.Append(text[i] == '\\' ? ReadEscape() : text[i++]);
        }

        i++;
        return i > text.Length ? throw Wrong() : result.ToString();
    }

    private char ReadEscape()
    {
        i += 2;
        var c = i <= text.Length ? text[i - 1] : '\0';
        switch (c)
        {
            case '"' or '\\' or '/':
                return c;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u' when i + 4 <= text.Length && IsHex(text.AsSpan(i, 4), out var code):
                i += 4;
                return code;
            default:
                throw Wrong();
        }
    }

    private static bool IsHex(ReadOnlySpan<char> digits, out char code)
    {
        var isHex = int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value);
        code = (char)value;
        return isHex;
    }

    private object? ReadWord(string word, object? value)
    {
        if (string.CompareOrdinal(text, i, word, 0, word.Length) != 0)
        {
            throw Wrong();
        }

        i += word.Length;
        return value;
    }

    private double ReadNumber()
    {
        var start = i;
        i += i < text.Length && text[i] == '-' ? 1 : 0;
        var whole = SkipDigits();
        if (whole == 0 || (whole > 1 && text[i - whole] == '0'))
        {
            throw Wrong();
        }

        if (i < text.Length && text[i] == '.')
        {
            i++;
            if (SkipDigits() == 0)
            {
                throw Wrong();
            }
        }

        if (i < text.Length && text[i] is 'e' or 'E')
        {
            i++;
            i += i < text.Length && text[i] is '+' or '-' ? 1 : 0;
            if (SkipDigits() == 0)
            {
                throw Wrong();
            }
        }

        return double.Parse(text.AsSpan(start, i - start), NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    private int SkipDigits()
    {
        var start = i;
        while (i < text.Length && char.IsAsciiDigit(text[i]))
        {
            i++;
        }

        return i - start;
    }

    private void SkipBlanks()
    {
        while (i < text.Length && text[i] is ' ' or '\t' or '\n' or '\r')
        {
            i++;
        }
    }

    private bool TryTake(char c)
    {
        SkipBlanks();
        if (i >= text.Length || text[i] != c)
        {
            return false;
        }

        i++;
        return true;
    }

    private void Take(char c)
    {
        if (!TryTake(c))
        {
            throw Wrong();
        }
    }

    private Thrown Wrong() =>
        run.Error(
            "SyntaxError",
            i < text.Length ? $"Unexpected token '{text[i]}' in JSON at position {i}" : "Unexpected end of JSON input"
        );
}
