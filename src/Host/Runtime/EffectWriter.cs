using CaseFlow.Host.Persistence;
using CaseFlow.Host.Tasks;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Host.Runtime;

/// <summary>Turns what a burst asked for into rows of the same transaction.</summary>
public sealed class EffectWriter(TaskBook tasks, CaseStore cases, ILogger<EffectWriter> log)
{
    /// <summary>Writes effects, journal and the new state.</summary>
    public async Task WriteAsync(InstanceWork instance, DriveResult burst, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var effect in burst.Effects)
            await WriteAsync(instance, effect, now, ct);
        foreach (var entry in burst.Journal)
            instance.Journal.Add(JournalLine(instance.Row.Id, entry));
        var row = instance.Row;
        row.State = InstanceStateJson.Write(burst.State);
        row.Status = burst.State.Status.ToString();
        row.SubStatus = burst.State.SubStatus.ToString();
        row.UpdatedAt = now;
        row.FinishedAt ??= burst.State.Status == InstanceStatus.Finished ? now : null;
        instance.Changed = true;
    }

    private async Task WriteAsync(InstanceWork instance, Effect effect, DateTimeOffset now, CancellationToken ct)
    {
        switch (effect)
        {
            case Effect.OpenTask open:
                var caseNumber = instance.Row.CaseNumber!;
                tasks.Open(open.Task, caseNumber, await cases.ApplicantOfAsync(caseNumber, ct), now);
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
                instance.NewTimers.Add(
                    new TimerRow
                    {
                        Id = start.TimerId,
                        InstanceId = instance.Row.Id,
                        ActivityId = start.ActivityId,
                        Kind = start.Kind,
                        DueAt = start.DueAt,
                    }
                );
                break;
            case Effect.CancelTimer cancel:
                instance.RemoveTimer(cancel.TimerId);
                break;
            case Effect.WaitForEvent wait:
                instance.NewWaits.Add(
                    new EventWaitRow
                    {
                        Id = wait.WaitId,
                        InstanceId = instance.Row.Id,
                        Name = wait.Name,
                    }
                );
                break;
            case Effect.StopWaiting stop:
                instance.RemoveWait(stop.WaitId);
                break;
            case Effect.PublishEvent { Local: false } publish:
                // Events between cases have no carrier yet: stop here, visibly, rather than lose one.
                throw new BurstFaultedException(
                    instance.Row.Id,
                    instance.Row.CaseNumber,
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
                log.LogInformation("{Instance} wrote a line of {Length} characters", instance.Row.Id, line.Text.Length);
                break;
        }
    }

    private static JournalRow JournalLine(string instanceId, JournalEntry entry) =>
        new()
        {
            InstanceId = instanceId,
            Sequence = entry.Sequence,
            At = entry.At,
            ActivityId = entry.ActivityId,
            ActivityType = entry.ActivityType,
            Event = entry.Event,
            Detail = entry.Detail,
        };
}
