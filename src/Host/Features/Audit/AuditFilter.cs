using CaseFlow.Domain.Calendars;
using Microsoft.AspNetCore.WebUtilities;

namespace CaseFlow.Host.Features.Audit;

/// <summary>Which lines of the audit trail are looked for; all of it stands in the address, so that a search can be sent on.</summary>
/// <param name="Person">Part of a name in either language, or a user's id.</param>
/// <param name="From">First day in Riyadh.</param>
/// <param name="To">Last day in Riyadh.</param>
public sealed record AuditFilter(string? Case, string? Person, string? Code, DateOnly? From, DateOnly? To)
{
    public bool IsSet => this is not (null, null, null, null, null);

    public static AuditFilter Of(string? number, string? person, string? code, DateOnly? from, DateOnly? to) =>
        new(Text(number), Text(person), Text(code), Day(from), Day(to));

    /// <summary>The first moment that counts.</summary>
    public DateTimeOffset? Start => From is { } day ? new CalendarDate(day).Start() : null;

    /// <summary>The first moment that counts no more.</summary>
    public DateTimeOffset? End => To is { } day ? new CalendarDate(day.AddDays(1)).Start() : null;

    public string Address(int page) =>
        QueryHelpers.AddQueryString(
            "/audit",
            new Dictionary<string, string?>
            {
                ["case"] = Case,
                ["person"] = Person,
                ["code"] = Code,
                ["from"] = From?.ToString("O", null),
                ["to"] = To?.ToString("O", null),
                ["p"] = page > 1 ? FormattableString.Invariant($"{page}") : null,
            }.Where(part => part.Value is not null)
        );

    private static string? Text(string? given) => string.IsNullOrWhiteSpace(given) ? null : given.Trim();

    // Beyond these years there is nothing to find, and no calendar to count in.
    private static DateOnly? Day(DateOnly? given) => given is { Year: >= 1900 and <= 2200 } ? given : null;
}
