using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Data;

/// <summary><c>Elsa.SetName</c>: names the instance.</summary>
public sealed class SetName : Activity
{
    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Type("Elsa.SetName", "Data", Describe.Text("Value"));

    /// <inheritdoc/>
    public override ActivityResult Run(ActivityContext context) => Done(new Change.SetName(context.Text("value")));
}
