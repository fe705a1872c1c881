using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Parties;

namespace CaseFlow.Host.Persistence;

/// <summary>Makes the lines of the audit trail.</summary>
public static class AuditTrail
{
    /// <summary>What the domain says has happened to a case.</summary>
    public static AuditRow Of(string caseNumber, CaseEvent happened) =>
        new()
        {
            CaseNumber = caseNumber,
            At = happened.At,
            ActorId = happened.ActorId,
            ActorName = happened.ActorName,
            Code = happened.Code,
            Audience = happened.Audience,
            Facts = FactsJson.Write(happened.Facts),
            Clause = happened.Clause,
        };

    /// <summary>What the system itself did.</summary>
    public static AuditRow Line(
        string? caseNumber,
        DateTimeOffset at,
        string code,
        EventAudience audience,
        params (string Name, object? Value)[] facts
    ) => Line(caseNumber, at, Actor.System, code, audience, facts);

    /// <summary>What somebody did outside the case aggregate: claimed a task, signed in, moved the clock.</summary>
    public static AuditRow Line(
        string? caseNumber,
        DateTimeOffset at,
        Actor by,
        string code,
        EventAudience audience,
        params (string Name, object? Value)[] facts
    ) =>
        new()
        {
            CaseNumber = caseNumber,
            At = at,
            ActorId = by.UserId,
            ActorName = by.Name,
            Code = code,
            Audience = audience,
            Facts = FactsJson.Write(facts.ToDictionary(f => f.Name, f => f.Value)),
        };
}
