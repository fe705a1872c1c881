using CaseFlow.Domain.Cases;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Cases;

/// <summary>
/// <c>CaseFlow.InviteEvaluation</c>: sends the invitation to evaluate unless the member was invited lately (P25). The command goes out
/// without the last invitation; who handles it knows it.
/// </summary>
public sealed class InviteEvaluationActivity : AskActivity
{
    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        Describe
            .Type(
                "CaseFlow.InviteEvaluation",
                TaskInputs.Category,
                Describe.Text("Letter").Required().Refers(ReferenceKind.Letter)
            )
            .Yielding(Describe.Out("Invited", "Boolean"));

    /// <inheritdoc/>
    public override string MainOutput => "invited";

    /// <inheritdoc/>
    public override ActivityResult Answered(ActivityContext context, CaseAnswer answer) =>
        answer switch
        {
            EvaluationInvited { Invited: true } when context.Text("letter") is { } letter => new ActivityResult.Asking(
                new IssueLetter(letter, null, new Dictionary<string, object?>())
            ),
            EvaluationInvited { Invited: var invited } => Done(new Change.PutOut("invited", invited)),
            _ => Done(new Change.PutOut("invited", true)),
        };

    /// <inheritdoc/>
    protected override CaseCommand Command(ActivityContext context) => new InviteEvaluation(LastInvitedAt: null);
}
