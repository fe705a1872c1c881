using CaseFlow.Domain.Cases;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Cases;

/// <summary><c>CaseFlow.HumanTask</c>: a task without meaning for the case; leaves by one of the outcomes its author lists.</summary>
public sealed class HumanTaskActivity : TaskActivity
{
    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        TaskInputs.Describing("CaseFlow.HumanTask", Describe.Flag("ForApplicant"), Describe.Names("Outcomes")) with
        {
            Outcomes = node =>
                Describe.LiteralNames(node, "outcomes") is { Count: > 0 } names ? names : Describe.DoneOnly,
        };

    /// <inheritdoc/>
    /// <remarks>Only a task for the applicant does: whose it is, the case knows. What is computed may be one.</remarks>
    public override bool NeedsCase(ActivityNode node) =>
        node.Input("forApplicant") is { IsUnset: false } written
        && !(written.Syntax == "Literal" && written.Value is null or false or "" or "false" or "False");

    /// <inheritdoc/>
    protected override IReadOnlyList<string> OutcomesOf(ActivityContext context) =>
        context.Names("outcomes") is { Count: > 0 } names ? names : Describe.DoneOnly;

    /// <inheritdoc/>
    protected override bool IsForApplicant(ActivityContext context) => context.Flag("forApplicant");

    private protected override CaseCommand? Command(ActivityContext context, Resumption.TaskDone done, TaskData data) =>
        null;
}
