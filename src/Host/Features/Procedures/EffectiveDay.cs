using System.Globalization;
using CaseFlow.Domain;

namespace CaseFlow.Host.Features.Procedures;

/// <summary>The day and time from which a version shall count, as it is typed.</summary>
internal static class EffectiveDay
{
    /// <param name="typed">A day and a time as the society's clock shows them; empty means at once.</param>
    /// <exception cref="RefusalException">It is no day.</exception>
    public static DateTimeOffset? Read(string? typed, string zone)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        if (!DateTime.TryParse(typed, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            throw RefusalException.Of("form.date");
        var offset = TimeZoneInfo.FindSystemTimeZoneById(zone).GetUtcOffset(local);
        return new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), offset);
    }
}
