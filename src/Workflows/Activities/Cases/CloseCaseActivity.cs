using CaseFlow.Domain.Cases;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Cases;

/// <summary><c>CaseFlow.CloseCase</c>: ends the case for a reason.</summary>
public sealed class CloseCaseActivity : AskActivity
{
    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Type(
            "CaseFlow.CloseCase",
            TaskInputs.Category,
            Describe.Choice("As", Enum.GetNames<CloseReason>()).Required()
        );

    /// <inheritdoc/>
    protected override CaseCommand Command(ActivityContext context) =>
        Enum.TryParse<CloseReason>(context.Text("as"), ignoreCase: true, out var reason) && Enum.IsDefined(reason)
            ? new CloseCase(reason)
            : throw new FaultException("input.invalid", $"{context.Text("as")} is no reason to close a case.");
}
