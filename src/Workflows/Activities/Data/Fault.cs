using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Data;

/// <summary><c>Elsa.Fault</c>: fails on purpose.</summary>
public sealed class Fault : Activity
{
    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        Describe
            .Type(
                "Elsa.Fault",
                "Data",
                Describe.Text("Code") with
                {
                    Default = "0",
                },
                Describe.Text("Category") with
                {
                    Default = "General",
                },
                Describe.Text("FaultType") with
                {
                    Default = "System",
                },
                Describe.Text("Message")
            )
            .Leaving();

    /// <inheritdoc/>
    public override ActivityResult Run(ActivityContext context) =>
        new ActivityResult.Faulting(
            $"fault.{context.Text("code")}",
            $"{context.Text("category")}/{context.Text("faultType")}: {context.Text("message")}"
        );
}
