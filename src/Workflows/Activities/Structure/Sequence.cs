using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Structure;

/// <summary><c>Elsa.Sequence</c>: one activity after the other; an end or a break inside stops it.</summary>
public sealed class Sequence : Activity
{
    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Type("Elsa.Sequence", "Structure").Embedding("activities") with
        {
            IsContainer = true,
        };

    /// <inheritdoc/>
    public override bool HoldsVariables => true;

    /// <inheritdoc/>
    public override ActivityResult Run(ActivityContext context) => Go(context, 0);

    /// <inheritdoc/>
    public override ActivityResult ChildCompleted(ActivityContext context, ChildCompletion child) =>
        child.IsTerminal || context.IsBreaking ? Done() : Go(context, ((SequenceState)context.State!).Next);

    private static ActivityResult Go(ActivityContext context, int next) =>
        context.Node.Children("activities") is var activities && next < activities.Count
            ? new ActivityResult.Scheduling([new ChildRun(activities[next])], new SequenceState(next + 1))
            : Done();
}

/// <summary>Where a sequence stands.</summary>
/// <param name="Next">Position of the activity to run next, from 0.</param>
public sealed record SequenceState(int Next) : ActivityState;
