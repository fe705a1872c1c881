using CaseFlow.Host.Delivery;
using CaseFlow.Host.Delivery.Calls;
using CaseFlow.Host.Signals;

namespace CaseFlow.Host.Timers;

/// <summary>Does what was asked for by a nudge. What fails here is tried again by the schedule.</summary>
public sealed class NudgedWork(Nudge nudge, IServiceScopeFactory scopes, ILogger<NudgedWork> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var work = await nudge.NextAsync(stoppingToken);
            try
            {
                await DoAsync(work, stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogWarning(failure, "{Work} was asked for and failed; its next turn tries again", work);
            }
        }
    }

    private async Task DoAsync(Work work, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        if (work.HasFlag(Work.Outbox))
            await services.GetRequiredService<Outbox>().SendAsync(ct);
        if (work.HasFlag(Work.Signals))
            await services.GetRequiredService<SignalSweep>().SweepAsync(ct);
        if (work.HasFlag(Work.Calls))
            await services.GetRequiredService<CallSweep>().SweepAsync(ct);
    }
}
