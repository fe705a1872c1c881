using CaseFlow.Domain;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using CaseFlow.Workflows.Execution;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Timers;

/// <summary>Fires the timers that are due: earliest first, each in a transaction of its own that also removes it.</summary>
public sealed class TimerSweep(
    CaseFlowDb db,
    UnitOfWork unit,
    InstanceStore instances,
    BurstRunner bursts,
    DatabaseProvider provider,
    Lateness lateness,
    TimeProvider clock,
    ILogger<TimerSweep> log
)
{
    private const int Batch = 50;

    // Long enough for a batch on a busy day; a second delivery of the same timer would do nothing, it would only wait in vain.
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);

    /// <summary>Fires all that is due now, also what came due by firing others. Returns how many fired.</summary>
    public async Task<int> SweepAsync(CancellationToken ct)
    {
        var fired = 0;
        while (!ct.IsCancellationRequested)
        {
            // Taking is writing: in a unit of work, where SQLite's writers stand in line instead of asking again and again.
            var due = (await unit.RunAsync(() => DueAsync(ct), ct)).ToList();
            if (due.Count == 0)
                return fired;
            foreach (var timer in due)
                fired += await FireAsync(timer, ct) ? 1 : 0;
        }
        return fired;
    }

    /// <summary>Takes what is due and nobody else is at work on. What a killed host has taken is free again after a while.</summary>
    private async Task<IEnumerable<DueTimer>> DueAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var taken = await db
            .Timers.FromSqlRaw(provider.ClaimSql("Timers"), now.UtcTicks, (now + Lease).UtcTicks, Batch)
            .AsNoTracking()
            .ToListAsync(ct);
        return taken
            .OrderBy(t => t.DueAt)
            .ThenBy(t => t.Id, StringComparer.Ordinal)
            .Select(t => new DueTimer(t.Id, t.InstanceId, t.DueAt));
    }

    private async Task<bool> FireAsync(DueTimer timer, CancellationToken ct)
    {
        try
        {
            var fired = await unit.RunAsync(
                async () =>
                {
                    // Held from here on, so that nobody takes the timer away between the question and the delivery.
                    await instances.FindAsync(timer.InstanceId, ct);
                    // Completed, cancelled or fired elsewhere since we looked: then the instance does not wait for it any more.
                    if (provider.IsShared && !await db.Timers.AnyAsync(t => t.Id == timer.Id, ct))
                        return false;
                    await bursts.DeliverAsync(timer.InstanceId, new Stimulus.TimerDue(timer.Id), unit.Now, ct);
                    return true;
                },
                ct
            );
            if (fired)
                lateness.Record(unit.Now - timer.DueAt);
            return fired;
        }
        catch (RefusalException refusal)
        {
            await PostponeAsync(timer, refusal.Refusal.Code, ct);
            return false;
        }
    }

    /// <summary>A timer whose procedure stopped comes again later, ever more seldom, and never holds up the others.</summary>
    private Task PostponeAsync(DueTimer timer, string code, CancellationToken ct) =>
        unit.RunAsync(
            async () =>
            {
                if (await db.Timers.SingleOrDefaultAsync(t => t.Id == timer.Id, ct) is not { } row)
                    return;
                row.Attempts++;
                row.LeaseUntil = unit.Now + TimeSpan.FromMinutes(Math.Min(60, Math.Pow(2, Math.Min(row.Attempts, 6))));
                log.LogWarning(
                    "Timer {Timer} was refused ({Code}); next attempt {Next}",
                    timer.Id,
                    code,
                    row.LeaseUntil
                );
            },
            ct
        );

    private sealed record DueTimer(string Id, string InstanceId, DateTimeOffset DueAt);
}
