using CaseFlow.Domain.Parties;
using CaseFlow.Host.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Procedures;

/// <summary>Brings into force what is due: each in a transaction of its own, once, however many hosts look.</summary>
public sealed class PublicationSweep(
    CaseFlowDb db,
    UnitOfWork unit,
    DefinitionBook book,
    Publishing publishing,
    PublishGate gate,
    TimeProvider clock,
    ILogger<PublicationSweep> log
)
{
    /// <summary>Returns how many came into force.</summary>
    public async Task<int> SweepAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var due = await db
            .Publications.Where(p => p.IsOpen && p.State == PublicationState.Scheduled && p.EffectiveAt <= now)
            .OrderBy(p => p.EffectiveAt)
            .Select(p => p.Id)
            .ToListAsync(ct);
        var live = 0;
        foreach (var id in due)
            live += await unit.RunAsync(() => BringAsync(id, ct), ct) ? 1 : 0;
        return live;
    }

    private async Task<bool> BringAsync(string id, CancellationToken ct)
    {
        var publication = await db.Publications.SingleAsync(p => p.Id == id, ct);
        // Withdrawn, or brought into force elsewhere, since we looked.
        if (publication.State != PublicationState.Scheduled)
            return false;
        var version = await book.VersionAsync(publication.VersionId, ct);
        var answer = await gate.CheckAsync(version, ct);
        if (answer.IsOpen)
        {
            await publishing.GoLiveAsync(publication, version, Actor.System, ct);
            log.LogInformation("{Definition} version {Version} is in force", version.DefinitionId, version.Version);
            return true;
        }
        // What it names is gone since it was checked: the version before stays in force, and somebody has to look.
        publishing.Abandon(publication, version, PublicationState.Failed, Actor.System, null);
        book.Note(Actor.System, "procedure.publication-failed", version);
        foreach (var problem in answer.Problems)
            log.LogError(
                "{Definition} version {Version} could not come into force: {Activity} {Problem}",
                version.DefinitionId,
                version.Version,
                problem.ActivityId,
                problem.Message
            );
        return false;
    }
}
