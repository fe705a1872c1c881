using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Schedules;

namespace CaseFlow.Workflows.Execution;

/// <summary>An activity that may start a workflow.</summary>
/// <param name="Node">The activity.</param>
/// <param name="Inputs">Its inputs by camel-case key, evaluated without an instance.</param>
public sealed record StartTrigger(ActivityNode Node, IReadOnlyDictionary<string, object?> Inputs)
{
    /// <summary>The event that starts the workflow here; null for triggers of another kind.</summary>
    public string? EventName => Node.Type == Event ? Inputs.GetValueOrDefault("eventName") as string : null;

    private const string Event = "Elsa.Event";

    /// <summary>The moment at which the clock starts the workflow here, after the one before.</summary>
    /// <param name="before">Null for the first.</param>
    /// <param name="now">Moments up to here are passed over.</param>
    /// <returns>Null when the clock does not start it, or not any more.</returns>
    public DateTimeOffset? Next(DateTimeOffset? before, DateTimeOffset now) =>
        Node.Type switch
        {
            "Elsa.Timer" when (Inputs.GetValueOrDefault("interval") as TimeSpan?) is { Ticks: > 0 } every => InPhase(
                before ?? now,
                every,
                now
            ),
            "Elsa.Cron" when CronExpression.TryParse(Text("cronExpression"), out var cron, out _) => cron.Next(now),
            "Elsa.StartAt" when before is null => Inputs.GetValueOrDefault("dateTime") is DateTimeOffset at && at > now
                ? at
                : null,
            _ => null,
        };

    private string Text(string key) => Inputs.GetValueOrDefault(key) as string ?? "";

    private static DateTimeOffset? InPhase(DateTimeOffset from, TimeSpan every, DateTimeOffset now)
    {
        var passed = now > from ? (now - from).Ticks / every.Ticks : 0;
        return (passed + 1) * (decimal)every.Ticks < (DateTimeOffset.MaxValue - from).Ticks
            ? from.AddTicks((passed + 1) * every.Ticks)
            : null;
    }
}
