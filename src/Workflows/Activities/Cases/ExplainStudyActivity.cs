using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Parties;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Cases;

/// <summary><c>CaseFlow.ExplainStudy</c>: tells the applicant that the committee will study the request (P57).</summary>
public sealed class ExplainStudyActivity : TaskActivity
{
    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } = TaskInputs.Describing("CaseFlow.ExplainStudy");

    /// <inheritdoc/>
    protected override string? DefaultRole => Role.RelationsOfficer;

    private protected override CaseCommand Command(ActivityContext context, Resumption.TaskDone done, TaskData data) =>
        new ExplainStudy(done.By, data.Text("channel"), data.Flag("acknowledged"), data.OptionalText("notes"));
}
