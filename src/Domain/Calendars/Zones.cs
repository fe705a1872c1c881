namespace CaseFlow.Domain.Calendars;

/// <summary>Time zones by their IANA names.</summary>
internal static class Zones
{
    /// <exception cref="TimeZoneNotFoundException">The machine knows no such zone.</exception>
    // Small containers carry no zone tables; the society's own zone has needed none for as long as it exists.
    public static TimeZoneInfo Named(string name) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone
        : name == "Asia/Riyadh" ? TimeZoneInfo.CreateCustomTimeZone(name, CalendarDate.RiyadhOffset, name, name)
        : throw new TimeZoneNotFoundException(name);
}
