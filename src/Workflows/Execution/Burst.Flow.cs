using CaseFlow.Workflows.Activities.Flow;
using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Workflows.Execution;

/// <content>
/// Flowcharts by counting: an activity with several ways leading to it waits until each was either followed or ruled out, then runs once.
/// </content>
internal sealed partial class Burst
{
    private void BeginFlow(Live flow)
    {
        var graph = flow.Node.Graph!;
        var mine =
            trigger is null ? null
            : NodeAt(trigger) is { } node && node.Parent == flow.Node ? node.Id
            : null;
        if (graph.StartWhen(mine) is not { } start)
        {
            Complete(flow, outcomes: null);
            return;
        }
        flow.State = new FlowScope(start.Id, new Dictionary<string, long>(), new Dictionary<string, long>(), []);
        ScheduleInFlow(flow, start, backward: false);
    }

    private static FlowCounters Counters(Live flow) =>
        flow.Flow ??= new FlowCounters(flow.Node.Graph!, (FlowScope)flow.State!);

    private void ChildCompleted(Live flow, Live child, IReadOnlyList<string>? outcomes)
    {
        if (child.Activity.IsTerminal)
        {
            Complete(flow, outcomes: null);
            return;
        }
        Current = child.Node;
        if (!Leave(flow, child.Node, port => Follows(outcomes, port), child.Backward))
        {
            CompleteIfIdle(flow);
        }
    }

    private void ChildCancelled(Live flow, Live child)
    {
        CompleteIfIdle(flow);
        if (flow.IsOpen)
        {
            // Elsa counts a visit even for a child run through a backward connection, whose way in was not counted: it would never run again.
            Leave(flow, child.Node, static _ => false, child.Backward);
        }
    }

    /// <summary>Passes all ways out of an activity and decides on their targets.</summary>
    /// <returns>Whether anything was queued.</returns>
    private bool Leave(Live flow, ActivityNode activity, Func<string?, bool> follows, bool backward)
    {
        var counters = Counters(flow);
        if (counters.Paths.IsDangling(activity.Id))
        {
            throw new FaultException(
                "flow.dangling-activity",
                $"Activity {activity.Id} is not reachable from the start of the flowchart."
            );
        }
        if (!backward)
        {
            counters.Visit(activity.Id);
        }
        var queued = false;
        foreach (var connection in counters.Graph.Outbound(activity.Id))
        {
            var followed = follows(connection.SourcePort);
            counters.Pass(connection, followed);
            queued |= counters.Paths.IsBackward(connection)
                ? followed && GoBack(flow, counters, connection)
                : Decide(flow, counters, connection);
        }
        return queued;
    }

    private bool GoBack(Live flow, FlowCounters counters, FlowConnection connection)
    {
        if (!counters.Paths.IsValidBackward(connection))
        {
            throw new FaultException(
                "flow.invalid-backward-connection",
                $"Connection {connection.Key} leads back to an activity that not every way passes."
            );
        }
        ScheduleInFlow(flow, connection.Target, backward: true);
        return true;
    }

    private bool Decide(Live flow, FlowCounters counters, FlowConnection connection)
    {
        var target = connection.Target;
        return JoinModeOf(flow, target) switch
        {
            JoinMode.WaitAny => DecideAny(flow, counters, connection),
            JoinMode.WaitAll => DecideWhenAllPassed(flow, counters, target, static latest => latest.All(f => f)),
            _ => DecideWhenAllPassed(flow, counters, target, static latest => latest.Any(f => f)),
        };
    }

    private bool DecideWhenAllPassed(
        Live flow,
        FlowCounters counters,
        ActivityNode target,
        Func<IEnumerable<bool>, bool> runs
    )
    {
        var (least, most) = Range(counters, target);
        if (least <= counters.Visits(target.Id))
        {
            return false;
        }
        if (!runs(counters.Paths.ForwardInbound(target.Id).Select(c => IsLatest(counters, c, most))))
        {
            return Leave(flow, target, static _ => false, backward: false);
        }
        ScheduleInFlow(flow, target, backward: false);
        return true;
    }

    /// <summary>
    /// Only the way just passed can start the target: any earlier one would have done so itself. Elsa looks for ways at the highest count,
    /// and misses the one just followed when a loop on another way has passed its exit more often.
    /// </summary>
    private bool DecideAny(Live flow, FlowCounters counters, FlowConnection connection)
    {
        var target = connection.Target;
        var visits = counters.Visits(target.Id);
        if (counters.Passed(connection) <= visits || IsUnderWay(flow, target))
        {
            return false;
        }
        if (counters.WasFollowed(connection))
        {
            ScheduleInFlow(flow, target, backward: false);
            CancelAncestors(flow, target);
            return true;
        }
        return Range(counters, target).Least > visits && Leave(flow, target, static _ => false, backward: false);
    }

    private static (long Least, long Most) Range(FlowCounters counters, ActivityNode target)
    {
        var (least, most) = (long.MaxValue, 0L);
        foreach (var connection in counters.Paths.ForwardInbound(target.Id))
        {
            var passed = counters.Passed(connection);
            (least, most) = (Math.Min(least, passed), Math.Max(most, passed));
        }
        return (least, most);
    }

    private static bool IsLatest(FlowCounters counters, FlowConnection connection, long most) =>
        counters.Passed(connection) == most && counters.WasFollowed(connection);

    private static bool Follows(IReadOnlyList<string>? outcomes, string? port) =>
        outcomes is null ? port is null or "Done" : port is not null && outcomes.Contains(port);

    private JoinMode JoinModeOf(Live flow, ActivityNode target) =>
        Known(target) is FlowJoin join
            ? FlowJoin.Parse(Inputs.EvaluateOne(target, join, "mode", new BurstScope(this, flow)))
            : JoinMode.WaitAllActive;

    /// <summary>
    /// Queued, or running: a join cancels the other ways from within its body, and what they report then is no new round.
    /// </summary>
    private bool IsUnderWay(Live flow, ActivityNode target) =>
        queue.Exists(i => i is WorkItem.Run run && run.OwnerId == flow.Id && run.NodeId == target.NodeId)
        || executions.Values.Any(e => e.Owner == flow && e.Node == target);

    private void ScheduleInFlow(Live flow, ActivityNode target, bool backward) =>
        queue.Add(new WorkItem.Run(target.NodeId, flow.Id, backward));

    /// <summary>What a join asks for before within its body.</summary>
    private void CancelAncestors(Live join)
    {
        if (join.Owner is { IsFlowchart: true, IsOpen: true } flow)
        {
            CancelAncestors(flow, join.Node);
        }
    }

    private void CancelAncestors(Live flow, ActivityNode target)
    {
        var ancestors = Counters(flow).Paths.ForwardAncestors(target.Id);
        foreach (var child in executions.Values.Where(e => e.Owner == flow && ancestors.Contains(e.Node.Id)).ToList())
        {
            Cancel(child);
        }
    }

    private void CompleteIfIdle(Live flow)
    {
        var busy =
            executions.Values.Any(e => e.Owner == flow && !e.Leftover)
            || queue.Exists(i => i is WorkItem.Run { Leftover: false } run && run.OwnerId == flow.Id);
        // A child that faulted on its way out has left the flowchart faulted itself.
        if (flow.IsOpen && !flow.Faulted && !busy)
        {
            Complete(flow, outcomes: null);
        }
    }
}
