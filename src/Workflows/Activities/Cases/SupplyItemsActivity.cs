using CaseFlow.Domain.Cases;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Cases;

/// <summary>
/// <c>CaseFlow.SupplyItems</c>: the applicant supplies what is missing (P52). The reminder is a letter when one is named.
/// </summary>
public sealed class SupplyItemsActivity : TaskActivity
{
    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        TaskInputs
            .Describing("CaseFlow.SupplyItems", Describe.Text("ReminderLetter").Refers(ReferenceKind.Letter))
            .Leaving("Supplied");

    /// <inheritdoc/>
    protected override bool IsForApplicant(ActivityContext context) => true;

    /// <inheritdoc/>
    protected override ActivityResult Remind(ActivityContext context) =>
        context.Text("reminderLetter") is { } letter
            ? new ActivityResult.Asking(new IssueLetter(letter, null, new Dictionary<string, object?>()))
            : base.Remind(context);

    private protected override CaseCommand Command(ActivityContext context, Resumption.TaskDone done, TaskData data) =>
        new SupplyItems(done.By, data.Map("facts"), data.Evidence("evidence"));
}
