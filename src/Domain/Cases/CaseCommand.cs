using CaseFlow.Domain.Letters;
using CaseFlow.Domain.Parties;

namespace CaseFlow.Domain.Cases;

/// <summary>Something asked of a case. Each is answered by one <see cref="CaseAnswer"/> or refused.</summary>
public abstract record CaseCommand;

/// <summary>Step 1: the visitor was received and all questions were answered or dated (P49 to P51).</summary>
/// <param name="By">Relations officer or branch delegate.</param>
/// <param name="Channel">How they met.</param>
/// <param name="Needs">Language, disability, distance.</param>
/// <param name="Inquiries">Every question asked.</param>
/// <param name="Notes">Anything else.</param>
public sealed record RecordReception(
    Actor By,
    string Channel,
    string? Needs,
    IReadOnlyList<InquiryRecord> Inquiries,
    string? Notes
) : CaseCommand;

/// <summary>A question with its answer, or with the day by which it will be answered (P50).</summary>
public sealed record InquiryRecord(string Question, string? Answer, DateOnly? FollowUpOn);

/// <summary>Step 2: is everything there (P52)? Answer: <see cref="Completeness"/>. Changes nothing.</summary>
public sealed record CheckCompleteness : CaseCommand;

/// <summary>Step 2: opens one consolidated request for what is missing (P52). Answer: <see cref="RoundOpened"/>.</summary>
public sealed record RequestMissingItems : CaseCommand;

/// <summary>Something without which a request is incomplete.</summary>
/// <param name="Key">Key of the fact or of the evidence requirement.</param>
/// <param name="Kind">Which of them.</param>
/// <param name="Label">Its name; filled in by the case.</param>
/// <param name="ReasonCode">Why: <c>missing.required</c>, <c>missing.not-valid</c>, <c>missing.reported</c> ...</param>
/// <param name="Note">In the officer's words.</param>
public sealed record MissingItem(
    string Key,
    MissingKind Kind,
    LocalText? Label = null,
    string ReasonCode = MissingItem.Reported,
    string? Note = null
)
{
    /// <summary>The reason code of what an officer or the committee found missing.</summary>
    public const string Reported = "missing.reported";
}

/// <summary>What is missing.</summary>
public enum MissingKind
{
    /// <summary>An answer.</summary>
    Fact,

    /// <summary>A document.</summary>
    Evidence,

    /// <summary>An answer and its document disagree.</summary>
    Match,
}

/// <summary>Step 2: hands in what was missing. Voids the matches of what changed, and the signature.</summary>
/// <param name="By">The applicant; or relations officer or branch delegate for him.</param>
/// <param name="Facts">Only the answers that are handed in.</param>
/// <param name="Evidence">Replaces what was there for the same requirement.</param>
public sealed record SupplyItems(
    Actor By,
    IReadOnlyDictionary<string, object?> Facts,
    IReadOnlyList<EvidenceItem> Evidence
) : CaseCommand;

/// <summary>Step 2: the officer matched data against documents and vouches for it (P53).</summary>
/// <param name="By">Relations officer.</param>
/// <param name="Matches">One for every fact that some document at hand proves; earlier ones that still hold may be left out.</param>
/// <param name="Validity">Dates read from documents whose age matters.</param>
/// <param name="Attested">Must be true: the officer's own statement.</param>
public sealed record RecordMatching(
    Actor By,
    IReadOnlyList<FactMatch> Matches,
    IReadOnlyList<EvidenceValidity> Validity,
    bool Attested
) : CaseCommand;

/// <summary>A fact held against a document.</summary>
/// <param name="Fact">Key of the fact.</param>
/// <param name="Requirement">Key of the requirement whose document was read.</param>
/// <param name="Method">How, e.g. <c>original-seen</c>, <c>registry</c>.</param>
/// <param name="Result">Whether they agree.</param>
/// <param name="Note">Anything worth knowing.</param>
public sealed record FactMatch(string Fact, string Requirement, string Method, MatchResult Result, string? Note = null);

/// <summary>Whether fact and document agree.</summary>
public enum MatchResult
{
    /// <summary>They agree.</summary>
    Matches,

    /// <summary>They do not.</summary>
    Differs,
}

/// <summary>The dates that an officer read on a document.</summary>
public sealed record EvidenceValidity(string Requirement, DateOnly? IssuedOn, DateOnly? ValidUntil);

/// <summary>Step 2: the officer found something missing or differing. It stays missing until it is supplied.</summary>
public sealed record ReportMissing(Actor By, IReadOnlyList<MissingItem> Items) : CaseCommand;

/// <summary>Step 3: something is unclear to the member (P54).</summary>
public sealed record AskClarification(Actor By, string Question) : CaseCommand;

/// <summary>Step 3: the social-research officer explained (P54).</summary>
/// <param name="By">Social-research officer.</param>
/// <param name="Answer">What was explained.</param>
/// <param name="UnclearPoint">Which point of the procedure was unclear, for improving it (P28, P35).</param>
public sealed record RecordClarification(Actor By, string Answer, string? UnclearPoint) : CaseCommand;

/// <summary>Step 4: corrects data at read-back (P55). Voids the matches of what changed, and the signature.</summary>
public sealed record CorrectData(
    Actor By,
    IReadOnlyDictionary<string, object?> Facts,
    IReadOnlyList<EvidenceItem> Evidence
) : CaseCommand;

/// <summary>Step 4: the applicant signs exactly what is stored (P55, P56). Answer: <see cref="Signed"/>.</summary>
/// <param name="By">The applicant and nobody else.</param>
/// <param name="Method">How identity was proven.</param>
/// <param name="DeclarationVersion">Version of the text that was read; must be the one in force.</param>
/// <param name="Language">Language that it was read in, <c>ar</c> or <c>en</c>.</param>
/// <param name="ContentHash">Hash of what the member saw; must equal the hash of what is stored.</param>
public sealed record SignDeclaration(
    Actor By,
    SignatureMethod Method,
    string DeclarationVersion,
    string Language,
    string ContentHash
) : CaseCommand;

/// <summary>How a declaration is signed.</summary>
public enum SignatureMethod
{
    /// <summary>With a one-time code.</summary>
    Otp,

    /// <summary>By pen, the sheet being scanned.</summary>
    Pen,

    /// <summary>By a witnessed mark.</summary>
    WitnessedMark,
}

/// <summary>Step 5: the member was told that the committee will study the request (P57). Answer: <see cref="Explained"/>.</summary>
public sealed record ExplainStudy(Actor By, string Channel, bool Acknowledged, string? Notes) : CaseCommand;

/// <summary>Step 5: raises the request to the committee and starts the clock. Answer: <see cref="Referred"/>.</summary>
public sealed record ReferToCommittee : CaseCommand;

/// <summary>Step 5: seats the committee, or seats it anew. Answer: <see cref="StudyOpened"/>.</summary>
/// <param name="Roster">The committee as it stands; who acted on the case gets no seat.</param>
public sealed record OpenStudy(IReadOnlyList<CommitteeSeat> Roster) : CaseCommand;

/// <summary>A place at the committee's table.</summary>
public sealed record CommitteeSeat(string UserId, string Name, bool IsChair);

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

/// <summary>May this letter be made? Consumes the permit for a decision letter. Answer: <see cref="LetterAuthorized"/>.</summary>
/// <param name="Class">What the letter does.</param>
/// <param name="Letter">Key of its template.</param>
/// <param name="PermitId">Needed for the two decision classes.</param>
public sealed record AuthorizeLetter(LetterClass Class, string Letter, string? PermitId) : CaseCommand;

/// <summary>Writes a letter. Handled by the letter desk outside of the aggregate, which authorises it first.</summary>
/// <param name="Letter">Key of its template.</param>
/// <param name="PermitId">Needed for the two decision classes.</param>
/// <param name="Fields">What the template may mention beside the case.</param>
public sealed record IssueLetter(string Letter, string? PermitId, IReadOnlyDictionary<string, object?> Fields)
    : CaseCommand;

/// <summary>Step 6: registration is complete (P60). Asked again, it gives the same number and changes nothing.</summary>
/// <param name="By">Service officer or relations officer.</param>
/// <param name="Done">Keys of the checklist; all of them.</param>
/// <param name="Note">Anything worth knowing.</param>
public sealed record CompleteRegistration(Actor By, IReadOnlyList<string> Done, string? Note) : CaseCommand;

/// <summary>Step 7: the service was provided, with proof (P61).</summary>
public sealed record RecordDelivery(
    Actor By,
    string Provider,
    DateOnly DeliveredOn,
    IReadOnlyList<EvidenceItem> Proof,
    string? Note
) : CaseCommand;

/// <summary>Step 7: the applicant says whether the service was received (P61).</summary>
public sealed record ConfirmService(Actor By, bool Received, string? Comment) : CaseCommand;

/// <summary>Step 7: an officer stands in for the confirmation that did not come, with a reason (P61).</summary>
public sealed record OverrideConfirmation(Actor By, string Reason) : CaseCommand;

/// <summary>Invites the member to evaluate, at most once in the policy's window (P25). Answer: <see cref="EvaluationInvited"/>.</summary>
/// <param name="LastInvitedAt">When this member was last invited in any case.</param>
public sealed record InviteEvaluation(DateTimeOffset? LastInvitedAt) : CaseCommand;

/// <summary>The applicant takes the request back; possible until the reply is released.</summary>
public sealed record RecordWithdrawal(Actor By, string? Reason) : CaseCommand;

/// <summary>Ends the case.</summary>
public sealed record CloseCase(CloseReason As) : CaseCommand;
