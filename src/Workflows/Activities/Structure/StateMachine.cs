using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Structure;

/// <summary>
/// <c>Elsa.StateMachine</c>: one state at a time. The triggers of all ways out of it wait at once; the first whose condition holds wins, the
/// others are cancelled; then action, exit, and entry of the next state. A trigger whose condition does not hold waits anew. A state
/// without a way out ends the machine.
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
        Enter(context.Node, context.Node.Input("initialState")?.Text ?? "");

    /// <inheritdoc/>
    public override ActivityResult ChildCompleted(ActivityContext context, ChildCompletion child)
    {
        var (node, memory) = (context.Node, (MachineMemory)context.State!);
        if (memory.Way is { } way)
        {
            var taken = node.Transitions[way];
            return child.Child == taken.Action ? Leave(node, way) : Enter(node, taken.To);
        }
        if (StateOf(node, memory.Current)?.Entry == child.Child)
        {
            return Listen(node, memory.Current);
        }
        var index = IndexOf(node, child.Child);
        return node.Transitions[index].Condition is { } condition && !context.Holds(condition)
            ? new ActivityResult.Scheduling([new ChildRun(child.Child)])
            : Take(node, memory.Current, index);
    }

    private static ActivityResult Enter(ActivityNode node, string name) =>
        StateOf(node, name) switch
        {
            null => Done(),
            { Entry: { } entry } => new ActivityResult.Scheduling([new ChildRun(entry)], new MachineMemory(name, null)),
            _ => Listen(node, name),
        };

    private static ActivityResult Listen(ActivityNode node, string name)
    {
        var ways = node
            .Transitions.Where(t => t.From == name && StateOf(node, t.To) is not null)
            .Select(t => t.Trigger)
            .OfType<ActivityNode>()
            .ToList();
        return ways.Count == 0
            ? Done()
            : new ActivityResult.Scheduling([.. ways.Select(t => new ChildRun(t))], new MachineMemory(name, null));
    }

    private static ActivityResult Take(ActivityNode node, string name, int way)
    {
        var next = node.Transitions[way].Action is { } action
            ? new ActivityResult.Scheduling([new ChildRun(action)], new MachineMemory(name, way))
            : Leave(node, way);
        return next with { Changes = [new Change.CancelChildren(), .. next.Changes] };
    }

    private static ActivityResult Leave(ActivityNode node, int way)
    {
        var (from, to) = (node.Transitions[way].From, node.Transitions[way].To);
        return StateOf(node, from)?.Exit is { } exit
            ? new ActivityResult.Scheduling([new ChildRun(exit)], new MachineMemory(from, way))
            : Enter(node, to);
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
