using System.Globalization;

namespace CaseFlow.Domain.Calendars;

/// <summary>A civil day that knows both its names: Umm al-Qura (Hijri) and Gregorian.</summary>
/// <remarks>
/// The Hijri side is table-based and exists from 1318-01-01 to 1500-12-30 AH (30 April 1900 to 16 November 2077); outside
/// that span <see cref="Hijri"/> is null and texts show the Gregorian date alone. Days are those of Saudi Arabia, which
/// has kept UTC+3 without daylight saving time for as long as the society exists.
/// </remarks>
/// <param name="Day">The day in the Gregorian calendar.</param>
public readonly record struct CalendarDate(DateOnly Day) : IComparable<CalendarDate>
{
    private static readonly UmAlQuraCalendar UmAlQura = new();

    /// <summary>Offset of the zone Asia/Riyadh, the same all year.</summary>
    public static TimeSpan RiyadhOffset { get; } = TimeSpan.FromHours(3);

    /// <summary>The Umm al-Qura date; null outside the span of the tables.</summary>
    public HijriDate? Hijri
    {
        get
        {
            var noon = Day.ToDateTime(new TimeOnly(12, 0));
            return noon < UmAlQura.MinSupportedDateTime || noon > UmAlQura.MaxSupportedDateTime
                ? null
                : new HijriDate(UmAlQura.GetYear(noon), UmAlQura.GetMonth(noon), UmAlQura.GetDayOfMonth(noon));
        }
    }

    /// <summary>The moment as read from a clock on a wall in Riyadh.</summary>
    public static DateTimeOffset InRiyadh(DateTimeOffset instant) => instant.ToOffset(RiyadhOffset);

    /// <summary>The day in Riyadh at that moment.</summary>
    public static CalendarDate At(DateTimeOffset instant) => new(DateOnly.FromDateTime(InRiyadh(instant).DateTime));

    /// <summary>The day with that Umm al-Qura date.</summary>
    /// <returns>False when the month has no such day or the year is outside the tables.</returns>
    public static bool TryFromHijri(HijriDate date, out CalendarDate result)
    {
        result = default;
        if (date.Year is < 1318 or > 1500 || date.Month is < 1 or > 12 || date.Day < 1)
        {
            return false;
        }

        if (date.Day > UmAlQura.GetDaysInMonth(date.Year, date.Month))
        {
            return false;
        }

        var day = UmAlQura.ToDateTime(date.Year, date.Month, date.Day, 0, 0, 0, 0);
        result = new CalendarDate(DateOnly.FromDateTime(day));
        return true;
    }

    /// <summary>The first moment of the day in Riyadh.</summary>
    public DateTimeOffset Start() => new(Day.ToDateTime(TimeOnly.MinValue), RiyadhOffset);

    /// <inheritdoc/>
    public int CompareTo(CalendarDate other) => Day.CompareTo(other.Day);

    /// <summary>Machine-readable Gregorian form <c>yyyy-MM-dd</c>, the same in every culture.</summary>
    public override string ToString() => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

#pragma warning disable CS1591 // Operators say all there is to say.
    public static bool operator <(CalendarDate left, CalendarDate right) => left.CompareTo(right) < 0;

    public static bool operator >(CalendarDate left, CalendarDate right) => left.CompareTo(right) > 0;

    public static bool operator <=(CalendarDate left, CalendarDate right) => left.CompareTo(right) <= 0;

    public static bool operator >=(CalendarDate left, CalendarDate right) => left.CompareTo(right) >= 0;
#pragma warning restore CS1591
}

/// <summary>A date of the Umm al-Qura calendar; months count from 1 (Muharram).</summary>
public readonly record struct HijriDate(int Year, int Month, int Day)
{
    /// <summary>Machine-readable form <c>yyyy-MM-dd</c> with the Hijri year.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}-{Day:00}");
}
