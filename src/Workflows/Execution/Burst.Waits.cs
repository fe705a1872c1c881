namespace CaseFlow.Workflows.Execution;

/// <content>Tasks, timers and subscriptions that executions hold open.</content>
internal sealed partial class Burst
{
    public bool Waits(Live live, string key) => Find<Wait>(live, key) is not null;

    private T? Find<T>(Live live, string key)
        where T : Wait => waits.OfType<T>().FirstOrDefault(w => w.ExecutionId == live.Id && w.Key == key);

    private void OpenTask(Live live, Change.OpenTask open)
    {
        var order = open.Task with
        {
            TaskId = open.Task.TaskId.Length > 0 ? open.Task.TaskId : NextId(),
            InstanceId = InstanceId,
            ActivityId = live.Node.Id,
        };
        waits.Add(new Wait.ForTask(order.TaskId, live.Id, live.Node.NodeId, open.Key, order.Outcomes));
        effects.Add(new Effect.OpenTask(order));
    }

    private void StartTimer(Live live, Change.StartTimer start)
    {
        End<Wait.ForTimer>(live, start.Key);
        var id = NextId();
        waits.Add(new Wait.ForTimer(id, live.Id, live.Node.NodeId, start.Key, start.DueAt, start.Kind));
        effects.Add(new Effect.StartTimer(id, start.DueAt, start.Kind, live.Node.Id));
    }

    private void Listen(Live live, Change.WaitForEvent listen)
    {
        var id = NextId();
        waits.Add(
            new Wait.ForEvent(id, live.Id, live.Node.NodeId, listen.Key, listen.Name) { CorrelationId = CorrelationId }
        );
        effects.Add(new Effect.WaitForEvent(id, listen.Name, CorrelationId));
    }

    private void StartChild(Live live, Change.StartChild start)
    {
        if (start.Child.News is not ChildNews.None)
        {
            waits.Add(new Wait.ForChild(start.Child.ChildId, live.Id, live.Node.NodeId, start.Key));
        }
        effects.Add(new Effect.StartChild(start.Child, live.Node.Id, live.Node.NodeId));
    }

    private void End<T>(Live live, string key)
        where T : Wait
    {
        if (Find<T>(live, key) is { } wait)
        {
            EndWait(wait);
        }
    }

    private void EndWaits(Live live)
    {
        foreach (var wait in waits.Where(w => w.ExecutionId == live.Id).ToList())
        {
            EndWait(wait);
        }
    }

    private void EndWait(Wait wait)
    {
        waits.Remove(wait);
        switch (wait)
        {
            case Wait.ForTask:
                effects.Add(new Effect.CloseTask(wait.Id));
                break;
            case Wait.ForTimer:
                effects.Add(new Effect.CancelTimer(wait.Id));
                break;
            case Wait.ForEvent:
                effects.Add(new Effect.StopWaiting(wait.Id));
                break;
            // A child goes on by itself; its news will find nobody.
        }
    }
}
