using CaseFlow.Domain.Cases;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Cases;

/// <summary>
/// <c>CaseFlow.StudyGate</c>: holds until the reply may leave (P59), then alone brings out the permit for it and, by its outcome, what was
/// decided.
/// </summary>
public sealed class StudyGateActivity : Activity
{
    private const string Release = "release";

    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        Describe
            .Type("CaseFlow.StudyGate", TaskInputs.Category)
            .Yielding(Describe.Out("Permit", "String"))
            .Leaving("Accepted", "Rejected");

    /// <inheritdoc/>
    public override bool RunsThrough => false;

    /// <inheritdoc/>
    public override string MainOutput => "permit";

    /// <inheritdoc/>
    public override bool NeedsCase(ActivityNode node) => true;

    /// <inheritdoc/>
    public override ActivityResult Run(ActivityContext context) => new ActivityResult.Asking(new PlanRelease());

    /// <inheritdoc/>
    public override ActivityResult Resume(ActivityContext context, Resumption with) =>
        new ActivityResult.Asking(new OpenRelease());

    /// <inheritdoc/>
    public override ActivityResult Answered(ActivityContext context, CaseAnswer answer) =>
        answer switch
        {
            ReleasePlanned plan => plan.NotBefore > context.Now
                ? WaitUntil(plan.NotBefore)
                : new ActivityResult.Asking(new OpenRelease()),
            // A moment that has passed would fall due at once, again and again.
            ReleaseNotYet later => WaitUntil(
                later.NotBefore > context.Now ? later.NotBefore : context.In(TimeSpan.FromMinutes(1))
            ),
            ReleaseOpened opened => Outcome(
                opened.Outcome == DecisionOutcome.Accept ? "Accepted" : "Rejected",
                new Change.PutOut("permit", opened.PermitId)
            ),
            _ => throw new NotSupportedException($"The gate asked for no {answer.GetType().Name}."),
        };

    private static ActivityResult.Waiting WaitUntil(DateTimeOffset moment) =>
        new() { Changes = [new Change.StartTimer(Release, moment, TimerKind.NotBefore)] };
}
