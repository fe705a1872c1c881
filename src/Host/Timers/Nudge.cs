using Quartz;

namespace CaseFlow.Host.Timers;

/// <summary>Wakes a recurring job before its next turn. Without a schedule nothing happens, and nothing is lost.</summary>
public sealed class Nudge(IServiceProvider services)
{
    internal const string Outbox = "outbox";

    public async Task SendOutboxAsync()
    {
        if (services.GetService<ISchedulerFactory>() is { } schedulers)
            await (await schedulers.GetScheduler()).TriggerJob(new JobKey(Outbox));
    }
}
