using CaseFlow.Workflows.Activities;
using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Workflows.Execution;

/// <content>The one queue: first in, first out, until it is empty or the domain must be asked.</content>
internal sealed partial class Burst
{
    /// <summary>A burst that starts more activities than this loops forever, as far as anybody can tell.</summary>
    private const int MostStarts = 20_000;

    /// <summary>Steps that all expressions of a burst may take together: some seconds of work.</summary>
    private const long MostSteps = 50_000_000;

    private long spent;

    public void Spend(long steps) => spent += steps;

    public void Drain()
    {
        var starts = 0;
        while (ask is null && ended is null && queue.Count > 0)
        {
            if (++starts > MostStarts)
            {
                Stop($"The burst ran {MostStarts} activities and did not end.");
                break;
            }
            if (spent > MostSteps)
            {
                Stop($"The expressions of the burst took {spent} steps.");
                break;
            }
            var item = TakeNext();
            Guarded(() => Do(item));
        }
        if (ended is null)
        {
            CancelLeftovers();
        }
        if (ask is null && ended is null && incidents.Count > 0 && !goesOn)
        {
            ended = InstanceSubStatus.Faulted;
            Note(JournalEvent.Faulted, live: null, incidents[0].Code);
        }
        if (ask is null && ended is null && executions.Count == 0)
        {
            ended = InstanceSubStatus.Finished;
            Note(JournalEvent.Completed, live: null, Named(outcomes.Count == 0 ? null : outcomes));
        }
    }

    /// <summary>
    /// An event may end several waits. As if each got it by itself, what the first sets going is done before the next one hears of it: that
    /// one may be called off by then.
    /// </summary>
    private WorkItem TakeNext()
    {
        var at = Math.Max(0, queue.FindIndex(static item => item is WorkItem.Run));
        var item = queue[at];
        queue.RemoveAt(at);
        return item;
    }

    /// <summary>Ends a burst that would not end by itself; what it did is kept where nothing is committed.</summary>
    private void Stop(string why)
    {
        if (!isTrial)
        {
            throw new FaultException("burst.endless", why);
        }
        Keep(why, "burst.endless", refusal: null);
        EndAll();
        ended = InstanceSubStatus.Faulted;
    }

    private void Do(WorkItem item)
    {
        switch (item)
        {
            case WorkItem.Run run:
                Begin(run);
                break;
            case WorkItem.Resume resume when executions.TryGetValue(resume.ExecutionId, out var live):
                working = live;
                Current = live.Node;
                Note(JournalEvent.Resumed, live);
                if (!Skipped(live))
                {
                    Apply(live, live.Activity.Resume(new ActivityContext(this, live), resume.With));
                }
                break;
        }
    }

    private void Begin(WorkItem.Run run)
    {
        var node = Current = NodeAt(run.NodeId);
        var execution = new ActivityExecution
        {
            Id = NextId(),
            NodeId = run.NodeId,
            OwnerId = run.OwnerId,
            Backward = run.Backward,
            Leftover = run.Leftover,
            Variables = Defaults(node),
            Dynamic = run.Variables ?? InstanceState.Nothing,
            StartedAt = Now,
        };
        var live = new Live(execution, node, ActivityOf(node), run.OwnerId is null ? null : executions[run.OwnerId]);
        executions.Add(live.Id, live);
        working = live;
        Note(JournalEvent.Started, live);
        if (Skipped(live) || !live.Activity.RunsThrough && IsLeftBehind(live))
        {
            return;
        }
        if (live.IsFlowchart)
        {
            BeginFlow(live);
            return;
        }
        live.Inputs = Inputs.Evaluate(live, new BurstScope(this, Doorstep(live)));
        DeclareWorkflow(live);
        Apply(live, live.Activity.Run(new ActivityContext(this, live)));
    }

    /// <summary>Whether an operator passes over this one; then it is completed already.</summary>
    private bool Skipped(Live live)
    {
        if (skip is not { } order || order.NodeId != live.Node.NodeId)
        {
            return false;
        }
        skip = null;
        Note(JournalEvent.Skipped, live);
        Complete(live, order.Outcome is null ? null : [order.Outcome]);
        return true;
    }

    /// <summary>A trigger seen without any instance running; null when it is none or its inputs need one.</summary>
    public StartTrigger? TriggerAt(ActivityNode node)
    {
        if (Known(node) is not { Descriptor.IsTrigger: true } activity)
        {
            return null;
        }
        var live = new Live(
            new ActivityExecution { Id = "trigger", NodeId = node.NodeId },
            node,
            activity,
            owner: null
        );
        try
        {
            return new StartTrigger(node, Inputs.Evaluate(live, new BurstScope(this, live)));
        }
        catch (FaultException)
        {
            return null;
        }
    }

    /// <summary>Takes the trigger mark away from the activity that bears it.</summary>
    public bool TakeTrigger(Live live)
    {
        if (trigger != live.Node.NodeId)
        {
            return false;
        }
        trigger = null;
        return true;
    }

    private static IReadOnlyDictionary<string, object?> Defaults(ActivityNode node) =>
        node.Variables.Count == 0
            ? InstanceState.Nothing
            : node.Variables.ToDictionary(v => v.Id, v => v.Default, StringComparer.Ordinal);
}
