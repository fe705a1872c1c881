using CaseFlow.Domain.Cases;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Cases;

/// <summary><c>CaseFlow.CheckCompleteness</c>: leaves by <c>Complete</c> or <c>Missing</c> (P52).</summary>
public sealed class CheckCompletenessActivity : AskActivity
{
    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        Describe
            .Type("CaseFlow.CheckCompleteness", TaskInputs.Category)
            .Yielding(Describe.Out("Missing"))
            .Leaving("Complete", "Missing");

    /// <inheritdoc/>
    public override string MainOutput => "missing";

    /// <inheritdoc/>
    public override ActivityResult Answered(ActivityContext context, CaseAnswer answer)
    {
        var completeness = (Completeness)answer;
        var missing = new Change.PutOut("missing", Plain(completeness.Missing));
        return Outcome(completeness.Complete ? "Complete" : "Missing", missing);
    }

    /// <inheritdoc/>
    protected override CaseCommand Command(ActivityContext context) => new CheckCompleteness();
}
