namespace CaseFlow.Domain.Calendars;

/// <summary>The calendars of work in force, and the zone whose clock their hours are read from.</summary>
public sealed class WorkingTimes
{
    private readonly Dictionary<string, WorkingCalendar> calendars;
    private readonly TimeZoneInfo zone;

    /// <param name="zone">IANA name of the zone, e.g. <c>Asia/Riyadh</c>.</param>
    /// <param name="calendars">Each with a key of its own.</param>
    /// <exception cref="TimeZoneNotFoundException">The machine knows no such zone.</exception>
    public WorkingTimes(string zone, IEnumerable<WorkingCalendar> calendars)
    {
        this.zone = Zones.Named(zone);
        this.calendars = calendars.ToDictionary(c => c.Key, StringComparer.Ordinal);
    }

    /// <summary>No calendar at all.</summary>
    public static WorkingTimes None { get; } = new("Asia/Riyadh", []);

    /// <summary>When a length of working time has passed by a calendar, as <see cref="WorkingCalendar.After"/> counts it.</summary>
    /// <param name="key">The calendar's.</param>
    /// <param name="instant">Where it begins.</param>
    /// <param name="span">How long.</param>
    /// <returns>Null when there is no calendar of that key.</returns>
    public DateTimeOffset? After(string key, DateTimeOffset instant, TimeSpan span) =>
        calendars.GetValueOrDefault(key)?.After(instant, span, zone);
}
