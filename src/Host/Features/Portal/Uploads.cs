using CaseFlow.Domain;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Features.Documents;
using CaseFlow.Host.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Portal;

/// <summary>An uploaded file as a page names it.</summary>
public sealed record StoredFile(string Id, string FileName, long Size);

/// <summary>What became of the files of a posted page.</summary>
/// <param name="Kept">Document id by evidence requirement.</param>
/// <param name="Refused">Why a file was not taken, by evidence requirement.</param>
public sealed record UploadResult(
    IReadOnlyDictionary<string, string> Kept,
    IReadOnlyDictionary<string, Refusal> Refused
);

/// <summary>Takes the files of a page one by one: a file that is refused does not cost the member the others.</summary>
public sealed class Uploads(IMediator mediator)
{
    /// <summary>More than all documents of a service; a single file has its own, lower limit.</summary>
    public const long MostBytes = 60L * 1024 * 1024;

    /// <summary>Name of the input for the document of a requirement.</summary>
    public static string FieldName(string requirement) => "evidence-" + requirement;

    public async Task<UploadResult> TakeAsync(
        IFormFileCollection files,
        IEnumerable<string> requirements,
        Actor by,
        CancellationToken ct
    )
    {
        var kept = new Dictionary<string, string>(StringComparer.Ordinal);
        var refused = new Dictionary<string, Refusal>(StringComparer.Ordinal);
        foreach (var key in requirements)
        {
            if (files.GetFile(FieldName(key)) is not { } file || file.FileName.Length == 0)
                continue;
            try
            {
                var content = await UploadReader.ReadAsync(file, ct);
                var upload = new UploadDocument(by.PartyId!, null, file.FileName, content, by);
                kept[key] = (await mediator.Send(upload, ct)).Id;
            }
            catch (RefusalException no)
            {
                refused[key] = no.Refusal;
            }
        }
        return new UploadResult(kept, refused);
    }
}

internal static class StoredFiles
{
    /// <summary>The member's own files among those named.</summary>
    public static async Task<IReadOnlyDictionary<string, StoredFile>> FilesAsync(
        this CaseFlowDb db,
        IReadOnlyDictionary<string, string> named,
        string partyId,
        CancellationToken ct
    )
    {
        var ids = named.Values.ToList();
        var heads = await db
            .Documents.Where(d => ids.Contains(d.Id) && d.PartyId == partyId)
            .Select(d => new StoredFile(d.Id, d.FileName, d.Size))
            .ToDictionaryAsync(d => d.Id, ct);
        return named
            .Where(n => heads.ContainsKey(n.Value))
            .ToDictionary(n => n.Key, n => heads[n.Value], StringComparer.Ordinal);
    }
}
