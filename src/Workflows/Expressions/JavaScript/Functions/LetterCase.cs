using System.Buffers;
using System.Text;

namespace CaseFlow.Workflows.Expressions.JavaScript.Functions;

/// <summary>Upper and lower case, with the letters that become two of them.</summary>
internal static class LetterCase
{
    private static readonly SearchValues<char> Growing = SearchValues.Create("ßıŉևﬀﬁﬂﬃﬄﬅﬆ");

    public static string Upper(string text)
    {
        if (text.AsSpan().IndexOfAny(Growing) < 0)
        {
            return text.ToUpperInvariant();
        }

        var result = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            result.Append(
                c switch
                {
                    'ß' => "SS",
                    'ı' => "I",
                    'ŉ' => "ʼN",
                    'ﬀ' => "FF",
                    'ﬁ' => "FI",
                    'ﬂ' => "FL",
                    'ﬃ' => "FFI",
                    'ﬄ' => "FFL",
                    'ﬅ' or 'ﬆ' => "ST",
                    'և' => "ԵՒ",
                    _ => c.ToString(),
                }
            );
        }

        return result.ToString().ToUpperInvariant();
    }

    // The dotted capital I of Turkish is the only one that grows.
    public static string Lower(string text) =>
        text.Replace("İ", "i\u0307", StringComparison.Ordinal).ToLowerInvariant();
}
