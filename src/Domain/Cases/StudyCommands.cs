using CaseFlow.Domain.Parties;

namespace CaseFlow.Domain.Cases;

/// <summary>Step 5: the member was told that the committee will study the request (P57). Answer: <see cref="Explained"/>.</summary>
public sealed record ExplainStudy(Actor By, string Channel, bool Acknowledged, string? Notes) : CaseCommand;

/// <summary>Step 5: raises the request to the committee and starts the clock. Answer: <see cref="Referred"/>.</summary>
public sealed record ReferToCommittee : CaseCommand;

/// <summary>Step 5: seats the committee, or seats it anew. Answer: <see cref="StudyOpened"/>.</summary>
/// <param name="Roster">The committee as it stands; who acted on the case gets no seat.</param>
public sealed record OpenStudy(IReadOnlyList<CommitteeSeat> Roster) : CaseCommand;

/// <summary>A place at the committee's table.</summary>
/// <param name="UserId">Who sits there.</param>
/// <param name="Name">Name, as it stands in the minutes.</param>
/// <param name="IsChair">Whether it is the chair's.</param>
/// <param name="NameEnglish">Name in Latin letters, when known.</param>
public sealed record CommitteeSeat(string UserId, string Name, bool IsChair, string? NameEnglish = null);

/// <summary>Step 5: an independent study note with a vote (P58). Answer: <see cref="VoteRecorded"/>.</summary>
public sealed record CastVote(Actor By, VoteChoice Choice, string Note, IReadOnlyList<DecisionReason> Reasons)
    : CaseCommand;

/// <summary>A vote.</summary>
public enum VoteChoice
{
    /// <summary>For.</summary>
    Accept,

    /// <summary>Against.</summary>
    Reject,

    /// <summary>Neither; counts for the quorum only.</summary>
    Abstain,
}

/// <summary>Why, resting on a clause (P58).</summary>
/// <param name="Clause">Number of an existing clause.</param>
/// <param name="Text">The reason itself.</param>
public sealed record DecisionReason(string Clause, string Text);

/// <summary>Step 5: a member of the committee steps back; a vote already cast is void. Answer: <see cref="VoteRecorded"/>.</summary>
public sealed record Recuse(Actor By, string Reason) : CaseCommand;

/// <summary>Step 5: records what the votes came to, sealed until release (P58, P59). Answer: <see cref="DecisionSealed"/>.</summary>
/// <param name="By">The chair; another voting seat when the chair has none or stepped back.</param>
/// <param name="Outcome">Must follow the majority.</param>
/// <param name="Reasons">Needed for a rejection.</param>
/// <param name="Conditions">What an acceptance depends on.</param>
public sealed record SealDecision(
    Actor By,
    DecisionOutcome Outcome,
    IReadOnlyList<DecisionReason> Reasons,
    string? Conditions
) : CaseCommand;

/// <summary>What a decision says.</summary>
public enum DecisionOutcome
{
    /// <summary>قبول.</summary>
    Accept,

    /// <summary>رفض.</summary>
    Reject,
}

/// <summary>Step 5: the committee sends the case back for items. The clock pauses (section "two weeks" of the policy).</summary>
public sealed record ReturnForItems(Actor By, IReadOnlyList<MissingItem> Items) : CaseCommand;

/// <summary>When may the reply leave? Answer: <see cref="ReleasePlanned"/>. Changes nothing.</summary>
public sealed record PlanRelease : CaseCommand;

/// <summary>
/// Asks for the permit to reply. Answer: <see cref="ReleaseOpened"/>, or <see cref="ReleaseNotYet"/> before the floor.
/// </summary>
public sealed record OpenRelease : CaseCommand;
