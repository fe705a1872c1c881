using System.Globalization;
using System.Text;
using CaseFlow.Workflows.Expressions.JavaScript.Evaluation;

namespace CaseFlow.Workflows.Expressions.JavaScript.Functions;

/// <summary>Percent-encoding of addresses.</summary>
internal static class UriFunctions
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.!~*'()";
    private const string Reserved = ";/?:@&=+$,#";
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static readonly NativeFunction EncodeComponent = new(
        "encodeURIComponent",
        1,
        (run, _, a) => Encode(run, a, Unreserved)
    );
    public static readonly NativeFunction Encoded = new(
        "encodeURI",
        1,
        (run, _, a) => Encode(run, a, Unreserved + Reserved)
    );
    public static readonly NativeFunction DecodeComponent = new(
        "decodeURIComponent",
        1,
        (run, _, a) => Decode(run, a, "")
    );
    public static readonly NativeFunction Decoded = new("decodeURI", 1, (run, _, a) => Decode(run, a, Reserved));

    private static string Encode(Run run, object?[] arguments, string kept)
    {
        var text = Operators.ToText(run, arguments.At(0));
        run.ChargeText(text.Length * 3L);
        var result = new StringBuilder(text.Length);
        foreach (var b in Bytes(run, text))
        {
            if (b < 128 && kept.Contains((char)b, StringComparison.Ordinal))
            {
                result.Append((char)b);
            }
            else
            {
                result.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
            }
        }

        run.ChargeText(result.Length);
        return result.ToString();
    }

    private static string Decode(Run run, object?[] arguments, string kept)
    {
        var text = Operators.ToText(run, arguments.At(0));
        run.ChargeText(text.Length);
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; )
        {
            if (text[i] != '%')
            {
                result.Append(text[i++]);
                continue;
            }

            var start = i;
            var bytes = new List<byte> { ReadByte(run, text, ref i) };
            var more = bytes[0] switch
            {
                < 0x80 => 0,
                >= 0xC2 and < 0xE0 => 1,
                >= 0xE0 and < 0xF0 => 2,
                >= 0xF0 and < 0xF5 => 3,
                _ => throw Malformed(run),
            };
            for (; more > 0; more--)
            {
                bytes.Add(ReadByte(run, text, ref i));
            }

            var character = Characters(run, [.. bytes]);
            result.Append(kept.Contains(character, StringComparison.Ordinal) ? text[start..i] : character);
        }

        return result.ToString();
    }

    private static byte[] Bytes(Run run, string text)
    {
        try
        {
            return Strict.GetBytes(text);
        }
        catch (EncoderFallbackException)
        {
            throw Malformed(run);
        }
    }

    private static string Characters(Run run, byte[] bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw Malformed(run);
        }
    }

    private static byte ReadByte(Run run, string text, ref int i)
    {
        if (
            i + 3 > text.Length
            || text[i] != '%'
            || !byte.TryParse(
                text.AsSpan(i + 1, 2),
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture,
                out var value
            )
        )
        {
            throw Malformed(run);
        }

        i += 3;
        return value;
    }

    private static Thrown Malformed(Run run) => run.Error("URIError", "URI malformed");
}
