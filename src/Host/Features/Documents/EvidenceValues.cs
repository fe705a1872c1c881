using System.Globalization;
using CaseFlow.Domain.Cases;

namespace CaseFlow.Host.Features.Documents;

/// <summary>Evidence as plain values, the way a procedure carries it from a completed task to the domain.</summary>
public static class EvidenceValues
{
    public static object Of(EvidenceItem item) =>
        new Dictionary<string, object?>
        {
            ["requirement"] = item.Requirement,
            ["documentId"] = item.DocumentId,
            ["fileName"] = item.FileName,
            ["contentType"] = item.ContentType,
            ["size"] = item.Size,
            ["sha256"] = item.Sha256,
            ["issuedOn"] = item.IssuedOn?.ToString("O", CultureInfo.InvariantCulture),
            ["validUntil"] = item.ValidUntil?.ToString("O", CultureInfo.InvariantCulture),
            ["uploadedAt"] = item.UploadedAt,
        };
}
