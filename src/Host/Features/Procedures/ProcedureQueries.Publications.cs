using CaseFlow.Host.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Procedures;

/// <summary>One of several that were handed in together.</summary>
public sealed record Companion(string SetId, string DefinitionId, int Version, string Name);

public sealed partial class ProcedureQueries
{
    /// <summary>Procedures and documents with a draft that may be handed in: what already waits has to be settled first.</summary>
    public async Task<IReadOnlyList<ProcedureLine>> DraftsAsync(CancellationToken ct) =>
        [.. (await ListAsync(_ => true, ct)).Where(l => !l.Latest.IsFrozen && l.Open is null)];

    public Task<List<PublicationRow>> PublicationsAsync(string definitionId, CancellationToken ct) =>
        db
            .Publications.AsNoTracking()
            .Where(p => p.DefinitionId == definitionId)
            .OrderByDescending(p => p.RequestedAt)
            .ToListAsync(ct);

    /// <summary>What was handed in together with publications of this one, by their set.</summary>
    public async Task<ILookup<string, Companion>> CompanionsAsync(string definitionId, CancellationToken ct)
    {
        var companions = await db
            .Publications.Where(p =>
                p.DefinitionId != definitionId
                && p.SetId != null
                && db.Publications.Any(own => own.DefinitionId == definitionId && own.SetId == p.SetId)
            )
            .Join(
                db.Definitions,
                p => p.VersionId,
                d => d.Id,
                (p, d) => new Companion(p.SetId!, p.DefinitionId, p.Version, d.Name)
            )
            .ToListAsync(ct);
        return companions.OrderBy(c => c.DefinitionId, StringComparer.Ordinal).ToLookup(c => c.SetId);
    }
}
