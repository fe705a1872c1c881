using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Flow;

/// <summary><c>Elsa.FlowFork</c>: leaves by every listed branch; without a list by <c>Done</c>, with an empty one by none.</summary>
public sealed class FlowFork : Activity
{
    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Type("Elsa.FlowFork", "Flow", Describe.Names("Branches")) with
        {
            Outcomes = node =>
                Describe.LiteralNames(node, "branches") is { Count: > 0 } names ? names : Describe.DoneOnly,
        };

    /// <inheritdoc/>
    public override ActivityResult Run(ActivityContext context) =>
        context.Input("branches") is null ? Done() : new ActivityResult.Completed(context.Names("branches"));
}
