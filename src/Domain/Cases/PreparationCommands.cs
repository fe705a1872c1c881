using CaseFlow.Domain.Parties;

namespace CaseFlow.Domain.Cases;

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
