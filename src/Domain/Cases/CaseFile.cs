using System.Text.Json;

namespace CaseFlow.Domain.Cases;

/// <summary>Everything that is recorded of a case. Immutable; only <see cref="Case"/> makes the next one.</summary>
/// <remarks>
/// Survives JSON without loss (<see cref="ToJson"/>, <see cref="FromJson"/>). It holds the sealed decision, so it is shown
/// to nobody as it is: pages read <see cref="CaseForMember"/>, <see cref="SevenSteps"/> and <see cref="StudyPeriod"/>, or ask
/// the case what an actor may see.
/// </remarks>
public sealed record CaseFile
{
    /// <summary>The shape of this record; files of another one are not read.</summary>
    public const int CurrentSchema = 1;

    /// <summary>The shape that this file was written in.</summary>
    public int Schema { get; init; } = CurrentSchema;

    /// <summary>Number of the case, unique.</summary>
    public required string Number { get; init; }

    /// <summary>Rises by one with each command that changed something.</summary>
    public long Version { get; init; }

    /// <summary>Code of the service.</summary>
    public required string ServiceCode { get; init; }

    /// <summary>Version of the service that the case keeps (P47).</summary>
    public int ServiceVersion { get; init; }

    /// <summary>Key of the request form.</summary>
    public required string FormKey { get; init; }

    /// <summary>Version of the form that the case keeps (P47).</summary>
    public int FormVersion { get; init; }

    /// <summary>Whether a committee must study it. Kept from the day of opening: no later edit of the service waives it.</summary>
    public bool RequiresStudy { get; init; }

    /// <summary>Version of the policy parameters at opening.</summary>
    public int PolicyVersion { get; init; }

    /// <summary>The party whose request it is.</summary>
    public required string ApplicantPartyId { get; init; }

    /// <summary>How it arrived.</summary>
    public required string Channel { get; init; }

    /// <summary>Where it stands.</summary>
    public CaseStatus Status { get; init; }

    /// <summary>When it was submitted.</summary>
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>When something was last recorded; never goes back.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>Who opened it.</summary>
    public required Signer OpenedBy { get; init; }

    /// <summary>The applicant's data, typed by the form.</summary>
    public IReadOnlyDictionary<string, object?> Facts { get; init; } = new Dictionary<string, object?>();

    /// <summary>The documents in force.</summary>
    public IReadOnlyList<EvidenceItem> Evidence { get; init; } = [];

    /// <summary>Documents that others took the place of.</summary>
    public IReadOnlyList<EvidenceItem> ReplacedEvidence { get; init; } = [];

    /// <summary>Step 1; null until received.</summary>
    public ReceptionRecord? Reception { get; init; }

    /// <summary>The requests for missing items, oldest first (P52).</summary>
    public IReadOnlyList<SupplyRound> Rounds { get; init; } = [];

    /// <summary>What an officer or the committee found missing and nobody supplied yet.</summary>
    public IReadOnlyList<MissingItem> Reported { get; init; } = [];

    /// <summary>Matches that held when they were recorded (P53).</summary>
    public IReadOnlyList<VerifiedMatch> Matches { get; init; } = [];

    /// <summary>What was valid as at submission; kept for good (P53).</summary>
    public IReadOnlyList<ValidityProof> Validity { get; init; } = [];

    /// <summary>The officer's own word for the matching; null until given, and again when it was voided.</summary>
    public Signer? Attestation { get; init; }

    /// <summary>What was unclear and how it was explained (P54), oldest first.</summary>
    public IReadOnlyList<ClarificationRecord> Clarifications { get; init; } = [];

    /// <summary>The signature in force; null until signed, and again when it was voided (P56).</summary>
    public SignatureRecord? Signature { get; init; }

    /// <summary>Explanations of the study (P57), oldest first.</summary>
    public IReadOnlyList<ExplanationRecord> Explanations { get; init; } = [];

    /// <summary>The study period; null until raised to the committee.</summary>
    public StudyRecord? Study { get; init; }

    /// <summary>The committee at its table; null until seated.</summary>
    public CommitteeRecord? Committee { get; init; }

    /// <summary>The decision, sealed until <see cref="Reply"/> is there.</summary>
    public DecisionRecord? Decision { get; init; }

    /// <summary>The permit to reply; null until the gate opened.</summary>
    public ReleasePermit? Permit { get; init; }

    /// <summary>The one reply (P58).</summary>
    public ReplyRecord? Reply { get; init; }

    /// <summary>Step 6.</summary>
    public RegistrationRecord? Registration { get; init; }

    /// <summary>Step 7; a further one when the member had not received the service.</summary>
    public IReadOnlyList<DeliveryRecord> Deliveries { get; init; } = [];

    /// <summary>The member's answer to the last delivery, or what stands for it.</summary>
    public ConfirmationRecord? Confirmation { get; init; }

    /// <summary>When the member was invited to evaluate.</summary>
    public DateTimeOffset? EvaluationInvitedAt { get; init; }

    /// <summary>When and why the request was taken back.</summary>
    public WithdrawalRecord? Withdrawal { get; init; }

    /// <summary>Who called it off, and why.</summary>
    public WithdrawalRecord? Cancellation { get; init; }

    /// <summary>How it ended.</summary>
    public ClosingRecord? Closing { get; init; }

    /// <summary>User ids of all who acted on the case outside of the committee: they decide nothing in it.</summary>
    public IReadOnlyList<string> ActedUserIds { get; init; } = [];

    /// <summary>Whether the reply has been released.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsReplied => Reply is not null;

    /// <summary>The whole file as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, DomainJson.Options);

    /// <summary>The file from its JSON.</summary>
    /// <exception cref="JsonException">It is no file, or one of another shape.</exception>
    public static CaseFile FromJson(string json)
    {
        var file = JsonSerializer.Deserialize<CaseFile>(json, DomainJson.Options);
        return file is { Schema: CurrentSchema }
            ? file
            : throw new JsonException($"Case file of shape {file?.Schema}; this program reads {CurrentSchema}.");
    }
}
