using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Flow;

/// <summary><c>Elsa.FlowNode</c>: runs its body.</summary>
public sealed class FlowNode : Activity
{
    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } = Describe.Type("Elsa.FlowNode", "Flow").Embedding("body");

    /// <inheritdoc/>
    public override ActivityResult Run(ActivityContext context) =>
        context.Node.Child("body") is { } body ? new ActivityResult.Scheduling([new ChildRun(body)]) : Done();

    /// <inheritdoc/>
    public override ActivityResult ChildCompleted(ActivityContext context, ChildCompletion child) => Done();
}
