using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Parties;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Cases;

/// <summary><c>CaseFlow.OverrideConfirmation</c>: an officer stands in for a confirmation that did not come, with a reason (P61).</summary>
public sealed class OverrideConfirmationActivity : TaskActivity
{
    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } = TaskInputs.Describing("CaseFlow.OverrideConfirmation");

    /// <inheritdoc/>
    protected override string? DefaultRole => Role.ServiceOfficer;

    private protected override CaseCommand Command(ActivityContext context, Resumption.TaskDone done, TaskData data) =>
        new OverrideConfirmation(done.By, data.Text("reason"));
}
