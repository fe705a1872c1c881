using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Data;

/// <summary><c>Elsa.WriteLine</c>: a line for the log.</summary>
public sealed class WriteLine : Activity
{
    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Type("Elsa.WriteLine", "Data", Describe.Text("Text"));

    /// <inheritdoc/>
    public override ActivityResult Run(ActivityContext context) =>
        Done(new Change.WriteLine(context.Input("text") as string ?? ""));
}
