using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Parties;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Cases;

/// <summary><c>CaseFlow.Receive</c>: the member is received and every question answered or dated (P49 to P51).</summary>
public sealed class ReceiveActivity : TaskActivity
{
    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } = TaskInputs.Describing("CaseFlow.Receive");

    /// <inheritdoc/>
    protected override string? DefaultRole => Role.RelationsOfficer;

    private protected override CaseCommand Command(ActivityContext context, Resumption.TaskDone done, TaskData data) =>
        new RecordReception(
            done.By,
            data.Text("channel"),
            data.OptionalText("needs"),
            data.List(
                "inquiries",
                i => new InquiryRecord(i.Text("question"), i.OptionalText("answer"), i.OptionalDate("followUpOn"))
            ),
            data.OptionalText("notes")
        );
}
