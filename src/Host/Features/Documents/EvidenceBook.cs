using CaseFlow.Domain;
using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Services;
using CaseFlow.Host.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Documents;

/// <summary>Turns uploaded files into evidence of a case: only files of that party, and never what a client says about them.</summary>
public sealed class EvidenceBook(CaseFlowDb db)
{
    /// <summary>Marks the files as the case's and describes them for the aggregate.</summary>
    /// <param name="service">Whose requirements may be named.</param>
    /// <param name="documents">Document id by requirement key.</param>
    public async Task<IReadOnlyList<EvidenceItem>> AttachAsync(
        string caseNumber,
        string partyId,
        ServiceDefinition service,
        IReadOnlyDictionary<string, string> documents,
        CancellationToken ct
    )
    {
        foreach (var requirement in documents.Keys)
            if (service.Evidence.All(e => e.Key != requirement))
                throw RefusalException.Of("evidence.unknown-requirement", "P52", ("requirement", requirement));
        return await AttachAsync(caseNumber, partyId, documents, ct);
    }

    /// <summary>Same, for proofs that no requirement of the service names (delivery).</summary>
    public async Task<IReadOnlyList<EvidenceItem>> AttachAsync(
        string caseNumber,
        string partyId,
        IReadOnlyDictionary<string, string> documents,
        CancellationToken ct
    )
    {
        var items = new List<EvidenceItem>();
        foreach (var (requirement, id) in documents)
        {
            var head =
                await db
                    .Documents.Where(d => d.Id == id && d.PartyId == partyId)
                    .Where(d => d.CaseNumber == null || d.CaseNumber == caseNumber)
                    .Select(d => new
                    {
                        d.FileName,
                        d.ContentType,
                        d.Size,
                        d.Sha256,
                        d.UploadedAt,
                    })
                    .SingleOrDefaultAsync(ct)
                ?? throw RefusalException.Of("document.unknown", null, ("document", id));
            await db
                .Documents.Where(d => d.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(d => d.CaseNumber, caseNumber), ct);
            items.Add(
                new EvidenceItem(
                    requirement,
                    id,
                    head.FileName,
                    head.ContentType,
                    head.Size,
                    head.Sha256,
                    IssuedOn: null,
                    ValidUntil: null,
                    head.UploadedAt
                )
            );
        }
        return items;
    }
}
