using System.Security.Cryptography;
using CaseFlow.Domain;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using MediatR;

namespace CaseFlow.Host.Features.Documents;

/// <summary>Keeps an uploaded file for a party. It becomes evidence when a request or a task names it.</summary>
public sealed record UploadDocument(string PartyId, string? CaseNumber, string FileName, byte[] Content, Actor By)
    : ICommand<UploadedDocument>;

public sealed record UploadedDocument(string Id, string FileName, string ContentType, long Size, string Sha256);

public sealed class UploadDocumentHandler(CaseFlowDb db, UnitOfWork unit)
    : IRequestHandler<UploadDocument, UploadedDocument>
{
    public Task<UploadedDocument> Handle(UploadDocument request, CancellationToken ct)
    {
        if (request.Content.Length == 0)
            throw RefusalException.Of("document.empty", null, ("name", request.FileName));
        if (request.Content.Length > FileKinds.MaxBytes)
            throw RefusalException.Of("document.too-large", null, ("megabytes", FileKinds.MaxBytes / 1024 / 1024));
        var kind =
            FileKinds.Recognise(request.Content)
            ?? throw RefusalException.Of("document.wrong-kind", null, ("name", request.FileName));
        var row = new DocumentRow
        {
            Id = Guid.CreateVersion7(unit.Now).ToString("N"),
            PartyId = request.PartyId,
            CaseNumber = request.CaseNumber,
            FileName = SafeName(request.FileName, kind.Extension),
            ContentType = kind.ContentType,
            Size = request.Content.Length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(request.Content)),
            UploadedBy = request.By.UserId,
            UploadedAt = unit.Now,
            Content = request.Content,
        };
        db.Documents.Add(row);
        return Task.FromResult(new UploadedDocument(row.Id, row.FileName, row.ContentType, row.Size, row.Sha256));
    }

    /// <summary>Keeps letters of every script, digits and a few signs; the extension follows the content.</summary>
    private static string SafeName(string name, string extension)
    {
        var bare = Path.GetFileNameWithoutExtension(name.Replace('\\', '/').Split('/')[^1]);
        var kept = new string([.. bare.Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')]).Trim();
        return (kept.Length == 0 ? "document" : kept[..Math.Min(kept.Length, 80)]) + extension;
    }
}
