using CaseFlow.Host.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Catalogue;

/// <summary>
/// The policy library by the versions in force. What everybody works by lies on the <see cref="PolicyShelf"/>; this reads it from the
/// database, as it is or as it would be.
/// </summary>
public sealed class LibraryInForce(CaseFlowDb db, PolicyShelf shelf)
{
    /// <summary>Puts what is in force on the shelf of this process.</summary>
    public async Task RefreshAsync(CancellationToken ct)
    {
        var versions = await db
            .Definitions.Where(d => d.IsPublished && d.Kind != DefinitionKind.Procedure)
            .Select(d => new
            {
                d.Id,
                d.DefinitionId,
                d.ContentHash,
            })
            .ToListAsync(ct);
        var hashes = versions.ToDictionary(v => v.DefinitionId, v => v.ContentHash);
        // At start that is most often what lies in the folder, word for word, and has been read already.
        var same =
            shelf.Current.Documents.Count == hashes.Count
            && shelf.Current.Documents.All(d => hashes.GetValueOrDefault(d.Id) == d.Hash);
        shelf.Take(
            same ? shelf.Current : await ReadAsync([], [], ct),
            versions.Select(v => KeyValuePair.Create(v.DefinitionId, v.Id))
        );
    }

    /// <summary>The same if another process has published since; says whether it had.</summary>
    public async Task<bool> CatchUpAsync(CancellationToken ct)
    {
        var versions = await db
            .Definitions.Where(d => d.IsPublished && d.Kind != DefinitionKind.Procedure)
            .Select(d => d.Id)
            .ToListAsync(ct);
        if (versions.ToHashSet(StringComparer.Ordinal).SetEquals(shelf.Versions.Values))
            return false;
        await RefreshAsync(ct);
        return true;
    }

    /// <summary>The policy as it would be with some documents in other words, and without some.</summary>
    /// <param name="beside">Procedures that are not in force yet, by file.</param>
    public async Task<PolicyFolder> ReadAsync(
        IReadOnlyCollection<PolicyDocument> instead,
        IReadOnlyCollection<string> without,
        CancellationToken ct,
        IReadOnlyDictionary<string, string>? beside = null
    )
    {
        var rows = await db.Definitions.AsNoTracking().Where(d => d.IsPublished).ToListAsync(ct);
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (file, text) in beside ?? new Dictionary<string, string>())
            files[file] = text;
        foreach (var procedure in rows.Where(r => r.Kind == DefinitionKind.Procedure))
            files[$"{procedure.DefinitionId}.json"] = procedure.Json;
        var documents = rows.Where(r => r.Kind != DefinitionKind.Procedure)
            .Select(PolicyDocument.Read)
            .Where(d => !without.Contains(d.Id) && instead.All(i => i.Id != d.Id));
        foreach (var (file, text) in documents.Concat(instead).SelectMany(d => d.Files))
            files[file] = text;
        return PolicyFolder.Of(shelf.Path, files);
    }
}
