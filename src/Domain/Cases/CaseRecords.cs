namespace CaseFlow.Domain.Cases;

/// <summary>Who put his name to something, and when.</summary>
public sealed record Signer(string UserId, string Name, DateTimeOffset At);

/// <summary>Step 1 as it was recorded (P49 to P51).</summary>
public sealed record ReceptionRecord(
    Signer By,
    string Channel,
    string? Needs,
    IReadOnlyList<InquiryRecord> Inquiries,
    string? Notes
);

/// <summary>One consolidated request for missing items (P52).</summary>
/// <param name="Round">Counts from 1.</param>
/// <param name="At">When it was asked.</param>
/// <param name="Missing">What was asked for.</param>
/// <param name="SuppliedAt">When something was handed in; null while it is open.</param>
public sealed record SupplyRound(
    int Round,
    DateTimeOffset At,
    IReadOnlyList<MissingItem> Missing,
    DateTimeOffset? SuppliedAt
);

/// <summary>A match that was found to hold (P53). It holds on only while fact and document are the same.</summary>
/// <param name="Fact">Key of the fact.</param>
/// <param name="Requirement">Key of the requirement whose document was read.</param>
/// <param name="Method">How.</param>
/// <param name="Note">Anything worth knowing.</param>
/// <param name="Value">The fact's value then, in canonical form.</param>
/// <param name="Sha256">The document's hash then.</param>
/// <param name="By">Who looked.</param>
public sealed record VerifiedMatch(
    string Fact,
    string Requirement,
    string Method,
    string? Note,
    string Value,
    string Sha256,
    Signer By
);

/// <summary>What was valid when it was submitted (P53); stays true although the document expires later.</summary>
/// <param name="Requirement">Key of the requirement.</param>
/// <param name="DocumentId">The document.</param>
/// <param name="Sha256">Its hash.</param>
/// <param name="IssuedOn">As read on it.</param>
/// <param name="ValidUntil">As read on it.</param>
/// <param name="AsAt">Day of submission, as at which it was judged valid.</param>
/// <param name="By">Who read it.</param>
public sealed record ValidityProof(
    string Requirement,
    string DocumentId,
    string Sha256,
    DateOnly? IssuedOn,
    DateOnly? ValidUntil,
    DateOnly AsAt,
    Signer By
);

/// <summary>Something unclear, and its explanation (P54).</summary>
/// <param name="Question">What was asked; null when the officer explained unasked.</param>
/// <param name="AskedBy">Who asked.</param>
/// <param name="Answer">What was explained; null while it is open.</param>
/// <param name="UnclearPoint">Which point of the procedure was unclear.</param>
/// <param name="AnsweredBy">Who explained.</param>
public sealed record ClarificationRecord(
    string? Question,
    Signer? AskedBy,
    string? Answer,
    string? UnclearPoint,
    Signer? AnsweredBy
);

/// <summary>The applicant's signature (P56).</summary>
/// <param name="By">The applicant.</param>
/// <param name="Method">How identity was proven.</param>
/// <param name="DeclarationVersion">The text that was signed.</param>
/// <param name="DeclarationHash">Hash of that text.</param>
/// <param name="Language">Language that it was read in.</param>
/// <param name="ContentHash">Hash of all that was signed.</param>
public sealed record SignatureRecord(
    Signer By,
    SignatureMethod Method,
    string DeclarationVersion,
    string DeclarationHash,
    string Language,
    string ContentHash
);

/// <summary>That the study was explained to the member (P57).</summary>
public sealed record ExplanationRecord(Signer By, string Channel, bool Acknowledged, string? Notes);

/// <summary>The study period as it was recorded (P57, P59).</summary>
/// <param name="FirstReferredAt">When the request was first raised to the committee.</param>
/// <param name="ReferredAt">Where the clock starts: the first referral, or the last one of a changed dossier.</param>
/// <param name="ExplainedAt">When the study was first explained.</param>
/// <param name="Referrals">How often it was raised.</param>
/// <param name="FloorDays">The greatest floor in force since the referral.</param>
/// <param name="TargetDays">The target at the referral.</param>
/// <param name="PromisedAt">The latest earliest-reply date ever computed: none later may fall before it.</param>
/// <param name="DossierHash">What was raised.</param>
/// <param name="Pauses">Returns for items since the clock started, oldest first.</param>
public sealed record StudyRecord(
    DateTimeOffset FirstReferredAt,
    DateTimeOffset ReferredAt,
    DateTimeOffset ExplainedAt,
    int Referrals,
    int FloorDays,
    int? TargetDays,
    DateTimeOffset PromisedAt,
    string DossierHash,
    IReadOnlyList<StudyPause> Pauses
);

/// <summary>Time during which the committee did not have the case.</summary>
/// <param name="From">The return.</param>
/// <param name="Until">The next referral; null while it lasts.</param>
public sealed record StudyPause(DateTimeOffset From, DateTimeOffset? Until);

/// <summary>The committee at its table (P58).</summary>
/// <param name="Session">Counts from 1; votes belong to one session.</param>
/// <param name="Seats">Who votes in this session.</param>
/// <param name="Votes">All votes of all sessions.</param>
/// <param name="Recusals">Who stepped back, for good.</param>
public sealed record CommitteeRecord(
    int Session,
    IReadOnlyList<CommitteeSeat> Seats,
    IReadOnlyList<VoteRecord> Votes,
    IReadOnlyList<RecusalRecord> Recusals
);

/// <summary>A study note with its vote.</summary>
public sealed record VoteRecord(
    int Session,
    Signer By,
    VoteChoice Choice,
    string Note,
    IReadOnlyList<DecisionReason> Reasons
);

/// <summary>A member of the committee stepped back.</summary>
public sealed record RecusalRecord(Signer By, string Reason);

/// <summary>What the committee decided. Nobody but its seats learns the outcome before the reply.</summary>
/// <param name="Id">Unique; the permit is bound to it.</param>
/// <param name="Outcome">Acceptance or rejection.</param>
/// <param name="Reasons">Why.</param>
/// <param name="Conditions">What an acceptance depends on.</param>
/// <param name="Session">The session whose votes it follows.</param>
/// <param name="By">Who recorded it.</param>
public sealed record DecisionRecord(
    string Id,
    DecisionOutcome Outcome,
    IReadOnlyList<DecisionReason> Reasons,
    string? Conditions,
    int Session,
    Signer By
);

/// <summary>The one reply to the member (P58).</summary>
/// <param name="At">When the letter was authorised.</param>
/// <param name="DecisionId">The decision that it tells of.</param>
/// <param name="PermitId">The permit that it used up.</param>
/// <param name="Letter">Key of the template.</param>
public sealed record ReplyRecord(DateTimeOffset At, string DecisionId, string PermitId, string Letter);

/// <summary>Step 6 as it was recorded (P60).</summary>
public sealed record RegistrationRecord(string Number, Signer By, IReadOnlyList<string> Done, string? Note);

/// <summary>Step 7 as it was recorded (P61).</summary>
public sealed record DeliveryRecord(
    Signer By,
    string Provider,
    DateOnly DeliveredOn,
    IReadOnlyList<EvidenceItem> Proof,
    string? Note
);

/// <summary>The member's word on the delivery, or an officer's with a reason (P61).</summary>
/// <param name="By">Who.</param>
/// <param name="Received">False when the member says that nothing arrived.</param>
/// <param name="Comment">In the member's words.</param>
/// <param name="OverrideReason">Why an officer stood in; null when it is the member's own word.</param>
public sealed record ConfirmationRecord(Signer By, bool Received, string? Comment, string? OverrideReason);

/// <summary>The request was taken back.</summary>
public sealed record WithdrawalRecord(Signer By, string? Reason);

/// <summary>The end of a case.</summary>
public sealed record ClosingRecord(DateTimeOffset At, CloseReason As);
