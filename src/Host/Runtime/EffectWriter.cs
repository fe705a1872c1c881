using CaseFlow.Domain;
using CaseFlow.Domain.Tasks;
using CaseFlow.Host.Delivery;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Signals;
using CaseFlow.Host.Tasks;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Host.Runtime;

/// <summary>Turns what a burst asked for into rows of the same transaction.</summary>
public sealed class EffectWriter(
    TaskBook tasks,
    CaseStore cases,
    SignalBook signals,
    DefinitionStore definitions,
    IncidentLog incidents,
    ProcedurePost post,
    ILogger<EffectWriter> log
)
{
    // Completing any other asks the case.
    private static readonly HashSet<string> Anywhere = ["CaseFlow.HumanTask", "Elsa.RunTask"];

    /// <summary>Writes effects, journal and the new state.</summary>
    public async Task WriteAsync(InstanceWork instance, DriveResult burst, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var effect in burst.Effects)
            await WriteAsync(instance, effect, now, ct);
        foreach (var entry in burst.Journal)
            instance.Journal.Add(JournalLine(instance.Row.Id, entry));
        foreach (var kept in burst.KeptIncidents)
            incidents.Keep(instance.Row.Id, instance.Row.CaseNumber, kept, now);
        var row = instance.Row;
        row.State = InstanceStateJson.Write(burst.State);
        row.Status = burst.State.Status.ToString();
        row.SubStatus = burst.State.SubStatus.ToString();
        row.CorrelationId = burst.State.CorrelationId;
        if (burst.State.Status == InstanceStatus.Finished)
            row.ActivationKey = null;
        row.UpdatedAt = now;
        row.FinishedAt ??= burst.State.Status == InstanceStatus.Finished ? now : null;
        instance.Changed = true;
    }

    private async Task WriteAsync(InstanceWork instance, Effect effect, DateTimeOffset now, CancellationToken ct)
    {
        switch (effect)
        {
            case Effect.OpenTask open:
                await OpenAsync(instance.Row, open.Task, now, ct);
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
                        CorrelationId = wait.CorrelationId,
                    }
                );
                break;
            case Effect.StopWaiting stop:
                instance.RemoveWait(stop.WaitId);
                break;
            case Effect.PublishEvent publish:
                var published = new Stimulus.EventReceived(publish.Name, publish.Payload, By: null)
                {
                    CorrelationId = publish.CorrelationId,
                };
                signals.Publish(published, publish.Local ? instance.Row.Id : null, now);
                break;
            case Effect.StartChild start:
                await RequirePublishedAsync(instance.Row, start, ct);
                signals.StartChild(instance.Row, start.Child, now);
                break;
            case Effect.SendMail message:
                post.Queue(instance.Row, message, now);
                break;
            case Effect.Call call:
                post.Queue(instance.Row, call, now);
                break;
            case Effect.WriteLine line:
                log.LogInformation("{Instance} wrote a line of {Length} characters", instance.Row.Id, line.Text.Length);
                break;
        }
    }

    private async Task OpenAsync(InstanceRow row, TaskOrder task, DateTimeOffset now, CancellationToken ct)
    {
        if (row.CaseNumber is null && (task.ForApplicant || !Anywhere.Contains(task.Kind)))
            throw Stopped(
                row,
                task.ActivityId,
                task.Kind,
                "procedure.without-case",
                "The task is one of a case, and the instance serves none."
            );
        var applicant = row.CaseNumber is { } number ? await cases.ApplicantOfAsync(number, ct) : null;
        tasks.Open(task, row.CaseNumber, applicant, now);
    }

    /// <summary>A child of a workflow that is not there is the parent's fault, at the activity that wants it.</summary>
    private async Task RequirePublishedAsync(InstanceRow row, Effect.StartChild start, CancellationToken ct)
    {
        try
        {
            await definitions.PublishedAsync(start.Child.DefinitionId, ct);
        }
        catch (RefusalException no)
        {
            throw Stopped(
                row,
                start.ActivityId,
                type: null,
                no.Refusal.Code,
                $"No version of {start.Child.DefinitionId} is published."
            );
        }
    }

    private static BurstFaultedException Stopped(
        InstanceRow row,
        string activityId,
        string? type,
        string code,
        string message
    ) => new(row.Id, row.CaseNumber, new Incident(activityId, null, type, message, code, null), ownRefusal: null);

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
