namespace CaseFlow.Domain.Tasks;

/// <summary>Everything that is recorded of a task. Immutable; only <see cref="HumanTask"/> makes the next one.</summary>
public sealed record HumanTaskState
{
    /// <summary>What is to be done.</summary>
    public required TaskOrder Order { get; init; }

    /// <summary>The applicant of the case, if there is one.</summary>
    public string? ApplicantPartyId { get; init; }

    /// <summary>Where it stands.</summary>
    public HumanTaskStatus Status { get; init; }

    /// <summary>Rises by one with each change.</summary>
    public long Version { get; init; }

    /// <summary>The oldest version that a page may still answer to; a mere reminder does not move it.</summary>
    public long ShownVersion { get; init; }

    /// <summary>When it was opened.</summary>
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>Who holds it, or held it to the end.</summary>
    public TaskStamp? Claim { get; init; }

    /// <summary>Who completed it.</summary>
    public TaskStamp? Completion { get; init; }

    /// <summary>How it ended; null until completed.</summary>
    public string? Outcome { get; init; }

    /// <summary>Why it was called off.</summary>
    public string? CancelReason { get; init; }

    /// <summary>When it was called off.</summary>
    public DateTimeOffset? CancelledAt { get; init; }

    /// <summary>The further role that sees it.</summary>
    public string? EscalatedTo { get; init; }

    /// <summary>When it was shown to that role.</summary>
    public DateTimeOffset? EscalatedAt { get; init; }

    /// <summary>When its people were last reminded.</summary>
    public DateTimeOffset? RemindedAt { get; init; }

    /// <summary>How often its people were reminded.</summary>
    public int Reminders { get; init; }
}

/// <summary>Who did something to a task, and when.</summary>
public sealed record TaskStamp(string UserId, string Name, DateTimeOffset At);

/// <summary>Where a task stands.</summary>
public enum HumanTaskStatus
{
    /// <summary>Nobody holds it.</summary>
    Open,

    /// <summary>Somebody holds it.</summary>
    Claimed,

    /// <summary>Done, for good.</summary>
    Completed,

    /// <summary>Called off, for good.</summary>
    Cancelled,
}

/// <summary>What can be done to a task.</summary>
public enum TaskVerb
{
    /// <summary>Take it.</summary>
    Claim,

    /// <summary>Give it back.</summary>
    Release,

    /// <summary>End it with an outcome.</summary>
    Complete,

    /// <summary>Call it off.</summary>
    Cancel,

    /// <summary>Show it to a further role.</summary>
    Escalate,

    /// <summary>Remind its people.</summary>
    Remind,
}
