using CaseFlow.Domain;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Procedures;

/// <summary>A publication with the version that it is to bring into force.</summary>
public sealed record HandedIn(PublicationRow Publication, DefinitionRow Version);

/// <summary>
/// Finds publications for whom it is to decide on them: each with those it was handed in with, because they share one fate.
/// </summary>
public sealed class Decisions(CaseFlowDb db)
{
    /// <summary>A publication and its companions; alone when it was handed in alone.</summary>
    /// <exception cref="RefusalException">There is no such publication.</exception>
    public async Task<IReadOnlyList<HandedIn>> SetAsync(string id, CancellationToken ct)
    {
        var one =
            await db.Publications.SingleOrDefaultAsync(p => p.Id == id, ct)
            ?? throw RefusalException.Of("publication.unknown");
        var all = one.SetId is { } set ? await db.Publications.Where(p => p.SetId == set).ToListAsync(ct) : [one];
        var ids = all.Select(p => p.VersionId).ToList();
        var versions = await db.Definitions.Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, ct);
        return [.. all.OrderBy(p => p.Id, StringComparer.Ordinal).Select(p => new HandedIn(p, versions[p.VersionId]))];
    }

    /// <exception cref="RefusalException">There is no such publication, or nothing waits any more.</exception>
    public async Task<IReadOnlyList<HandedIn>> OpenAsync(string id, CancellationToken ct)
    {
        var set = await SetAsync(id, ct);
        return set.FirstOrDefault(h => !h.Publication.IsOpen) is { Publication: var decided }
            ? throw Decided(decided)
            : set;
    }

    /// <exception cref="RefusalException">
    /// As above; or it waits for nobody; or this one may not be the second administrator: of any of them.
    /// </exception>
    public async Task<IReadOnlyList<HandedIn>> WaitingAsync(string id, Actor by, CancellationToken ct)
    {
        DefinitionBook.Admit(by);
        var set = await OpenAsync(id, ct);
        foreach (var (publication, version) in set)
        {
            if (publication.State != PublicationState.Waiting)
                throw Decided(publication);
            // Four eyes: neither who asks for it nor who wrote it.
            if (
                by.UserId == publication.RequestedBy
                || by.UserId == version.UpdatedBy
                || by.UserId == version.CreatedBy
            )
                throw RefusalException.Of("publication.own-work-not-yours", "P11");
        }
        return set;
    }

    private static RefusalException Decided(PublicationRow publication) =>
        RefusalException.Of(
            "publication.decided",
            null,
            ("who", publication.DecidedByName),
            ("at", publication.DecidedAt ?? publication.LiveAt)
        );
}
