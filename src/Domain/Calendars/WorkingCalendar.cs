using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CaseFlow.Domain.Calendars;

/// <summary>
/// When the society works: its weekend, its hours and its holidays. Confirmed late and year by year, hence versioned; no study is
/// measured by it, for the floor of P59 counts every day. Tasks that name it are due and reminded of in working time.
/// </summary>
/// <param name="Key">Short name, unique among calendars.</param>
/// <param name="Version">Counts from 1.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Weekend">Days of the week without work.</param>
/// <param name="Hours">The hours of every working day.</param>
/// <param name="Holidays">Official holidays, in any order; they may touch or overlap.</param>
public sealed record WorkingCalendar(
    string Key,
    int Version,
    LocalText Name,
    IReadOnlyList<DayOfWeek>? Weekend,
    WorkingHours Hours,
    IReadOnlyList<Holiday>? Holidays = null
)
{
    // Farther than any row of holidays: beyond it a calendar only hides that nobody ever works by it.
    private const int Farthest = 400;

    // Longer than any deadline, and short enough to be counted day by day.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(36_525);

    /// <summary>Days of the week without work; never null.</summary>
    public IReadOnlyList<DayOfWeek> Weekend { get; init; } = Weekend ?? [];

    /// <summary>Official holidays; never null.</summary>
    public IReadOnlyList<Holiday> Holidays { get; init; } = Holidays ?? [];

    /// <summary>Whether there is work on that day.</summary>
    public bool IsWorkingDay(DateOnly day) =>
        !Weekend.Contains(day.DayOfWeek) && Holidays.All(h => day < h.From.Day || day > h.Last);

    /// <summary>
    /// The moment at which a length of working time has passed, counted from the next working moment: first as many working days as
    /// the span has whole days, at the same hour of the clock, then the rest in hours of work, which may end when work does. A rest that is
    /// longer than a working day counts as one day more.
    /// </summary>
    /// <param name="instant">Any moment.</param>
    /// <param name="span">How long; none or less gives the next working moment itself.</param>
    /// <param name="zone">The zone whose clock the hours are read from.</param>
    /// <returns>
    /// Never earlier than the next working moment, and later the longer the span or the later the instant. By a calendar by which nobody
    /// works, time passes as without one. What lies beyond a century or the end of the calendar is the end of time.
    /// </returns>
    public DateTimeOffset After(DateTimeOffset instant, TimeSpan span, TimeZoneInfo zone)
    {
        var start = NextWorkingMoment(instant, zone);
        var wall = Wall(start, zone);
        if (!IsOpen(wall))
        {
            return Passed(instant, span);
        }
        if (span <= TimeSpan.Zero)
        {
            return start;
        }
        if (span > Longest)
        {
            return DateTimeOffset.MaxValue;
        }

        var (days, rest) = Split(span);
        var time = TimeOnly.FromDateTime(wall);
        var left = Hours.To - time;
        var end = rest <= left ? time.Add(rest) : Hours.From.Add(rest - left);
        return WorkingDayAfter(DateOnly.FromDateTime(wall), rest <= left ? days : days + 1) is { } day
            ? At(day, end, zone)
            : DateTimeOffset.MaxValue;
    }

    /// <summary>
    /// The instant itself within working hours, else the moment at which work next begins; never an earlier one. A calendar by which
    /// nobody works for more than a year holds nothing up.
    /// </summary>
    /// <param name="instant">Any moment.</param>
    /// <param name="zone">The zone whose clock the hours are read from.</param>
    public DateTimeOffset NextWorkingMoment(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var wall = Wall(instant, zone);
        if (IsOpen(wall))
        {
            return instant;
        }

        var today = DateOnly.FromDateTime(wall);
        for (var ahead = 0; ahead <= Farthest && today.DayNumber + ahead <= DateOnly.MaxValue.DayNumber; ahead++)
        {
            var day = today.AddDays(ahead);
            if (IsWorkingDay(day) && At(day, Hours.From, zone) is var opening && opening >= instant)
            {
                return opening;
            }
        }

        return instant;
    }

    private bool IsOpen(DateTime wall) =>
        IsWorkingDay(DateOnly.FromDateTime(wall))
        && TimeOnly.FromDateTime(wall) is var time
        && time >= Hours.From
        && time < Hours.To;

    private (int Days, TimeSpan Over) Split(TimeSpan span)
    {
        var rest = span - TimeSpan.FromDays(span.Days);
        return rest > Hours.To - Hours.From ? (span.Days + 1, TimeSpan.Zero) : (span.Days, rest);
    }

    /// <summary>So many working days later; null when the calendar ends before.</summary>
    private DateOnly? WorkingDayAfter(DateOnly day, int count)
    {
        while (count > 0 && day < DateOnly.MaxValue)
        {
            day = day.AddDays(1);
            count -= IsWorkingDay(day) ? 1 : 0;
        }
        return count == 0 && day < DateOnly.MaxValue ? day : null;
    }

    private static DateTime Wall(DateTimeOffset instant, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(instant, zone).DateTime;

    private static DateTimeOffset Passed(DateTimeOffset instant, TimeSpan span) =>
        span <= TimeSpan.Zero ? instant
        : span < DateTimeOffset.MaxValue - instant ? instant + span
        : DateTimeOffset.MaxValue;

    // Of two instants with the same wall time the later one is safe; one that is skipped falls after the change.
    private static DateTimeOffset At(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var wall = day.ToDateTime(time);
        var offset = zone.IsAmbiguousTime(wall) ? zone.GetAmbiguousTimeOffsets(wall).Min() : zone.GetUtcOffset(wall);
        return new DateTimeOffset(wall, offset).ToUniversalTime();
    }
}

/// <summary>The hours of a working day on the society's clock.</summary>
/// <param name="From">When work begins.</param>
/// <param name="To">When it has ended; later than <paramref name="From"/>.</param>
public sealed record WorkingHours(
    [property: JsonConverter(typeof(WorkingHours.ClockConverter))] TimeOnly From,
    [property: JsonConverter(typeof(WorkingHours.ClockConverter))] TimeOnly To
)
{
    /// <summary>Writes the clock as <c>08:30</c>.</summary>
    internal sealed class ClockConverter : JsonConverter<TimeOnly>
    {
        public override TimeOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String
            && TimeOnly.TryParseExact(reader.GetString(), "HH:mm", CultureInfo.InvariantCulture, 0, out var time)
                ? time
                : throw new JsonException("A time is written as 08:30.");

        public override void Write(Utf8JsonWriter writer, TimeOnly value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString("HH:mm", CultureInfo.InvariantCulture));
    }
}

/// <summary>A holiday of one or more days.</summary>
/// <param name="Name">What is celebrated.</param>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day; the first one when null.</param>
public sealed record Holiday(LocalText Name, EnteredDay From, EnteredDay? To = null)
{
    /// <summary>The last day.</summary>
    [JsonIgnore]
    public DateOnly Last => (To ?? From).Day;
}

/// <summary>A day as it was entered: kept in the Gregorian calendar, with the one that its author thought in.</summary>
/// <param name="Day">The day.</param>
/// <param name="Calendar">The calendar of entry: the Eids are announced by the Hijri one.</param>
public sealed record EnteredDay(DateOnly Day, CalendarKind Calendar = CalendarKind.Gregorian);
