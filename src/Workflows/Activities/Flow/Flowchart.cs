using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Flow;

/// <summary><c>Elsa.Flowchart</c>: activities and connections. The executor counts the ways itself.</summary>
public sealed class Flowchart : Activity
{
    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Type("Elsa.Flowchart", "Flow").Embedding("activities") with
        {
            IsContainer = true,
        };

    /// <inheritdoc/>
    public override bool HoldsVariables => true;

    /// <inheritdoc/>
    /// <remarks>Reached only for a flowchart without graph, which has nothing to run.</remarks>
    public override ActivityResult Run(ActivityContext context) => Done();
}
