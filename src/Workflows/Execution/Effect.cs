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
    /// <param name="WaitId">Unique.</param>
    /// <param name="Name">Of the event, exact.</param>
    /// <param name="CorrelationId">The instance's correlation id at this moment: events may be addressed to it.</param>
    public sealed record WaitForEvent(string WaitId, string Name, string? CorrelationId = null) : Effect;

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

    /// <summary>
    /// An event leaves: to this instance only (<paramref name="Local"/>), or to every instance that listens and to every definition that
    /// an event of this name starts. It arrives after the burst, so waits that the same burst opens hear it.
    /// </summary>
    /// <param name="Name">Compared exactly.</param>
    /// <param name="Payload">A plain value; null for none.</param>
    /// <param name="Local">Whether it stays within the instance.</param>
    /// <param name="CorrelationId">Only waits opened under this correlation id hear it; null for all.</param>
    public sealed record PublishEvent(string Name, object? Payload, bool Local, string? CorrelationId = null) : Effect;

    /// <summary>A child instance begins, after the burst, on the version that is published by then.</summary>
    /// <param name="Child">What to start.</param>
    /// <param name="ActivityId">Who starts it.</param>
    /// <param name="NodeId">Its path in the definition.</param>
    public sealed record StartChild(ChildStart Child, string ActivityId, string NodeId) : Effect;

    /// <summary>A request leaves after the commit; its end comes back as <see cref="Stimulus.CallAnswered"/>.</summary>
    /// <param name="CallId">Unique: the idempotency key.</param>
    /// <param name="ActivityId">Who asks.</param>
    /// <param name="Request">What is asked.</param>
    public sealed record Call(string CallId, string ActivityId, HttpCall Request) : Effect;

    /// <summary>A message leaves by the outbox, to each address by itself.</summary>
    /// <param name="MessageId">Unique; with the number of the addressee it makes sending twice harmless.</param>
    /// <param name="To">Addresses, none twice.</param>
    /// <param name="Subject">One line.</param>
    /// <param name="Html">The body.</param>
    public sealed record SendMail(string MessageId, IReadOnlyList<string> To, string Subject, string Html) : Effect;

    /// <summary>A line for the log.</summary>
    public sealed record WriteLine(string Text) : Effect;
}

/// <summary>A child instance to start.</summary>
/// <param name="ChildId">The child's instance id, derived from the parent's: the same start always gives the same.</param>
/// <param name="DefinitionId">Which workflow.</param>
/// <param name="Input">Its inputs by name, plain values.</param>
/// <param name="CorrelationId">Its correlation id; null for none.</param>
/// <param name="News">What the parent wants to hear of it.</param>
public sealed record ChildStart(
    string ChildId,
    string DefinitionId,
    IReadOnlyDictionary<string, object?> Input,
    string? CorrelationId,
    ChildNews News
);

/// <summary>When a child instance reports to its parent, once.</summary>
public enum ChildNews
{
    /// <summary>Never.</summary>
    None,

    /// <summary>When its first burst is over, however it stands then.</summary>
    FirstPause,

    /// <summary>When it has ended.</summary>
    End,

    /// <summary>When it has ended or an incident has stopped it, whichever comes first.</summary>
    EndOrFault,
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
