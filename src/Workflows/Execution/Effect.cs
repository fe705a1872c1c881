using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Tasks;

namespace CaseFlow.Workflows.Execution;

/// <summary>What a burst wants from the world. The host carries all of them out in the burst's own transaction.</summary>
public abstract record Effect
{
    private Effect() { }

    /// <summary>A human task comes into being.</summary>
    public sealed record OpenTask(TaskOrder Task) : Effect;

    /// <summary>A task is no longer wanted; it closes without outcome.</summary>
    public sealed record CloseTask(string TaskId) : Effect;

    /// <summary>A timer row comes into being. A moment in the past falls due at once.</summary>
    public sealed record StartTimer(string TimerId, DateTimeOffset DueAt, TimerKind Kind, string ActivityId) : Effect;

    /// <summary>A timer is no longer wanted.</summary>
    public sealed record CancelTimer(string TimerId) : Effect;

    /// <summary>The instance listens for events of this name.</summary>
    public sealed record WaitForEvent(string WaitId, string Name) : Effect;

    /// <summary>The instance stops listening.</summary>
    public sealed record StopWaiting(string WaitId) : Effect;

    /// <summary>
    /// A command to the case aggregate. It travels in <see cref="BurstEnd.Asking"/>, never among the effects:
    /// the burst stands still until the answer is fed back in the same unit of work.
    /// </summary>
    public sealed record AskDomain(string AskId, string ActivityId, CaseCommand Command) : Effect;

    /// <summary>Remind those who can do the task.</summary>
    public sealed record RemindTask(string TaskId) : Effect;

    /// <summary>Show the overdue task to a further role.</summary>
    public sealed record EscalateTask(string TaskId, string Role) : Effect;

    /// <summary>An event leaves: to this instance only (<paramref name="Local"/>) or to every instance that listens.</summary>
    public sealed record PublishEvent(string Name, object? Payload, bool Local) : Effect;

    /// <summary>A line for the log.</summary>
    public sealed record WriteLine(string Text) : Effect;
}

/// <summary>Why a timer runs.</summary>
public enum TimerKind
{
    /// <summary>Elapsed time, from <c>Elsa.Delay</c>.</summary>
    Delay,

    /// <summary>A given moment, from <c>Elsa.StartAt</c>.</summary>
    At,

    /// <summary>The earliest moment the domain allows, from the study gate.</summary>
    NotBefore,

    /// <summary>Reminder of an open task.</summary>
    Reminder,

    /// <summary>Escalation of an open task.</summary>
    Escalation,

    /// <summary>The target of a study, when its lateness becomes visible.</summary>
    Target,
}
