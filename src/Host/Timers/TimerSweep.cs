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
    BurstRunner bursts,
    TimeProvider clock,
    ILogger<TimerSweep> log
)
{
    private const int Batch = 100;

    /// <summary>Fires all that is due now, also what came due by firing others. Returns how many fired.</summary>
    public async Task<int> SweepAsync(CancellationToken ct)
    {
        var fired = 0;
        while (!ct.IsCancellationRequested)
        {
            var due = await DueAsync(ct);
            if (due.Count == 0)
                return fired;
            foreach (var timer in due)
                fired += await FireAsync(timer, ct) ? 1 : 0;
        }
        return fired;
    }

    private Task<List<DueTimer>> DueAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db
            .Timers.AsNoTracking()
            .Where(t => t.DueAt <= now && t.LeaseUntil <= now)
            .OrderBy(t => t.DueAt)
            .ThenBy(t => t.Id)
            .Take(Batch)
            .Select(t => new DueTimer(t.Id, t.InstanceId, t.DueAt))
            .ToListAsync(ct);
    }

    private async Task<bool> FireAsync(DueTimer timer, CancellationToken ct)
    {
        try
        {
            return await unit.RunAsync(
                async () =>
                {
                    // Completed, cancelled or fired elsewhere since we looked: then the instance does not wait for it any more.
                    await bursts.DeliverAsync(timer.InstanceId, new Stimulus.TimerDue(timer.Id), unit.Now, ct);
                    log.LogDebug("Timer {Timer} fired {Late} late", timer.Id, unit.Now - timer.DueAt);
                    return true;
                },
                ct
            );
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
