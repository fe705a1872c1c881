using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Parties;
using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Workflows.Activities.Cases;

/// <summary>
/// <c>CaseFlow.RecordWithdrawal</c>: the applicant takes the request back. Who did so comes from the event <c>Withdrawal</c>, and the
/// reason too unless the author gives one.
/// </summary>
public sealed class RecordWithdrawalActivity : AskActivity
{
    private const string Withdrawal = "Withdrawal";

    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Type("CaseFlow.RecordWithdrawal", TaskInputs.Category, Describe.Text("Reason"));

    /// <inheritdoc/>
    protected override CaseCommand Command(ActivityContext context) =>
        new RecordWithdrawal(
            context.EventNamed(Withdrawal)?.By ?? Actor.System,
            context.Text("reason") ?? EventPayload.Text(context, Withdrawal, "reason")
        );
}
