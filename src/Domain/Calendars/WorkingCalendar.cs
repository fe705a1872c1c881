using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CaseFlow.Domain.Calendars;

/// <summary>
/// When the society works: its weekend, its hours and its holidays. Confirmed late and year by year, hence versioned; no study is
/// measured by it, for the floor of P59 counts every day.
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

    /// <summary>Days of the week without work; never null.</summary>
    public IReadOnlyList<DayOfWeek> Weekend { get; init; } = Weekend ?? [];

    /// <summary>Official holidays; never null.</summary>
    public IReadOnlyList<Holiday> Holidays { get; init; } = Holidays ?? [];

    /// <summary>Whether there is work on that day.</summary>
    public bool IsWorkingDay(DateOnly day) =>
        !Weekend.Contains(day.DayOfWeek) && Holidays.All(h => day < h.From.Day || day > h.Last);

    /// <summary>
    /// The instant itself within working hours, else the moment at which work next begins; never an earlier one. A calendar by which
    /// nobody works for more than a year holds nothing up.
    /// </summary>
    /// <param name="instant">Any moment.</param>
    /// <param name="zone">The zone whose clock the hours are read from.</param>
    public DateTimeOffset NextWorkingMoment(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var wall = TimeZoneInfo.ConvertTime(instant, zone).DateTime;
        var today = DateOnly.FromDateTime(wall);
        if (IsWorkingDay(today) && TimeOnly.FromDateTime(wall) is var now && now >= Hours.From && now < Hours.To)
        {
            return instant;
        }

        for (var ahead = 0; ahead <= Farthest && today.DayNumber + ahead <= DateOnly.MaxValue.DayNumber; ahead++)
        {
            var day = today.AddDays(ahead);
            if (IsWorkingDay(day) && Opening(day, zone) is var opening && opening >= instant)
            {
                return opening.ToUniversalTime();
            }
        }

        return instant;
    }

    // Of two instants with the same wall time the later one is safe; one that is skipped falls after the change.
    private DateTimeOffset Opening(DateOnly day, TimeZoneInfo zone)
    {
        var wall = day.ToDateTime(Hours.From);
        var offset = zone.IsAmbiguousTime(wall) ? zone.GetAmbiguousTimeOffsets(wall).Min() : zone.GetUtcOffset(wall);
        return new DateTimeOffset(wall, offset);
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
