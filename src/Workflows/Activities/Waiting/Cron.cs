using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;
using CaseFlow.Workflows.Schedules;

namespace CaseFlow.Workflows.Activities.Waiting;

/// <summary><c>Elsa.Cron</c>: waits for the next moment of a cron expression, UTC; as a trigger it starts the workflow at each.</summary>
public sealed class Cron : Activity
{
    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Type(
            "Elsa.Cron",
            "Waiting",
            Describe.Text("CronExpression").Required() with
            {
                Refuses = CronExpression.ProblemOf,
            }
        ) with
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
        if (!CronExpression.TryParse(context.Text("cronExpression") ?? "", out var cron, out var problem))
        {
            return new ActivityResult.Faulting("cron.invalid", problem);
        }
        return cron.Next(context.Now) is { } at
            ? new ActivityResult.Waiting { Changes = [new Change.StartTimer("due", at, TimerKind.At)] }
            : new ActivityResult.Faulting("cron.never", $"No moment after {context.Now:u} matches {cron}.");
    }

    /// <inheritdoc/>
    public override ActivityResult Resume(ActivityContext context, Resumption with) => Done();
}
