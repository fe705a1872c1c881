using CaseFlow.Host.Signals;

namespace CaseFlow.Host.Timers;

/// <summary>All that is due now: timers and signals, also those that arise from one another.</summary>
public sealed class DueWork(TimerSweep timers, SignalSweep signals)
{
    /// <summary>Does it until nothing is due. Returns how much was done.</summary>
    public async Task<int> DoAsync(CancellationToken ct)
    {
        for (var done = 0; ; )
        {
            var more = await timers.SweepAsync(ct) + await signals.SweepAsync(ct);
            if (more == 0)
                return done;
            done += more;
        }
    }
}
