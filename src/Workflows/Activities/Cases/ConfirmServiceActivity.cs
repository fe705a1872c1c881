using CaseFlow.Domain.Cases;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Cases;

/// <summary><c>CaseFlow.ConfirmService</c>: the applicant says whether the service was received (P61).</summary>
public sealed class ConfirmServiceActivity : TaskActivity
{
    private const string Confirmed = "Confirmed";

    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        TaskInputs.Describing("CaseFlow.ConfirmService").Leaving(Confirmed, "NotReceived");

    /// <inheritdoc/>
    protected override bool IsForApplicant(ActivityContext context) => true;

    private protected override CaseCommand Command(ActivityContext context, Resumption.TaskDone done, TaskData data) =>
        new ConfirmService(done.By, done.Outcome == Confirmed, data.OptionalText("comment"));
}
