using CaseFlow.Domain;
using CaseFlow.Workflows.Activities;

namespace CaseFlow.Workflows.Execution;

/// <content>What each stimulus sets going.</content>
internal sealed partial class Burst
{
    public void Take(Stimulus stimulus)
    {
        if (ask is not null && stimulus is not (Stimulus.Answered or Stimulus.Refused))
        {
            throw new FaultException("instance.asking", $"The instance waits for the answer {ask.AskId}.");
        }
        switch (stimulus)
        {
            case Stimulus.Started started:
                Start(started);
                break;
            case Stimulus.TaskCompleted completed:
                CompleteTask(completed);
                break;
            case Stimulus.TimerDue due:
                Fall(due);
                break;
            case Stimulus.EventReceived received:
                Receive(received);
                break;
            case Stimulus.ChildReported reported:
                Hear(reported);
                break;
            case Stimulus.CallAnswered answered:
                Hear(answered);
                break;
            case Stimulus.Retried retried:
                RunAgain(retried);
                break;
            case Stimulus.Answered answered:
                Guarded(() => Answer(answered));
                break;
            case Stimulus.Refused refused:
                Guarded(() => Refuse(refused));
                break;
            case Stimulus.Cancelled cancelled:
                CancelInstance(cancelled);
                break;
            case Stimulus.Skipped skipped:
                skip = new PendingSkip(skipped.NodeId, skipped.Outcome);
                Take(skipped.Original);
                break;
        }
    }

    private void Start(Stimulus.Started started)
    {
        if (before.SubStatus != InstanceSubStatus.Pending)
        {
            throw new FaultException("instance.already-started", "The instance has started before.");
        }
        if (started.StartActivityId is { } id)
        {
            trigger =
                Definition.Activity(id)?.NodeId
                ?? throw new FaultException("definition.unknown-node", $"The definition has no activity {id}.");
        }
        CorrelationId = started.CorrelationId;
        if (started.Event is { } cause)
        {
            events.Set(cause.Name, new ReceivedEvent(PlainData.Of(cause.Payload), cause.By));
        }
        foreach (var variable in Definition.Variables)
        {
            variables.Set(variable.Id, variable.Default);
        }
        Note(JournalEvent.Started, live: null);
        queue.Add(new WorkItem.Run(Definition.Root.NodeId, OwnerId: null));
    }

    private void CompleteTask(Stimulus.TaskCompleted completed)
    {
        var wait =
            waits
                .OfType<Wait.ForTask>()
                .FirstOrDefault(w => w.Id == completed.TaskId && before.Status == InstanceStatus.Running)
            ?? throw RefusalException.Of("task.no-longer-open", null, ("task", completed.TaskId));
        Current = NodeAt(wait.NodeId);
        if (!wait.Outcomes.Contains(completed.Outcome))
        {
            throw RefusalException.Of(
                "task.unknown-outcome",
                null,
                ("outcome", completed.Outcome),
                ("outcomes", wait.Outcomes)
            );
        }
        waits.Remove(wait);
        queue.Add(
            new WorkItem.Resume(
                wait.ExecutionId,
                new Resumption.TaskDone(
                    wait.Key,
                    wait.Id,
                    completed.Outcome,
                    PlainData.Map(completed.Data),
                    completed.By
                )
            )
        );
    }

    private void Fall(Stimulus.TimerDue due)
    {
        if (waits.OfType<Wait.ForTimer>().FirstOrDefault(w => w.Id == due.TimerId) is { } wait)
        {
            waits.Remove(wait);
            queue.Add(new WorkItem.Resume(wait.ExecutionId, new Resumption.TimerFell(wait.Key, wait.Kind)));
        }
    }

    private void Receive(Stimulus.EventReceived received)
    {
        var payload = PlainData.Of(received.Payload);
        foreach (var wait in waits.OfType<Wait.ForEvent>().Where(w => Hears(w, received)).ToList())
        {
            events.Set(received.Name, new ReceivedEvent(payload, received.By));
            EndWait(wait);
            queue.Add(
                new WorkItem.Resume(
                    wait.ExecutionId,
                    new Resumption.EventCame(wait.Key, received.Name, payload, received.By)
                )
            );
        }
    }

    /// <summary>Whether an event is meant for a wait.</summary>
    public static bool Hears(Wait.ForEvent wait, Stimulus.EventReceived received) =>
        wait.Name == received.Name
        && (received.CorrelationId is not { } correlation || wait.CorrelationId == correlation);

    private void Hear(Stimulus.ChildReported reported)
    {
        if (waits.OfType<Wait.ForChild>().FirstOrDefault(w => w.Id == reported.ChildId) is not { } wait)
        {
            return;
        }
        waits.Remove(wait);
        queue.Add(
            new WorkItem.Resume(
                wait.ExecutionId,
                new Resumption.ChildNews(wait.Key, reported.ChildId, reported.SubStatus, PlainData.Map(reported.Output))
            )
        );
    }

    private void Refuse(Stimulus.Refused refused)
    {
        working = Asker(refused.AskId);
        Current = working.Node;
        ask = null;
        throw new RefusalException(refused.Refusal);
    }

    private void Hear(Stimulus.CallAnswered answered)
    {
        if (waits.OfType<Wait.ForCall>().FirstOrDefault(w => w.Id == answered.CallId) is { } wait)
        {
            waits.Remove(wait);
            queue.Add(new WorkItem.Resume(wait.ExecutionId, new Resumption.CallAnswered(wait.Key, answered.Answer)));
        }
    }

    private void Answer(Stimulus.Answered answered)
    {
        var live = working = Asker(answered.AskId);
        Current = live.Node;
        ask = null;
        Apply(live, live.Activity.Answered(new ActivityContext(this, live), answered.Answer));
    }

    private Live Asker(string askId) =>
        ask?.AskId == askId
            ? executions[ask.ExecutionId]
            : throw new FaultException("instance.unknown-ask", $"The instance did not ask {askId}.");

    private void CancelInstance(Stimulus.Cancelled cancelled)
    {
        EndAll();
        ended = InstanceSubStatus.Cancelled;
        Note(JournalEvent.Canceled, live: null, cancelled.Reason);
    }
}
