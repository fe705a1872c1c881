using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Flow;

/// <summary><c>Elsa.FlowDecision</c>: leaves by <c>True</c> or <c>False</c>, never by <c>Done</c>.</summary>
public sealed class FlowDecision : Activity
{
    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Type("Elsa.FlowDecision", "Flow", Describe.Flag("Condition")).Leaving("True", "False");

    /// <inheritdoc/>
    public override ActivityResult Run(ActivityContext context) =>
        Outcome(context.Flag("condition") ? "True" : "False");
}
