namespace CaseFlow.Workflows.Execution;

/// <summary>One line of an instance's technical journal. It never holds what a task or the domain delivered.</summary>
/// <param name="Sequence">Rises by one within the instance and gives the order.</param>
/// <param name="At">The burst's moment.</param>
/// <param name="Event">What happened.</param>
/// <param name="ExecutionId">The activity execution; null for events of the whole instance.</param>
/// <param name="ActivityId">The activity; null for events of the whole instance.</param>
/// <param name="NodeId">Its path in the definition.</param>
/// <param name="ActivityType">Its type name.</param>
/// <param name="ActivityName">Its designer name.</param>
/// <param name="Detail">Outcomes followed, the reason of a cancellation, or the fault's code.</param>
public sealed record JournalEntry(
    long Sequence,
    DateTimeOffset At,
    JournalEvent Event,
    string? ExecutionId,
    string? ActivityId,
    string? NodeId,
    string? ActivityType,
    string? ActivityName,
    string? Detail
);

/// <summary>What a journal line tells.</summary>
public enum JournalEvent
{
    /// <summary>An activity, or the instance, began.</summary>
    Started,

    /// <summary>An activity stays open until a task, a timer or an event.</summary>
    Suspended,

    /// <summary>What it waited for has come.</summary>
    Resumed,

    /// <summary>It completed; the detail names the outcomes.</summary>
    Completed,

    /// <summary>It was cancelled while open.</summary>
    Canceled,

    /// <summary>An operator let it count as completed without running it.</summary>
    Skipped,

    /// <summary>It failed.</summary>
    Faulted,
}
