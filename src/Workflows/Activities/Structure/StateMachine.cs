using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Structure;

/// <summary>
/// <c>Elsa.StateMachine</c>: one state at a time. A way out without a trigger is taken at once when its condition holds; otherwise the
/// triggers of all ways wait together, the first whose condition holds wins, and the others are cancelled. Then exit, action, and entry
/// of the next state. A trigger whose condition does not hold waits anew. A state without a way out ends the machine.
/// </summary>
public sealed class StateMachine : Activity
{
    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        Describe
            .Type("Elsa.StateMachine", "Structure", Describe.Text("InitialState") with { Wrapped = false })
            .Embedding("states", "transitions");

    /// <inheritdoc/>
    public override ActivityResult Run(ActivityContext context) =>
        Enter(context, context.Node.Input("initialState")?.Text ?? "");

    /// <inheritdoc/>
    public override ActivityResult ChildCompleted(ActivityContext context, ChildCompletion child)
    {
        var (node, memory) = (context.Node, (MachineMemory)context.State!);
        if (memory.Way is { } way)
        {
            return child.Child == node.Transitions[way].Action
                ? Enter(context, node.Transitions[way].To)
                : Act(context, way);
        }
        if (StateOf(node, memory.Current)?.Entry == child.Child)
        {
            return Listen(context, memory.Current);
        }
        var index = IndexOf(node, child.Child);
        return node.Transitions[index].Condition is { } condition && !context.Holds(condition)
            ? new ActivityResult.Scheduling([new ChildRun(child.Child)])
            : Take(context, index);
    }

    private static ActivityResult Enter(ActivityContext context, string name) =>
        StateOf(context.Node, name) switch
        {
            null => Done(),
            { Entry: { } entry } => new ActivityResult.Scheduling([new ChildRun(entry)], new MachineMemory(name, null)),
            _ => Listen(context, name),
        };

    private static ActivityResult Listen(ActivityContext context, string name)
    {
        var node = context.Node;
        var ways = Enumerable
            .Range(0, node.Transitions.Count)
            .Where(i => node.Transitions[i].From == name && StateOf(node, node.Transitions[i].To) is not null)
            .ToList();
        if (ways.Count == 0)
        {
            return Done();
        }
        foreach (var way in ways.Where(i => node.Transitions[i].Trigger is null))
        {
            if (node.Transitions[way].Condition is not { } condition || context.Holds(condition))
            {
                return Take(context, way);
            }
        }
        var triggers = ways.Select(i => node.Transitions[i].Trigger).OfType<ActivityNode>().ToList();
        return triggers.Count == 0
            ? new ActivityResult.Faulting(
                "machine.stuck",
                $"No way out of the state '{name}' is open, and none has a trigger."
            )
            : new ActivityResult.Scheduling([.. triggers.Select(t => new ChildRun(t))], new MachineMemory(name, null));
    }

    private static ActivityResult Take(ActivityContext context, int way)
    {
        var from = context.Node.Transitions[way].From;
        var next = StateOf(context.Node, from)?.Exit is { } exit
            ? new ActivityResult.Scheduling([new ChildRun(exit)], new MachineMemory(from, way))
            : Act(context, way);
        return next with { Changes = [new Change.CancelChildren(), .. next.Changes] };
    }

    private static ActivityResult Act(ActivityContext context, int way)
    {
        var (from, to) = (context.Node.Transitions[way].From, context.Node.Transitions[way].To);
        return context.Node.Transitions[way].Action is { } action
            ? new ActivityResult.Scheduling([new ChildRun(action)], new MachineMemory(from, way))
            : Enter(context, to);
    }

    private static MachineState? StateOf(ActivityNode node, string name) =>
        name.Length == 0 ? null : node.States.FirstOrDefault(s => s.Name == name);

    private static int IndexOf(ActivityNode node, ActivityNode trigger) =>
        node.Transitions.ToList().FindIndex(t => t.Trigger == trigger);
}

/// <summary>Where a state machine stands.</summary>
/// <param name="Current">Name of the state.</param>
/// <param name="Way">Index of the transition on its way; null while triggers are waited for or the state is being entered.</param>
public sealed record MachineMemory(string Current, int? Way) : ActivityState;
