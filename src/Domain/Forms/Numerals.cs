using System.Globalization;
using System.Text.RegularExpressions;

namespace CaseFlow.Domain.Forms;

/// <summary>Numbers as people in Saudi Arabia type them: either shape of digits, either mark for decimals.</summary>
public static partial class Numerals
{
    /// <summary>The text with Arabic-Indic (٠ to ٩) and Persian (۰ to ۹) digits as Latin ones.</summary>
    public static string Latin(string text) =>
        string.Concat(
            text.Select(c =>
                c switch
                {
                    >= '٠' and <= '٩' => (char)('0' + (c - '٠')),
                    >= '۰' and <= '۹' => (char)('0' + (c - '۰')),
                    _ => c,
                }
            )
        );

    /// <summary>The number, or null. A comma only separates thousands; decimals follow a point or the Arabic mark (٫).</summary>
    public static decimal? Number(string text)
    {
        var latin = Latin(text.Trim()).Replace('٫', '.').Replace('٬', ',').Replace('−', '-');
        if (!Shape().IsMatch(latin))
        {
            return null;
        }

        return decimal.TryParse(
            latin.Replace(",", "", StringComparison.Ordinal),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;
    }

    [GeneratedRegex(@"\A-?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\.[0-9]{1,10})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
