using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Parties;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Cases;

/// <summary><c>CaseFlow.CompleteRegistration</c>: the checklist is done and the registration gets its number (P60).</summary>
public sealed class CompleteRegistrationActivity : TaskActivity
{
    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        TaskInputs.Describing("CaseFlow.CompleteRegistration") is var task
            ? task.Yielding([.. task.Outputs, Describe.Out("Number", "String")])
            : task;

    /// <inheritdoc/>
    protected override string? DefaultRole => Role.ServiceOfficer;

    /// <inheritdoc/>
    protected override IReadOnlyList<Change> OutputsOf(CaseAnswer answer) =>
        [new Change.PutOut("number", ((Registered)answer).Number)];

    private protected override CaseCommand Command(ActivityContext context, Resumption.TaskDone done, TaskData data) =>
        new CompleteRegistration(done.By, data.Texts("checklist"), data.OptionalText("note"));
}
