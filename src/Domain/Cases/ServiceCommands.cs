using CaseFlow.Domain.Letters;
using CaseFlow.Domain.Parties;

namespace CaseFlow.Domain.Cases;

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

/// <summary>
/// An administrator ends a case that can go no further. Before any study it is called off; after a rejection or a withdrawal it ends as
/// that. What was raised to the committee ends by its reply or its withdrawal only (P58), what was accepted by its service (P61).
/// </summary>
public sealed record CancelCase(Actor By, string Reason) : CaseCommand;

/// <summary>Ends the case.</summary>
public sealed record CloseCase(CloseReason As) : CaseCommand;
