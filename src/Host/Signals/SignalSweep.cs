using CaseFlow.Domain;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Timers;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Signals;

/// <summary>Carries out the signals that are due, in the order in which they were given, each in a transaction of its own that also deletes it. An event
/// that nobody listens to is kept for a while, for who begins to listen a moment too late.</summary>
public sealed class SignalSweep(
    CaseFlowDb db,
    UnitOfWork unit,
    SignalDelivery delivery,
    DatabaseProvider provider,
    HostTurns turns,
    TimeProvider clock,
    ILogger<SignalSweep> log
)
{
    private const int Batch = 100;

    /// <summary>Carries out all that is due now, also what that gave rise to. Returns how many were carried out.</summary>
    public Task<int> SweepAsync(CancellationToken ct) => turns.TakeAsync(Work.Signals, () => CarryOutDueAsync(ct), ct);

    private async Task<int> CarryOutDueAsync(CancellationToken ct)
    {
        var done = 0;
        while (!ct.IsCancellationRequested)
        {
            var due = await DueAsync(ct);
            if (due.Count == 0)
                return done;
            var elsewhere = 0;
            foreach (var id in due)
            {
                var carriedOut = await CarryOutAsync(id, ct);
                done += carriedOut == true ? 1 : 0;
                elsewhere += carriedOut is null ? 1 : 0;
            }
            // All of them are with other hosts: to ask again at once would only be in their way.
            if (elsewhere == due.Count)
                return done;
        }
        return done;
    }

    private Task<List<string>> DueAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db
            .Signals.Where(s => s.Kind != SignalKind.Call)
            .Where(s =>
                s.DueAt <= now
                || (
                    s.Parked
                    && db.EventWaits.Any(w =>
                        w.Name == s.EventName
                        && (s.CorrelationId == null || w.CorrelationId == s.CorrelationId)
                        && (s.InstanceId == null || w.InstanceId == s.InstanceId)
                    )
                )
            )
            .OrderBy(s => s.DueAt)
            .ThenBy(s => s.Id)
            .Take(Batch)
            .Select(s => s.Id)
            .ToListAsync(ct);
    }

    /// <returns>False when it was refused; null when another host is at it or has carried it out since we looked.</returns>
    private async Task<bool?> CarryOutAsync(string id, CancellationToken ct)
    {
        try
        {
            return await unit.RunAsync<bool?>(
                async () =>
                {
                    if (!await provider.TryHoldSignalAsync(db, id, ct))
                        return null;
                    if (await db.Signals.SingleOrDefaultAsync(s => s.Id == id, ct) is not { } signal)
                        return null;
                    await delivery.CarryOutAsync(signal, unit.Now, ct);
                    return true;
                },
                ct
            );
        }
        catch (RefusalException refusal)
        {
            await SettleAsync(id, refusal.Refusal.Code, ct);
            return false;
        }
        catch (InvalidDataException unreadable)
        {
            // A stored definition that nobody can read must not hold up what others tell each other.
            log.LogError(unreadable, "Signal {Signal} needs a definition that cannot be run", id);
            await SettleAsync(id, "definition.unreadable", ct);
            return false;
        }
    }

    /// <summary>
    /// What stopped a procedure is an incident by now, and its signal has become part of that. What can never be done is given up and its
    /// parent told; what else was refused comes again later, ever more seldom, and never holds up the others.
    /// </summary>
    private Task SettleAsync(string id, string code, CancellationToken ct) =>
        unit.RunAsync(
            async () =>
            {
                if (await db.Signals.SingleOrDefaultAsync(s => s.Id == id, ct) is not { } signal)
                    return;
                if (delivery.GivesUp(signal, code, unit.Now))
                {
                    db.Signals.Remove(signal);
                    log.LogWarning("Signal {Signal} cannot be carried out ({Code}) and was given up", id, code);
                    return;
                }
                signal.Attempts++;
                signal.DueAt = unit.Now + TimeSpan.FromMinutes(Math.Pow(2, Math.Min(signal.Attempts, 6)) - 1);
                log.LogWarning("Signal {Signal} was refused ({Code}); next attempt {Next}", id, code, signal.DueAt);
            },
            ct
        );
}
