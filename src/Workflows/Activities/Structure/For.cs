using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Structure;

/// <summary><c>Elsa.For</c>: counts from start to end, running its body with <c>CurrentValue</c>.</summary>
public sealed class For : Activity
{
    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        Describe
            .Type(
                "Elsa.For",
                "Structure",
                Describe.Whole("Start"),
                Describe.Whole("End"),
                Describe.Whole("Step") with
                {
                    Default = 1L,
                },
                Describe.Flag("OuterBoundInclusive") with
                {
                    Default = true,
                }
            )
            .Yielding(Describe.Out("CurrentValue", "Int32"))
            .Embedding("body");

    /// <inheritdoc/>
    public override bool IsLoop => true;

    /// <inheritdoc/>
    public override string MainOutput => "currentValue";

    /// <inheritdoc/>
    public override ActivityResult Run(ActivityContext context) => Pass(context, context.Whole("start") ?? 0);

    /// <inheritdoc/>
    public override ActivityResult ChildCompleted(ActivityContext context, ChildCompletion child) =>
        context.IsBreaking ? Done() : Pass(context, ((ForState)context.State!).Current + (context.Whole("step") ?? 1));

    private static ActivityResult Pass(ActivityContext context, long value)
    {
        var (end, step) = (context.Whole("end") ?? 0, context.Whole("step") ?? 1);
        var inside = step >= 0 ? value < end : value > end;
        if (
            context.Node.Child("body") is not { } body
            || !(inside || (value == end && context.Flag("outerBoundInclusive")))
        )
        {
            return Done();
        }
        var run = new ChildRun(body, new Dictionary<string, object?> { ["CurrentValue"] = value });
        return new ActivityResult.Scheduling([run], new ForState(value))
        {
            Changes = [new Change.PutOut("currentValue", value)],
        };
    }
}

/// <summary>Where a count stands.</summary>
public sealed record ForState(long Current) : ActivityState;
