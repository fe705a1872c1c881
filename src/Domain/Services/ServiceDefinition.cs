using CaseFlow.Domain.Forms;

namespace CaseFlow.Domain.Services;

/// <summary>One service of the catalogue: what it asks for and how it is decided.</summary>
/// <param name="Code">Short name, unique in the catalogue.</param>
/// <param name="Version">Counts from 1; a case keeps the version it was opened under (P47).</param>
/// <param name="Name">Name in the catalogue.</param>
/// <param name="Description">What the member gets.</param>
/// <param name="Definition">Id of the workflow definition that carries a case of this service.</param>
/// <param name="Clause">The clause that the service rests on.</param>
/// <param name="RequiresStudy">Whether the research committee studies each request (P57 to P59).</param>
/// <param name="DirectClause">The clause that allows providing it without a committee; needed when no study is.</param>
/// <param name="Standard">What the member may expect (P13).</param>
/// <param name="Form">Key of the request form.</param>
/// <param name="Evidence">The documents that support a request.</param>
/// <param name="RegistrationChecklist">What must be done before registration is complete (P60).</param>
public sealed record ServiceDefinition(
    string Code,
    int Version,
    LocalText Name,
    LocalText Description,
    string Definition,
    string Clause,
    bool RequiresStudy,
    string? DirectClause,
    LocalText Standard,
    string Form,
    IReadOnlyList<EvidenceRequirement>? Evidence = null,
    IReadOnlyList<ChecklistItem>? RegistrationChecklist = null
)
{
    /// <summary>The documents that support a request; never null.</summary>
    public IReadOnlyList<EvidenceRequirement> Evidence { get; init; } = Evidence ?? [];

    /// <summary>What must be done before registration is complete; never null.</summary>
    public IReadOnlyList<ChecklistItem> RegistrationChecklist { get; init; } = RegistrationChecklist ?? [];

    /// <summary>Whether it may be provided without a committee: it needs no study and names the clause that says so.</summary>
    public bool IsDirect => !RequiresStudy && !string.IsNullOrWhiteSpace(DirectClause);
}

/// <summary>A document that a request needs or may carry.</summary>
/// <param name="Key">Name, unique in the service.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Help">Where to get it.</param>
/// <param name="Required">Whether a request is incomplete without it.</param>
/// <param name="Validity">How its age is judged, always as at submission (P53).</param>
/// <param name="Proves">Keys of the facts that an officer can match against it.</param>
/// <param name="RequiredWhen">When given, it is required only while this holds.</param>
public sealed record EvidenceRequirement(
    string Key,
    LocalText Label,
    LocalText? Help = null,
    bool Required = true,
    Validity? Validity = null,
    IReadOnlyList<string>? Proves = null,
    FieldCondition? RequiredWhen = null
)
{
    /// <summary>How its age is judged; <see cref="ValidityKind.None"/> unless stated.</summary>
    public Validity Validity { get; init; } = Validity ?? new Validity(ValidityKind.None);

    /// <summary>Keys of the facts that an officer can match against it; never null.</summary>
    public IReadOnlyList<string> Proves { get; init; } = Proves ?? [];
}

/// <summary>The rule by which a document is in date.</summary>
/// <param name="Kind">Which rule.</param>
/// <param name="Days">For <see cref="ValidityKind.IssuedWithinDays"/>: the greatest age in days at submission.</param>
public sealed record Validity(ValidityKind Kind, int? Days = null);

/// <summary>The rules for the age of a document.</summary>
public enum ValidityKind
{
    /// <summary>Any age.</summary>
    None,

    /// <summary>It bears an expiry date, which must not lie before the day of submission.</summary>
    ValidUntil,

    /// <summary>It must have been issued at most so many days before submission.</summary>
    IssuedWithinDays,
}

/// <summary>One thing to tick before a registration is complete.</summary>
/// <param name="Key">Name, unique in the service.</param>
/// <param name="Label">What is to be done.</param>
public sealed record ChecklistItem(string Key, LocalText Label);
