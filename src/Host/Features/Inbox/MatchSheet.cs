using CaseFlow.Domain;
using CaseFlow.Domain.Cases;
using CaseFlow.Host.Features.Cases;
using CaseFlow.Host.Ui;

namespace CaseFlow.Host.Features.Inbox;

/// <summary>Matching data against documents (P53): the dossier with something to fill in beside each fact.</summary>
/// <param name="Missing">What can be reported as missing or differing.</param>
public sealed record MatchSheet(
    DossierView Dossier,
    IReadOnlyList<MatchDocument> Documents,
    IReadOnlyList<MissingLine> Missing,
    bool Attested
);

/// <param name="Validity">The date to read on the document; null when its age does not matter.</param>
public sealed record MatchDocument(DossierDocument On, IReadOnlyList<MatchLine> Lines, FormFieldView? Validity);

/// <summary>A fact held against a document.</summary>
/// <param name="Name">Start of the names of its fields.</param>
public sealed record MatchLine(string Name, DossierFact On, string? Result, string? Method, string? Note);

/// <summary>Something that can be reported as missing, and whether it is.</summary>
public sealed record MissingLine(string Name, string Key, MissingKind Kind, LocalText Label, bool Chosen, string? Note);
