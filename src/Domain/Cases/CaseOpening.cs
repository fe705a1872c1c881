using CaseFlow.Domain.Parties;

namespace CaseFlow.Domain.Cases;

/// <summary>What a request starts with.</summary>
/// <param name="Number">Number of the case, unique.</param>
/// <param name="ApplicantPartyId">The party whose request it is.</param>
/// <param name="Channel">How it arrived (P37 to P44).</param>
/// <param name="Facts">Answers to the service's form so far; may be incomplete, must not be malformed.</param>
/// <param name="Evidence">Documents so far.</param>
/// <param name="By">The applicant, or staff for him (P21), or the system for a proactive offer (P19).</param>
public sealed record CaseOpening(
    string Number,
    string ApplicantPartyId,
    string Channel,
    IReadOnlyDictionary<string, object?> Facts,
    IReadOnlyList<EvidenceItem> Evidence,
    Actor By
);
