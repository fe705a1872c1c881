using System.Globalization;
using CaseFlow.Workflows.Expressions.Liquid.Rendering;

namespace CaseFlow.Workflows.Expressions.Liquid.Filters;

internal static class DateFilter
{
    // Only forms that name the year: anything less would be completed from the machine's clock.
    private static readonly string[] Forms =
    [
        "yyyy-M-d",
        "yyyy-M-d H:mm",
        "yyyy-M-d H:mmK",
        "yyyy-M-d H:mm:ss",
        "yyyy-M-d H:mm:ssK",
        "yyyy-M-d H:mm:ss K",
        "yyyy-M-d H:mm:ss.FFFFFFF",
        "yyyy-M-d H:mm:ss.FFFFFFFK",
        "yyyy-M-dTH:mm",
        "yyyy-M-dTH:mmK",
        "yyyy-M-dTH:mm:ss",
        "yyyy-M-dTH:mm:ssK",
        "yyyy-M-dTH:mm:ss.FFFFFFF",
        "yyyy-M-dTH:mm:ss.FFFFFFFK",
        "yyyy/M/d",
        "yyyy/M/d H:mm",
        "yyyy/M/d H:mm:ss",
        "MMMM d, yyyy",
        "MMM d, yyyy",
        "d MMMM yyyy",
        "d MMM yyyy",
        "ddd, d MMM yyyy H:mm:ss 'GMT'",
    ];

    /// <summary>A date, an ISO text, <c>now</c>, <c>today</c> or seconds since 1970, by a <c>strftime</c> pattern. Anything else prints nothing.</summary>
    public static object? Date(object? input, LiquidArguments arguments, LiquidContext context)
    {
        if (Read(input, context) is not { } moment)
        {
            return null;
        }

        var pattern = context.Text(arguments[0]);
        return pattern.Length == 0 ? input : context.Checked(DatePattern.Format(moment, pattern, context));
    }

    private static DateTimeOffset? Read(object? input, LiquidContext context)
    {
        var zone = context.Settings.TimeZone;
        DateTimeOffset? moment = input switch
        {
            DateTimeOffset date => date,
            "now" or "today" => context.Settings.Now,
            string text => Parse(text.Trim(), zone),
            _ when LiquidValue.IsNumber(input) => FromSeconds(context.Number(input)),
            _ => null,
        };
        return moment is { } found ? TimeZoneInfo.ConvertTime(found, zone) : null;
    }

    /// <summary>A text without an offset is read as the clock of the rendering's zone.</summary>
    private static DateTimeOffset? Parse(string text, TimeZoneInfo zone)
    {
        if (
            !DateTime.TryParseExact(
                text,
                Forms,
                CultureInfo.InvariantCulture,
                DateTimeStyles.RoundtripKind,
                out var wall
            )
        )
        {
            return null;
        }

        return wall.Kind == DateTimeKind.Unspecified && !text.EndsWith("GMT", StringComparison.Ordinal)
            ? new DateTimeOffset(wall, zone.GetUtcOffset(wall))
            : DateTimeOffset.ParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
    }

    private static DateTimeOffset? FromSeconds(decimal seconds) =>
        seconds is < -62_135_596_800 or > 253_402_300_799
            ? null
            : DateTimeOffset.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond));
}
