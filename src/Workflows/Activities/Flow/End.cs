using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Flow;

/// <summary><c>Elsa.End</c>: ends the flowchart that holds it, and no more.</summary>
public sealed class End : Activity
{
    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Type("Elsa.End", "Flow").Leaving() with
        {
            IsTerminal = true,
        };

    /// <inheritdoc/>
    public override ActivityResult Run(ActivityContext context) => Done();
}
