using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Flow;

/// <summary><c>Elsa.Start</c>: marks where a flowchart begins.</summary>
public sealed class Start : Activity
{
    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } = Describe.Type("Elsa.Start", "Flow");

    /// <inheritdoc/>
    public override ActivityResult Run(ActivityContext context) => Done();
}
