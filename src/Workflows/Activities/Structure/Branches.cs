using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Structure;

/// <summary>An activity that starts several others together and ends when all are done.</summary>
public abstract class Branches : Activity
{
    /// <inheritdoc/>
    public override ActivityResult ChildCompleted(ActivityContext context, ChildCompletion child)
    {
        var open = ((OpenChildren)context.State!).Count - 1;
        return open <= 0 ? Done() : new ActivityResult.Scheduling([], new OpenChildren(open));
    }

    /// <summary>Starts them; none at all is done at once.</summary>
    protected static ActivityResult StartAll(IReadOnlyList<ChildRun> children) =>
        children.Count == 0 ? Done() : new ActivityResult.Scheduling(children, new OpenChildren(children.Count));
}

/// <summary>How many embedded activities are not done yet.</summary>
public sealed record OpenChildren(int Count) : ActivityState;
