using CaseFlow.Workflows.Activities.Structure;
using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Workflows.Migration;

/// <summary>Carries a state machine over: it stands in the state of the same name, and the way it has taken is still there.</summary>
internal static class MachineMove
{
    /// <param name="machine">The machine before and after.</param>
    /// <param name="memory">Where it stands.</param>
    /// <param name="map">Which activity becomes which.</param>
    /// <param name="open">Its open or queued children before.</param>
    /// <param name="findings">Where reasons go.</param>
    public static MachineMemory Carry(
        (ActivityNode Before, ActivityNode After) machine,
        MachineMemory memory,
        NodeMap map,
        IReadOnlyCollection<ActivityNode> open,
        Findings findings
    )
    {
        var (before, after) = machine;
        if (after.States.All(s => s.Name != memory.Current))
        {
            findings.Problem(MigrationCodes.StateGone, before.NodeId, memory.Current);
            return memory;
        }
        if (memory.Way is { } way)
        {
            return memory with { Way = Counterpart(before.Transitions[way], after, map, before, findings) };
        }
        var waiting = before.Transitions.Where(t => t.Trigger is not null && open.Contains(t.Trigger)).ToList();
        foreach (var transition in waiting)
        {
            Counterpart(transition, after, map, before, findings);
        }
        // The triggers of a state begin together; one that is new to it would not be heard until it is entered again.
        var added = after.Transitions.Where(t =>
            t.From == memory.Current && t.Trigger is { } n && map.Added.Contains(n)
        );
        foreach (var transition in waiting.Count > 0 ? added : [])
        {
            findings.Problem(MigrationCodes.BranchAdded, before.NodeId, transition.Trigger!.Id);
        }
        return memory;
    }

    private static int? Counterpart(
        StateTransition taken,
        ActivityNode after,
        NodeMap map,
        ActivityNode before,
        Findings findings
    )
    {
        var trigger = taken.Trigger is null ? null : map.Target(taken.Trigger);
        var index = after
            .Transitions.ToList()
            .FindIndex(t => t.From == taken.From && t.To == taken.To && t.Trigger == trigger);
        if (index < 0)
        {
            findings.Problem(MigrationCodes.StateGone, before.NodeId, $"{taken.From} > {taken.To}");
        }
        return index;
    }
}
