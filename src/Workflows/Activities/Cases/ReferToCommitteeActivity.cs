using CaseFlow.Domain.Cases;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Cases;

/// <summary><c>CaseFlow.ReferToCommittee</c>: raises the request to the committee and starts the study clock (P57 to P59).</summary>
public sealed class ReferToCommitteeActivity : AskActivity
{
    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        Describe
            .Type("CaseFlow.ReferToCommittee", TaskInputs.Category)
            .Yielding(
                Describe.Out("EarliestReplyAt", "DateTimeOffset"),
                Describe.Out("TargetAt", "DateTimeOffset"),
                Describe.Out("ReferredAt", "DateTimeOffset")
            );

    /// <inheritdoc/>
    public override string MainOutput => "earliestReplyAt";

    /// <inheritdoc/>
    public override ActivityResult Answered(ActivityContext context, CaseAnswer answer)
    {
        var referred = (Referred)answer;
        return Done(
            new Change.PutOut("referredAt", referred.At),
            new Change.PutOut("targetAt", referred.TargetAt),
            new Change.PutOut("earliestReplyAt", referred.EarliestReplyAt)
        );
    }

    /// <inheritdoc/>
    protected override CaseCommand Command(ActivityContext context) => new ReferToCommittee();
}
