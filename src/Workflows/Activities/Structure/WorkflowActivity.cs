using System.Runtime.CompilerServices;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Structure;

/// <summary>
/// A workflow used as an activity: runs it inline, in the same instance. Leaves by the outcomes that <c>Complete</c> gives inside, else
/// by <c>Done</c>. Not in the catalogue: there is one for each version that is used.
/// </summary>
internal sealed class WorkflowActivity : Activity
{
    private static readonly ConditionalWeakTable<WorkflowDefinition, WorkflowActivity> Known = [];

    private WorkflowActivity(WorkflowDefinition workflow) => Descriptor = WorkflowUse.Describe(workflow);

    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; }

    /// <inheritdoc/>
    public override bool HoldsVariables => true;

    /// <summary>The activity for a version; the same each time.</summary>
    public static WorkflowActivity Of(WorkflowDefinition workflow) =>
        Known.GetValue(workflow, static w => new WorkflowActivity(w));

    /// <inheritdoc/>
    public override ActivityResult Run(ActivityContext context) =>
        new ActivityResult.Scheduling([new ChildRun(context.Node.Child(ActivityNode.WorkflowPlace)!)]);

    /// <inheritdoc/>
    public override ActivityResult ChildCompleted(ActivityContext context, ChildCompletion child) => Done();
}
