using CaseFlow.Host.Persistence;
using CaseFlow.Host.Tasks;
using CaseFlow.Workflows.Execution;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Runtime;

/// <summary>Turns what a burst asked for into rows of the same transaction.</summary>
public sealed class EffectWriter(CaseFlowDb db, TaskBook tasks, ILogger<EffectWriter> log)
{
    /// <summary>Writes effects, journal and the new state.</summary>
    public async Task WriteAsync(
        InstanceRow instance,
        string applicantPartyId,
        DriveResult burst,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        foreach (var effect in burst.Effects)
            await WriteAsync(instance, applicantPartyId, effect, now, ct);
        foreach (var entry in burst.Journal)
            db.Journal.Add(JournalLine(instance, entry));
        instance.State = InstanceStateJson.Write(burst.State);
        instance.Status = burst.State.Status.ToString();
        instance.SubStatus = burst.State.SubStatus.ToString();
        instance.UpdatedAt = now;
        instance.FinishedAt ??= burst.State.Status == InstanceStatus.Finished ? now : null;
        instance.Version++;
    }

    private async Task WriteAsync(
        InstanceRow instance,
        string applicantPartyId,
        Effect effect,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        switch (effect)
        {
            case Effect.OpenTask open:
                tasks.Open(open.Task, instance.CaseNumber!, applicantPartyId, now);
                break;
            case Effect.CloseTask close:
                await tasks.CancelAsync(close.TaskId, now, ct);
                break;
            case Effect.RemindTask remind:
                await tasks.RemindAsync(remind.TaskId, now, ct);
                break;
            case Effect.EscalateTask escalate:
                await tasks.EscalateAsync(escalate.TaskId, escalate.Role, now, ct);
                break;
            case Effect.StartTimer start:
                db.Timers.Add(
                    new TimerRow
                    {
                        Id = start.TimerId,
                        InstanceId = instance.Id,
                        ActivityId = start.ActivityId,
                        Kind = start.Kind,
                        DueAt = start.DueAt,
                    }
                );
                break;
            case Effect.CancelTimer cancel:
                await RemoveAsync(db.Timers, cancel.TimerId, ct);
                break;
            case Effect.WaitForEvent wait:
                db.EventWaits.Add(
                    new EventWaitRow
                    {
                        Id = wait.WaitId,
                        InstanceId = instance.Id,
                        Name = wait.Name,
                    }
                );
                break;
            case Effect.StopWaiting stop:
                await RemoveAsync(db.EventWaits, stop.WaitId, ct);
                break;
            case Effect.PublishEvent { Local: false } publish:
                // Events between cases have no carrier yet: stop here, visibly, rather than lose one.
                throw new BurstFaultedException(
                    instance.Id,
                    instance.CaseNumber,
                    new Incident(
                        null,
                        null,
                        "Elsa.PublishEvent",
                        $"The event {publish.Name} would leave its case.",
                        "event.not-local",
                        null
                    ),
                    ownRefusal: null
                );
            case Effect.WriteLine line:
                log.LogInformation("{Instance} wrote a line of {Length} characters", instance.Id, line.Text.Length);
                break;
        }
    }

    /// <summary>Removes a row that this very burst may have added and not saved yet.</summary>
    private static async Task RemoveAsync<T>(DbSet<T> set, string id, CancellationToken ct)
        where T : class
    {
        if (await set.FindAsync([id], ct) is { } row)
            set.Remove(row);
    }

    private static JournalRow JournalLine(InstanceRow instance, JournalEntry entry) =>
        new()
        {
            InstanceId = instance.Id,
            Sequence = entry.Sequence,
            At = entry.At,
            ActivityId = entry.ActivityId,
            ActivityType = entry.ActivityType,
            Event = entry.Event,
            Detail = entry.Detail,
        };
}
