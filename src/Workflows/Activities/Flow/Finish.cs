using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Flow;

/// <summary><c>Elsa.Finish</c>: ends the whole instance at once.</summary>
public sealed class Finish : Activity
{
    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Type("Elsa.Finish", "Flow").Leaving() with
        {
            IsTerminal = true,
        };

    /// <inheritdoc/>
    public override ActivityResult Run(ActivityContext context) => new ActivityResult.FinishingInstance();
}
