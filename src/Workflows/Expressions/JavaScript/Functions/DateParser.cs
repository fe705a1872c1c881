using System.Globalization;
using System.Text.RegularExpressions;

namespace CaseFlow.Workflows.Expressions.JavaScript.Functions;

/// <summary>Reads dates: ISO 8601, and the everyday English forms with the month by name or with slashes.</summary>
internal static class DateParser
{
    private const string Time =
        @"(?:[\s,]+(?<h>[0-9]{1,2}):(?<n>[0-9]{2})(?::(?<s>[0-9]{2})(?:\.(?<f>[0-9]{1,9}))?)?\s*(?<half>am|pm)?"
        + @"\s*(?<zone>Z|GMT|UTC)?\s*(?<offset>[+-][0-9]{2}:?[0-9]{2})?(?:\s*\(.*\))?)?$";

    private static readonly Regex Iso = Pattern(
        @"^(?<y>[+-][0-9]{6}|[0-9]{4})(?:-(?<m>[0-9]{2})(?:-(?<d>[0-9]{2}))?)?"
            + @"(?:[T ](?<h>[0-9]{2}):(?<n>[0-9]{2})(?::(?<s>[0-9]{2})(?:\.(?<f>[0-9]{1,9}))?)?(?<offset>Z|[+-][0-9]{2}:?[0-9]{2})?)?$"
    );

    private static readonly Regex[] Others =
    [
        Pattern(@"^(?:[a-z]{3,9},?\s+)?(?<month>[a-z]{3,9})\.?\s+(?<d>[0-9]{1,2}),?\s+(?<y>[0-9]{4})" + Time),
        Pattern(@"^(?:[a-z]{3,9},?\s+)?(?<d>[0-9]{1,2})\s+(?<month>[a-z]{3,9})\.?,?\s+(?<y>[0-9]{4})" + Time),
        Pattern(@"^(?<y>[0-9]{4})[/-](?<m>[0-9]{1,2})[/-](?<d>[0-9]{1,2})" + Time),
        Pattern(@"^(?<m>[0-9]{1,2})/(?<d>[0-9]{1,2})/(?<y>[0-9]{4})" + Time),
    ];

    /// <summary>Milliseconds since 1970; NaN when the text is no date.</summary>
    public static double Parse(string text)
    {
        var trimmed = text.Trim();
        var match = Iso.Match(trimmed);
        for (var i = 0; !match.Success && i < Others.Length; i++)
        {
            match = Others[i].Match(trimmed);
        }

        return match.Success ? FromMatch(match) : double.NaN;
    }

    private static double FromMatch(Match match)
    {
        var month = match.Groups["month"] is { Success: true } name ? MonthOf(name.Value) : Number(match, "m", 1);
        var (day, hours, minutes, seconds) = (
            Number(match, "d", 1),
            Hours(match),
            Number(match, "n", 0),
            Number(match, "s", 0)
        );
        var isTime = hours <= 23 || (hours == 24 && minutes == 0 && seconds == 0);
        if (month is < 1 or > 12 || day is < 1 or > 31 || !isTime || minutes > 59 || seconds > 59)
        {
            return double.NaN;
        }

        var fraction = match.Groups["f"].Value.PadRight(3, '0')[..3];
        var time = DateMath.Join(
            new(
                Number(match, "y", 0),
                month - 1,
                day,
                hours,
                minutes,
                seconds,
                int.Parse(fraction, CultureInfo.InvariantCulture),
                0
            )
        );
        return time - Offset(match.Groups["offset"].Value);
    }

    private static double Hours(Match match)
    {
        var hours = Number(match, "h", 0);
        return match.Groups["half"].Value.ToLowerInvariant() switch
        {
            "pm" => hours % 12 + 12,
            "am" => hours % 12,
            _ => hours,
        };
    }

    private static double Number(Match match, string group, double missing) =>
        match.Groups[group] is { Success: true } found
            ? double.Parse(found.Value, CultureInfo.InvariantCulture)
            : missing;

    private static int MonthOf(string name) =>
        1 + Array.FindIndex(DateText.Months, m => name.StartsWith(m, StringComparison.OrdinalIgnoreCase));

    private static double Offset(string text)
    {
        if (text.Length < 5)
        {
            return 0;
        }

        var minutes =
            int.Parse(text.AsSpan(1, 2), CultureInfo.InvariantCulture) * 60
            + int.Parse(text.AsSpan(text.Length - 2), CultureInfo.InvariantCulture);
        return minutes * 60_000.0 * (text[0] == '-' ? -1 : 1);
    }

    private static Regex Pattern(string pattern) =>
        new(pattern, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
