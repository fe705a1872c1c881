using CaseFlow.Domain.Cases;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Cases;

/// <summary>
/// <c>CaseFlow.SendLetter</c>: has a letter written and queued. A letter that tells a decision needs the permit of the study gate.
/// </summary>
public sealed class SendLetterActivity : AskActivity
{
    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        Describe
            .Type(
                "CaseFlow.SendLetter",
                TaskInputs.Category,
                Describe.Text("Letter").Required().Refers(ReferenceKind.Letter),
                Describe.Text("Permit"),
                Describe.Map("Fields")
            )
            .Yielding(Describe.Out("Number", "String"), Describe.Out("LetterId", "String"));

    /// <inheritdoc/>
    public override string MainOutput => "number";

    /// <inheritdoc/>
    public override ActivityResult Answered(ActivityContext context, CaseAnswer answer)
    {
        var issued = (LetterIssued)answer;
        return Done(new Change.PutOut("letterId", issued.LetterId), new Change.PutOut("number", issued.Number));
    }

    /// <inheritdoc/>
    protected override CaseCommand Command(ActivityContext context) =>
        new IssueLetter(
            context.Text("letter") ?? throw new FaultException("input.missing", "No letter is named."),
            context.Text("permit"),
            context.Input("fields") as IReadOnlyDictionary<string, object?> ?? new Dictionary<string, object?>()
        );
}
