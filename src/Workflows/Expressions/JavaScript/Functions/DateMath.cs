namespace CaseFlow.Workflows.Expressions.JavaScript.Functions;

/// <summary>The calendar behind dates: days and times of day from and to milliseconds since 1970, all in UTC.</summary>
internal static class DateMath
{
    public const double MsPerDay = 86_400_000;
    private const double MaxTime = 8.64e15;

    /// <summary>A moment taken apart: month from 0, weekday from Sunday as 0.</summary>
    public readonly record struct Parts(
        double Year,
        double Month,
        double Day,
        double Hours,
        double Minutes,
        double Seconds,
        double Milliseconds,
        double Weekday
    );

    public static double FromMoment(DateTimeOffset moment) =>
        Math.Floor((moment.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / (double)TimeSpan.TicksPerMillisecond);

    /// <summary>The moment of the workflow's world; false outside the years 1 to 9999.</summary>
    public static bool TryToMoment(double time, out DateTimeOffset moment)
    {
        var isInside = time is >= -62135596800000 and <= 253402300799999;
        moment = isInside ? DateTimeOffset.FromUnixTimeMilliseconds((long)time) : default;
        return isInside;
    }

    /// <summary>Takes a valid time apart.</summary>
    public static Parts Split(double time)
    {
        var day = Math.Floor(time / MsPerDay);
        var rest = time - day * MsPerDay;
        var (year, month, dayOfMonth) = CivilFromDays((long)day);
        return new(
            year,
            month,
            dayOfMonth,
            Math.Floor(rest / 3_600_000),
            Math.Floor(rest / 60_000) % 60,
            Math.Floor(rest / 1000) % 60,
            rest % 1000,
            ((day + 4) % 7 + 7) % 7
        );
    }

    /// <summary>Puts a moment together; parts out of range carry over, NaN makes the whole invalid.</summary>
    public static double Join(Parts parts)
    {
        var years = Math.Truncate(parts.Year) + Math.Floor(Math.Truncate(parts.Month) / 12);
        var month = ((Math.Truncate(parts.Month) % 12) + 12) % 12;
        if (double.IsNaN(years) || double.IsNaN(month) || Math.Abs(years) > 400_000)
        {
            return double.NaN;
        }

        var day = DaysFromCivil((long)years, (int)month) + Math.Truncate(parts.Day) - 1;
        var time =
            Math.Truncate(parts.Hours) * 3_600_000
            + Math.Truncate(parts.Minutes) * 60_000
            + Math.Truncate(parts.Seconds) * 1000
            + Math.Truncate(parts.Milliseconds);
        return Clip(day * MsPerDay + time);
    }

    /// <summary>A time in the range of dates, whole; NaN outside.</summary>
    public static double Clip(double time) => Math.Abs(time) <= MaxTime ? Math.Truncate(time) + 0.0 : double.NaN;

    // Both ways count years from March, so that the leap day is the last of its year.
    private static long DaysFromCivil(long year, int month)
    {
        year -= month <= 1 ? 1 : 0;
        var era = (year >= 0 ? year : year - 399) / 400;
        var yearOfEra = year - era * 400;
        var dayOfYear = (153 * (month + (month > 1 ? -2 : 10)) + 2) / 5;
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468;
    }

    private static (long Year, int Month, int Day) CivilFromDays(long days)
    {
        days += 719_468;
        var era = (days >= 0 ? days : days - 146_096) / 146_097;
        var dayOfEra = days - era * 146_097;
        var yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        var dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        var shifted = (5 * dayOfYear + 2) / 153;
        var day = (int)(dayOfYear - (153 * shifted + 2) / 5 + 1);
        var month = (int)(shifted < 10 ? shifted + 2 : shifted - 10);
        return (yearOfEra + era * 400 + (month <= 1 ? 1 : 0), month, day);
    }
}
