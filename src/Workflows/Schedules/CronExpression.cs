using System.Diagnostics.CodeAnalysis;

namespace CaseFlow.Workflows.Schedules;

/// <summary>
/// Recurring moments in the notation of Quartz: seconds, minutes, hours, day of the month, month, day of the week and, optionally, year; always
/// UTC. Days of the week are 1 (Sunday) to 7 (Saturday) or names. Never changes after parsing.
/// </summary>
/// <remarks>
/// Both day fields may stay open (<c>*</c> or <c>?</c>), where Quartz insists on one <c>?</c>; both restricted is refused, as there.
/// </remarks>
public sealed class CronExpression
{
    /// <summary>Rarer than this many days apart counts as never; 29 February on a given weekday comes every 28 years, or 40.</summary>
    private const int MostDays = 366 * 45;

    private static readonly CronField Seconds = new("seconds", 0, 59, []);
    private static readonly CronField Minutes = new("minutes", 0, 59, []);
    private static readonly CronField Hours = new("hours", 0, 23, []);
    private static readonly CronField Months = new(
        "month",
        1,
        12,
        ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
    );
    private static readonly CronField Years = new("year", 1970, 2299, []);

    private readonly string text;
    private readonly bool[] seconds;
    private readonly bool[] minutes;
    private readonly bool[] hours;
    private readonly bool[] months;
    private readonly bool[]? years;
    private readonly CronDays days;

    private CronExpression(string text, string[] fields)
    {
        this.text = text;
        (seconds, minutes) = (Seconds.Parse(fields[0]), Minutes.Parse(fields[1]));
        (hours, months) = (Hours.Parse(fields[2]), Months.Parse(fields[4]));
        years = fields.Length > 6 && fields[6] is not "*" ? Years.Parse(fields[6]) : null;
        days = CronDays.Parse(fields[3], fields[5]);
    }

    /// <summary>Parses an expression.</summary>
    /// <param name="text">Six fields, or seven with the year, with blanks between; names in any case.</param>
    /// <param name="cron">Null when the text is no cron expression.</param>
    /// <param name="problem">One English sentence that names the field; null when there is none.</param>
    public static bool TryParse(
        string text,
        [NotNullWhen(true)] out CronExpression? cron,
        [NotNullWhen(false)] out string? problem
    )
    {
        ArgumentNullException.ThrowIfNull(text);
        (cron, problem) = (null, null);
        var fields = text.ToUpperInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length is not (6 or 7))
        {
            problem =
                $"A cron expression has six fields, beginning with seconds, or seven with the year; this has {fields.Length}.";
            return false;
        }
        try
        {
            cron = new CronExpression(text, fields);
            return true;
        }
        catch (FormatException wrong)
        {
            problem = wrong.Message;
            return false;
        }
    }

    /// <summary>What is wrong with a text; null when it is a cron expression.</summary>
    public static string? ProblemOf(string text) => TryParse(text, out _, out var problem) ? null : problem;

    /// <summary>The first moment after that one, in whole seconds; null when none comes within 45 years.</summary>
    public DateTimeOffset? Next(DateTimeOffset after)
    {
        var utc = after.UtcDateTime;
        if (utc > DateTime.MaxValue.AddDays(-MostDays - 1))
        {
            return null;
        }
        var from = new DateTime(utc.Ticks - utc.Ticks % TimeSpan.TicksPerSecond, DateTimeKind.Utc).AddSeconds(1);
        var day = from.Date;
        for (var i = 0; i < MostDays; i++, day = day.AddDays(1))
        {
            if (Matches(day) && TimeFrom(day == from.Date ? from.TimeOfDay : TimeSpan.Zero) is { } time)
            {
                return new DateTimeOffset(day + time, TimeSpan.Zero);
            }
        }
        return null;
    }

    /// <summary>The text as it was written.</summary>
    public override string ToString() => text;

    private bool Matches(DateTime day) =>
        months[day.Month] && (years is null || day.Year < years.Length && years[day.Year]) && days.Matches(day);

    /// <summary>The first matching time of a day that is not before the given one.</summary>
    private TimeSpan? TimeFrom(TimeSpan earliest)
    {
        for (var hour = earliest.Hours; hour < 24; hour++)
        {
            if (!hours[hour])
            {
                continue;
            }
            var isFirstHour = hour == earliest.Hours;
            for (var minute = isFirstHour ? earliest.Minutes : 0; minute < 60; minute++)
            {
                var isFirst = isFirstHour && minute == earliest.Minutes;
                var second = minutes[minute] ? Array.IndexOf(seconds, true, isFirst ? earliest.Seconds : 0) : -1;
                if (second >= 0)
                {
                    return new TimeSpan(hour, minute, second);
                }
            }
        }
        return null;
    }
}
