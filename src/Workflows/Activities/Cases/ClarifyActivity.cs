using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Parties;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Cases;

/// <summary>
/// <c>CaseFlow.Clarify</c>: puts a question to the social-research officer and keeps the answer (P54). Who asked, and what, comes from
/// the event <c>ClarificationRequested</c> unless the author says what.
/// </summary>
public sealed class ClarifyActivity : TaskActivity
{
    private const string Requested = "ClarificationRequested";

    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        TaskInputs.Describing("CaseFlow.Clarify", Describe.Text("Question"));

    /// <inheritdoc/>
    protected override string? DefaultRole => Role.SocialResearchOfficer;

    /// <inheritdoc/>
    public override ActivityResult Run(ActivityContext context) =>
        Question(context) is { } question
            ? new ActivityResult.Asking(
                new AskClarification(context.EventNamed(Requested)?.By ?? Actor.System, question)
            )
            : new ActivityResult.Faulting("input.missing", "There is no question to clarify.");

    /// <inheritdoc/>
    public override ActivityResult Answered(ActivityContext context, CaseAnswer answer) =>
        context.State is TaskState || context.Waits(Task) ? base.Answered(context, answer) : Open(context);

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, object?> DataFor(ActivityContext context) =>
        new Dictionary<string, object?> { ["question"] = Question(context) };

    private protected override CaseCommand Command(ActivityContext context, Resumption.TaskDone done, TaskData data) =>
        new RecordClarification(done.By, data.Text("answer"), data.OptionalText("unclearPoint"));

    private static string? Question(ActivityContext context) =>
        context.Text("question") ?? EventPayload.Text(context, Requested, "question");
}
