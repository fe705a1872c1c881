using CaseFlow.Workflows.Activities;

namespace CaseFlow.Workflows.Execution;

/// <content>How executions end: completed from above, cancelled from the inside out.</content>
internal sealed partial class Burst
{
    private static string Named(IReadOnlyList<string>? outcomes) =>
        outcomes is null ? "Done" : string.Join(", ", outcomes);

    private void Complete(Live live, IReadOnlyList<string>? outcomes)
    {
        if (!live.IsOpen)
        {
            return;
        }
        live.IsOpen = false;
        CancelChildren(live);
        ReleaseQueued(live);
        Remove(live, JournalEvent.Completed, Named(outcomes));
        if (live.Leftover || live.Owner is not { IsOpen: true } owner)
        {
            return;
        }
        if (owner.IsFlowchart)
        {
            ChildCompleted(owner, live, outcomes);
            return;
        }
        var news = new ChildCompletion(live.Node, live.Activity.IsTerminal);
        Apply(owner, owner.Activity.ChildCompleted(new ActivityContext(this, owner), news));
    }

    private void Cancel(Live live)
    {
        if (!live.IsOpen)
        {
            return;
        }
        live.IsOpen = false;
        CancelChildren(live);
        ReleaseQueued(live);
        Remove(live, JournalEvent.Canceled, detail: null);
        // Only the flowchart that holds the child itself treats it as a dead path; a container that is ending is no longer open.
        if (live is { Leftover: false, Owner: { IsOpen: true, IsFlowchart: true } holder })
        {
            ChildCancelled(holder, live);
        }
    }

    private void CancelChildren(Live live)
    {
        foreach (var child in executions.Values.Where(e => e.Owner == live && !e.Leftover).ToList())
        {
            Cancel(child);
        }
    }

    /// <summary>What a container left behind runs to the end of the burst and no further: nobody could end it any more.</summary>
    private void CancelLeftovers()
    {
        foreach (var leftover in executions.Values.Where(e => e.Leftover).ToList())
        {
            Cancel(leftover);
        }
    }

    private static bool IsLeftBehind(Live live) => live.Leftover || live.Owner is { } owner && IsLeftBehind(owner);

    /// <summary>
    /// Work queued directly below a container that ends still runs once, and nothing follows from it. Waits are withdrawn, for nobody
    /// could end them any more, and questions to the case, which nobody wants answered.
    /// </summary>
    private void ReleaseQueued(Live live)
    {
        for (var i = queue.Count - 1; i >= 0; i--)
        {
            if (queue[i] is not WorkItem.Run run || run.OwnerId != live.Id)
            {
                continue;
            }
            if (run.Leftover || Known(NodeAt(run.NodeId)) is { RunsThrough: true })
            {
                queue[i] = run with { OwnerId = live.Owner?.Id, Leftover = true };
            }
            else
            {
                queue.RemoveAt(i);
            }
        }
    }

    private void Remove(Live live, JournalEvent why, string? detail)
    {
        EndWaits(live);
        executions.Remove(live.Id);
        Note(why, live, detail);
    }

    private void Finish(Live live)
    {
        live.IsOpen = false;
        Remove(live, JournalEvent.Completed, Named(null));
        EndAll();
        ended = InstanceSubStatus.Finished;
        Note(JournalEvent.Completed, live: null, Named(null));
    }

    /// <summary>Completes the nearest workflow used as an activity, or else the whole one.</summary>
    private void CompleteWorkflow(Live live, IReadOnlyList<string> outcomes)
    {
        var composite = live;
        while (composite is { Node.Workflow: null, Owner: { } owner })
        {
            composite = owner;
        }
        if (composite.Node.Workflow is null)
        {
            this.outcomes = outcomes;
        }
        if (composite != live)
        {
            live.IsOpen = false;
            Remove(live, JournalEvent.Completed, Named(outcomes));
        }
        Complete(composite, outcomes);
    }

    private void EndAll()
    {
        queue.Clear();
        foreach (var root in executions.Values.Where(e => e.Owner is null).ToList())
        {
            Cancel(root);
        }
        CancelLeftovers();
    }
}
