using System.Text.RegularExpressions;

namespace CaseFlow.Domain.Forms;

/// <summary>Numbers whose shape the state defines.</summary>
public static partial class SaudiNumbers
{
    /// <summary>
    /// The national (starts with 1) or resident (starts with 2) id as ten Latin digits; null when the shape or the check
    /// digit is wrong. The check is Luhn's over all ten digits.
    /// </summary>
    public static string? NationalId(string text)
    {
        var id = Numerals.Latin(text.Trim());
        return IdShape().IsMatch(id) && Luhn(id) ? id : null;
    }

    /// <summary>
    /// The mobile number as <c>+9665xxxxxxxx</c>; null when it is none. Taken are <c>05…</c>, <c>5…</c>, <c>9665…</c>,
    /// <c>+9665…</c> and <c>009665…</c>, with spaces, hyphens and brackets anywhere.
    /// </summary>
    public static string? Mobile(string text)
    {
        var digits = Separators().Replace(Numerals.Latin(text), "");
        var match = MobileShape().Match(digits);
        return match.Success ? "+966" + match.Groups[1].Value : null;
    }

    private static bool Luhn(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[i] - '0';
            var weighted = i % 2 == 0 ? digit * 2 : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }

        return sum % 10 == 0;
    }

    [GeneratedRegex(@"\A[12][0-9]{9}\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdShape();

    [GeneratedRegex(@"\A(?:\+966|00966|966|0)?(5[0-9]{8})\z", RegexOptions.CultureInvariant)]
    private static partial Regex MobileShape();

    [GeneratedRegex(@"[ \-()\u200E\u200F\u00A0]", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();
}
