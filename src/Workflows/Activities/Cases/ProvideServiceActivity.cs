using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Parties;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Cases;

/// <summary><c>CaseFlow.ProvideService</c>: the service was provided, with proof (P61).</summary>
public sealed class ProvideServiceActivity : TaskActivity
{
    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } = TaskInputs.Describing("CaseFlow.ProvideService");

    /// <inheritdoc/>
    protected override string? DefaultRole => Role.ServiceOfficer;

    private protected override CaseCommand Command(ActivityContext context, Resumption.TaskDone done, TaskData data) =>
        new RecordDelivery(
            done.By,
            data.Text("provider"),
            data.Date("deliveredOn"),
            data.Evidence("proof"),
            data.OptionalText("note")
        );
}
