using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Waiting;

/// <summary><c>Elsa.StartAt</c>: waits until a moment; done at once when it has passed, or when it started the instance.</summary>
public sealed class StartAt : Activity
{
    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Type("Elsa.StartAt", "Waiting", Describe.Moment("DateTime").Required()) with
        {
            IsTrigger = true,
        };

    /// <inheritdoc/>
    public override bool RunsThrough => false;

    /// <inheritdoc/>
    public override ActivityResult Run(ActivityContext context)
    {
        if (context.TakeTrigger())
        {
            return Done();
        }
        if (context.Input("dateTime") is not DateTimeOffset at)
        {
            return new ActivityResult.Faulting("input.missing", "StartAt has no moment to wait for.");
        }
        return at <= context.Now
            ? Done()
            : new ActivityResult.Waiting { Changes = [new Change.StartTimer("due", at, TimerKind.At)] };
    }

    /// <inheritdoc/>
    public override ActivityResult Resume(ActivityContext context, Resumption with) => Done();
}
