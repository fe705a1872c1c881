using CaseFlow.Domain.Cases;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Cases;

/// <summary><c>CaseFlow.RequestMissingItems</c>: opens one round for everything that is missing (P52).</summary>
public sealed class RequestMissingItemsActivity : AskActivity
{
    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        Describe
            .Type("CaseFlow.RequestMissingItems", TaskInputs.Category)
            .Yielding(Describe.Out("Missing"), Describe.Out("Round", "Int32"));

    /// <inheritdoc/>
    public override string MainOutput => "missing";

    /// <inheritdoc/>
    public override ActivityResult Answered(ActivityContext context, CaseAnswer answer)
    {
        var round = (RoundOpened)answer;
        return Done(new Change.PutOut("round", (long)round.Round), new Change.PutOut("missing", Plain(round.Missing)));
    }

    /// <inheritdoc/>
    protected override CaseCommand Command(ActivityContext context) => new RequestMissingItems();
}
