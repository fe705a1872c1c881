using CaseFlow.Domain.Calendars;
using CaseFlow.Domain.Services;
using CaseFlow.Host.Demo;

namespace CaseFlow.Host.Walkthrough;

/// <summary>What an officer who finds everything in order enters when matching data with documents.</summary>
public static class Matching
{
    /// <summary>A match for each answer that one of the documents proves.</summary>
    public static List<object?> Matches(ServiceDefinition service)
    {
        var facts = SampleRequests.Facts(service.Code);
        return
        [
            .. from evidence in SampleRequests.Evidence(service)
            from fact in evidence.Proves
            where facts.ContainsKey(fact)
            select (object?)
                new Dictionary<string, object?>
                {
                    ["fact"] = fact,
                    ["requirement"] = evidence.Key,
                    ["method"] = "original-seen",
                    ["result"] = "matches",
                },
        ];
    }

    /// <summary>Dates that make each document valid on the day of submission.</summary>
    public static List<object?> Validity(ServiceDefinition service, DateTimeOffset submittedAt)
    {
        var day = CalendarDate.At(submittedAt).Day;
        return
        [
            .. from evidence in SampleRequests.Evidence(service)
            where evidence.Validity.Kind != ValidityKind.None
            select (object?)
                new Dictionary<string, object?>
                {
                    ["requirement"] = evidence.Key,
                    ["issuedOn"] = new CalendarDate(day.AddDays(-5)).ToString(),
                    ["validUntil"] = new CalendarDate(day.AddYears(1)).ToString(),
                },
        ];
    }
}
