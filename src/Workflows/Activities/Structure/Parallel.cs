using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Structure;

/// <summary><c>Elsa.Parallel</c>: all at once; done when all are done.</summary>
public sealed class Parallel : Branches
{
    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Type("Elsa.Parallel", "Structure").Embedding("activities") with
        {
            IsContainer = true,
        };

    /// <inheritdoc/>
    public override bool HoldsVariables => true;

    /// <inheritdoc/>
    public override ActivityResult Run(ActivityContext context) =>
        StartAll([.. context.Node.Children("activities").Select(c => new ChildRun(c))]);
}
