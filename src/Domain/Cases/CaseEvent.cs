namespace CaseFlow.Domain.Cases;

/// <summary>Something that happened to a case: a line of the timeline and of the audit trail.</summary>
/// <param name="Code">Stable code, e.g. <c>case.signed</c>; the sentence is the host's.</param>
/// <param name="At">When.</param>
/// <param name="ActorId">Who; <c>system</c> when nobody.</param>
/// <param name="ActorName">Name at that time.</param>
/// <param name="Audience">Who may read it. Before release only <see cref="EventAudience.Committee"/> events tell an outcome.</param>
/// <param name="Facts">What the sentence may mention, plain values.</param>
/// <param name="Clause">The clause it serves.</param>
public sealed record CaseEvent(
    string Code,
    DateTimeOffset At,
    string ActorId,
    string? ActorName,
    EventAudience Audience,
    IReadOnlyDictionary<string, object?> Facts,
    string? Clause
);

/// <summary>Who may read an event; each audience includes those after it.</summary>
public enum EventAudience
{
    /// <summary>The member and all below.</summary>
    Member,

    /// <summary>Staff who may see the case, and the committee.</summary>
    Staff,

    /// <summary>The seated committee only, until the reply.</summary>
    Committee,
}
