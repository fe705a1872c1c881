using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Forms;
using CaseFlow.Domain.Services;

namespace CaseFlow.Host.Features.Cases;

/// <summary>What the member said beside what the documents show, for reading (ملف الدراسة).</summary>
/// <param name="Stated">Answers that no document proves.</param>
/// <param name="Absent">Documents that the service asks for and that are not there.</param>
public sealed record DossierView(
    IReadOnlyList<DossierDocument> Documents,
    IReadOnlyList<FactLine> Stated,
    IReadOnlyList<EvidenceRequirement> Absent
);

/// <param name="Validity">That it was valid as at its submission; null while nobody has checked.</param>
public sealed record DossierDocument(
    EvidenceRequirement Requirement,
    EvidenceItem Item,
    IReadOnlyList<DossierFact> Facts,
    ValidityProof? Validity
);

/// <param name="Match">Who found it to agree with the document; null while nobody has.</param>
public sealed record DossierFact(FormField Field, FactText Said, VerifiedMatch? Match);

/// <summary>An answer for reading.</summary>
public sealed record FactLine(FormField Field, FactText Said);

/// <summary>Makes the dossier of a case.</summary>
public sealed class DossierWriter(FactWriter facts)
{
    public DossierView Write(CaseOnFile onFile)
    {
        var (file, service, form) = (onFile.File, onFile.Context.Service, onFile.Context.Form);
        var unmatched = onFile.Case.UnmatchedFacts().ToHashSet(StringComparer.Ordinal);
        var documents = service
            .Evidence.SelectMany(r => file.Evidence.Where(e => e.Requirement == r.Key), (r, e) => (r, e))
            .Select(d => new DossierDocument(
                d.r,
                d.e,
                [
                    .. d
                        .r.Proves.Where(file.Facts.ContainsKey)
                        .Select(form.Field)
                        .OfType<FormField>()
                        .Select(f => Fact(f, d.r)),
                ],
                file.Validity.FirstOrDefault(v => v.Requirement == d.r.Key && v.Sha256 == d.e.Sha256)
            ))
            .ToList();
        var proven = documents.SelectMany(d => d.Facts).Select(f => f.Field.Key).ToHashSet(StringComparer.Ordinal);
        return new DossierView(
            documents,
            [
                .. form
                    .Fields.Where(f => !proven.Contains(f.Key) && file.Facts.ContainsKey(f.Key))
                    .Select(f => new FactLine(f, facts.Write(f, file.Facts[f.Key]))),
            ],
            [.. service.Evidence.Where(r => file.Evidence.All(e => e.Requirement != r.Key) && IsAsked(r, file))]
        );

        DossierFact Fact(FormField field, EvidenceRequirement requirement) =>
            new(
                field,
                facts.Write(field, file.Facts[field.Key]),
                unmatched.Contains(field.Key)
                    ? null
                    : file.Matches.FirstOrDefault(m => m.Fact == field.Key && m.Requirement == requirement.Key)
            );
    }

    private static bool IsAsked(EvidenceRequirement requirement, CaseFile file) =>
        requirement.Required && (requirement.RequiredWhen?.Holds(file.Facts) ?? true);
}
