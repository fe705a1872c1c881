using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using CaseFlow.Workflows.Execution;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Signals;

/// <summary>What one signal does, within the current unit of work.</summary>
public sealed class SignalDelivery(
    CaseFlowDb db,
    BurstRunner bursts,
    EventHearers hearers,
    SignalBook signals,
    ClockStarts clock
)
{
    // As long as Elsa's queue keeps what finds no bookmark.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private static readonly string[] Hopeless =
    [
        "procedure.not-published",
        "procedure.already-running",
        "case.unknown",
    ];

    /// <exception cref="BurstFaultedException">The burst faulted; names the signal, which becomes part of the incident.</exception>
    public async Task CarryOutAsync(SignalRow signal, DateTimeOffset now, CancellationToken ct)
    {
        var stimulus = StimulusJson.Read(signal.Stimulus);
        try
        {
            switch (signal.Kind)
            {
                case SignalKind.Event:
                    await HandOutAsync(signal, (Stimulus.EventReceived)stimulus, now, ct);
                    return;
                case SignalKind.Clock:
                    await clock.ComeAsync(signal, (Stimulus.Started)stimulus, signals, ct);
                    return;
                case SignalKind.Stimulus:
                    await bursts.DeliverAsync(signal.InstanceId!, stimulus, now, ct);
                    break;
                case SignalKind.Start when !await IsOrphanAsync(signal, ct):
                    await bursts.StartAsync(Beginning(signal, (Stimulus.Started)stimulus), now, ct);
                    break;
            }
        }
        catch (BurstFaultedException fault)
        {
            fault.Signal = signal;
            throw;
        }
        db.Signals.Remove(signal);
    }

    private async Task HandOutAsync(
        SignalRow signal,
        Stimulus.EventReceived published,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        if (await hearers.FindAsync(published, signal.InstanceId, now, ct) || now >= signal.CreatedAt + Patience)
        {
            db.Signals.Remove(signal);
            return;
        }
        signal.Parked = true;
        signal.DueAt = signal.CreatedAt + Patience;
    }

    /// <summary>Whether no later attempt can succeed either. A parent that waits for a child that never begins is told so.</summary>
    public bool GivesUp(SignalRow signal, string code, DateTimeOffset now)
    {
        if (!Hopeless.Contains(code))
            return false;
        if (signal is { Kind: SignalKind.Start, ParentInstanceId: { } parent, News: not ChildNews.None })
            signals.Tell(parent, ChildReports.Failed(signal.InstanceId!), now);
        return true;
    }

    /// <summary>A child whose parent was cancelled before it could begin does not begin any more.</summary>
    private Task<bool> IsOrphanAsync(SignalRow signal, CancellationToken ct) =>
        db.Instances.AnyAsync(
            i => i.Id == signal.ParentInstanceId && i.SubStatus == nameof(InstanceSubStatus.Cancelled),
            ct
        );

    private static InstanceStart Beginning(SignalRow signal, Stimulus.Started started) =>
        new(signal.DefinitionId!, started)
        {
            CaseNumber = signal.CaseNumber,
            ParentInstanceId = signal.ParentInstanceId,
            News = signal.News,
        };
}
