using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Data;

/// <summary><c>Elsa.Correlate</c>: gives the instance a correlation id.</summary>
public sealed class Correlate : Activity
{
    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Type("Elsa.Correlate", "Data", Describe.Text("CorrelationId").Required());

    /// <inheritdoc/>
    public override ActivityResult Run(ActivityContext context) =>
        Done(new Change.SetCorrelation(context.Text("correlationId")));
}
