namespace CaseFlow.Domain.Cases;

/// <summary>What a case answers to a command.</summary>
public abstract record CaseAnswer;

/// <summary>It is done; there is no more to say.</summary>
public sealed record Done : CaseAnswer;

/// <summary>Whether the request is complete, and what is missing.</summary>
public sealed record Completeness(bool Complete, IReadOnlyList<MissingItem> Missing) : CaseAnswer;

/// <summary>A request for missing items is open.</summary>
/// <param name="Round">Counts from 1.</param>
/// <param name="Missing">All of it, in one message.</param>
public sealed record RoundOpened(int Round, IReadOnlyList<MissingItem> Missing) : CaseAnswer;

/// <summary>The declaration is signed.</summary>
/// <param name="Hash">SHA-256 over the canonical content, 64 hex digits.</param>
#pragma warning disable CA1720 // "Signed" as in signature; there is no number here to confuse it with.
public sealed record Signed(string Hash) : CaseAnswer;
#pragma warning restore CA1720

/// <summary>The study was explained.</summary>
public sealed record Explained(DateTimeOffset At, DateTimeOffset EarliestReplyIfReferredNow) : CaseAnswer;

/// <summary>The case is with the committee.</summary>
/// <param name="At">When it was raised this time.</param>
/// <param name="EarliestReplyAt">The reply cannot leave before (P59).</param>
/// <param name="TargetAt">When the society means to reply; null when it set no target.</param>
/// <param name="DossierHash">What will be studied.</param>
public sealed record Referred(
    DateTimeOffset At,
    DateTimeOffset EarliestReplyAt,
    DateTimeOffset? TargetAt,
    string DossierHash
) : CaseAnswer;

/// <summary>The committee is seated.</summary>
/// <param name="Seats">Who will vote; without those who acted on the case or stepped back.</param>
public sealed record StudyOpened(IReadOnlyList<CommitteeSeat> Seats) : CaseAnswer;

/// <summary>How the voting stands.</summary>
/// <param name="QuorumMet">Enough have voted.</param>
/// <param name="AllIn">Every seat has voted or stepped back.</param>
public sealed record VoteRecorded(bool QuorumMet, bool AllIn) : CaseAnswer;

/// <summary>The decision is recorded and sealed.</summary>
public sealed record DecisionSealed(string DecisionId) : CaseAnswer;

/// <summary>When the reply may leave, as things stand.</summary>
public sealed record ReleasePlanned(DateTimeOffset NotBefore) : CaseAnswer;

/// <summary>The reply may leave now, with this permit, once.</summary>
public sealed record ReleaseOpened(string PermitId, DecisionOutcome Outcome) : CaseAnswer;

/// <summary>The reply may not leave yet.</summary>
public sealed record ReleaseNotYet(DateTimeOffset NotBefore) : CaseAnswer;

/// <summary>The letter may be made.</summary>
/// <param name="DecisionId">The decision it tells of; null when it tells of none.</param>
/// <param name="NotBefore">The hand-over checks this once more; null when nothing is embargoed.</param>
public sealed record LetterAuthorized(string? DecisionId, DateTimeOffset? NotBefore) : CaseAnswer;

/// <summary>The letter is made and queued.</summary>
public sealed record LetterIssued(string LetterId, string Number) : CaseAnswer;

/// <summary>The registration's number.</summary>
public sealed record Registered(string Number) : CaseAnswer;

/// <summary>Whether the member was invited; not twice in the policy's window.</summary>
public sealed record EvaluationInvited(bool Invited) : CaseAnswer;
