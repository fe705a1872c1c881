using CaseFlow.Domain.Parties;
using CaseFlow.Host.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Procedures;

/// <summary>
/// Brings into force what is due: each in a transaction of its own, with all that was handed in with it, once, however many hosts look.
/// </summary>
public sealed class PublicationSweep(
    CaseFlowDb db,
    UnitOfWork unit,
    DefinitionBook book,
    Decisions decisions,
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
            .Select(p => new { p.Id, p.SetId })
            .ToListAsync(ct);
        var live = 0;
        foreach (var one in due.DistinctBy(d => d.SetId ?? d.Id))
            live += await unit.RunAsync(() => BringAsync(one.Id, ct), ct);
        return live;
    }

    private async Task<int> BringAsync(string id, CancellationToken ct)
    {
        var set = await decisions.SetAsync(id, ct);
        // Withdrawn, or brought into force elsewhere, since we looked.
        if (set.Any(h => h.Publication.State != PublicationState.Scheduled))
            return 0;
        var check = await gate.CheckAsync([.. set.Select(h => h.Version)], ct);
        if (!check.IsOpen)
        {
            Fail(set, check.Findings);
            return 0;
        }
        foreach (var (publication, version) in set)
        {
            await publishing.GoLiveAsync(publication, version, Actor.System, ct);
            log.LogInformation("{Definition} version {Version} is in force", version.DefinitionId, version.Version);
        }
        return set.Count;
    }

    /// <summary>What they name is gone since they were checked: the versions before stay in force, and somebody has to look.</summary>
    private void Fail(IReadOnlyList<HandedIn> set, IReadOnlyList<GateFinding> findings)
    {
        var note = FailureNote.Write(findings);
        foreach (var (publication, version) in set)
        {
            publishing.Abandon(publication, version, PublicationState.Failed, Actor.System, note);
            book.Note(Actor.System, "procedure.publication-failed", version);
        }
        foreach (var finding in findings)
            log.LogError(
                "{Definition} could not come into force: {In} {Activity} {Problem}",
                set[0].Version.DefinitionId,
                finding.In,
                finding.Problem.ActivityId,
                finding.Problem.Message
            );
    }
}
