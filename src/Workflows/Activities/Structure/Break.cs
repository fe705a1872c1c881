using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Structure;

/// <summary><c>Elsa.Break</c>: leaves the nearest loop after its current body.</summary>
public sealed class Break : Activity
{
    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Type("Elsa.Break", "Structure").Leaving() with
        {
            IsTerminal = true,
        };

    /// <inheritdoc/>
    public override ActivityResult Run(ActivityContext context) => Done(new Change.BreakLoop());
}
