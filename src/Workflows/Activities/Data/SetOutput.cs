using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Data;

/// <summary><c>Elsa.SetOutput</c>: sets an output of the workflow.</summary>
public sealed class SetOutput : Activity
{
    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Type("Elsa.SetOutput", "Data", Describe.Text("OutputName").Required(), Describe.Any("OutputValue"));

    /// <inheritdoc/>
    public override ActivityResult Run(ActivityContext context) =>
        Done(new Change.SetWorkflowOutput(context.Text("outputName") ?? "", context.Input("outputValue")));
}
