using CaseFlow.Host.Delivery;
using CaseFlow.Host.Delivery.Calls;
using CaseFlow.Host.Features.Procedures;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Signals;
using Quartz;

namespace CaseFlow.Host.Timers;

/// <summary>All that recurs, in one list. Timers of cases are rows of their own; Quartz only looks at them regularly.</summary>
public static class Schedule
{
    private static readonly TimeSpan Seldom = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(1);

    // Each sweeps what no other holds; with several hosts they spread over them, and one goes on while a dead host is missed.
    private const int Sweeps = 3;

    public static WebApplicationBuilder AddSchedule(this WebApplicationBuilder builder, DatabaseProvider provider)
    {
        builder.Services.AddScoped<TimerSweep>();
        builder.Services.AddSingleton<Lateness>();
        builder.Services.AddScoped<DueWork>();
        builder.Services.AddSingleton<Nudge>();
        builder.Services.AddSingleton<HostTurns>();
        // Off for tools that move through time by themselves.
        if (builder.Configuration["CaseFlow:Schedule"] == "false")
            return builder;
        builder.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(o => o.InstanceName = "caseflow");
            quartz.UseDefaultThreadPool(Sweeps + 3);
            provider.KeepJobs(quartz);
            for (var i = 1; i <= (provider.IsShared ? Sweeps : 1); i++)
                Recur<SweepTimers>(quartz, FormattableString.Invariant($"timers-{i}"), Often);
            Recur<BringProceduresIntoForce>(quartz, "publications", Often);
            Recur<SweepSignals>(quartz, "signals", Often);
            Recur<ArrangeClockStarts>(quartz, "clock", Seldom);
            Recur<SendCalls>(quartz, "calls", Often);
            Recur<SendOutbox>(quartz, "outbox", Often);
        });
        builder.Services.AddHostedService<NudgedWork>();
        builder.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
        return builder;
    }

    private static void Recur<TJob>(IQuartzBuilder quartz, string name, TimeSpan every)
        where TJob : class, IJob =>
        quartz.ScheduleJob<TJob>(
            trigger =>
                trigger.WithIdentity(name).StartNow().WithSimpleSchedule(s => s.WithInterval(every).RepeatForever()),
            job => job.WithIdentity(name)
        );

    [DisallowConcurrentExecution]
    private sealed class SweepTimers(TimerSweep sweep) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken ct) =>
            await sweep.SweepAsync(ct);
    }

    [DisallowConcurrentExecution]
    private sealed class SweepSignals(SignalSweep sweep) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken ct) =>
            await sweep.SweepAsync(ct);
    }

    [DisallowConcurrentExecution]
    private sealed class BringProceduresIntoForce(PublicationSweep sweep) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken ct) =>
            await sweep.SweepAsync(ct);
    }

    [DisallowConcurrentExecution]
    private sealed class ArrangeClockStarts(ClockStarts clock) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken ct) =>
            await clock.ArrangeAsync(ct);
    }

    [DisallowConcurrentExecution]
    private sealed class SendCalls(CallSweep sweep) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken ct) =>
            await sweep.SweepAsync(ct);
    }

    [DisallowConcurrentExecution]
    private sealed class SendOutbox(Outbox outbox) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken ct) =>
            await outbox.SendAsync(ct);
    }
}
