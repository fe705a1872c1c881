namespace CaseFlow.Workflows.Execution;

/// <summary>Something an activity execution waits for. It vanishes with the execution.</summary>
/// <param name="Id">The id the outside world uses: of the task, the timer or the subscription.</param>
/// <param name="ExecutionId">Who waits.</param>
/// <param name="NodeId">The activity that waits.</param>
/// <param name="Key">The activity's own name for this wait, unique within the execution.</param>
public abstract record Wait(string Id, string ExecutionId, string NodeId, string Key)
{
    /// <summary>A human task, and the outcomes it may be completed with.</summary>
    public sealed record ForTask(
        string Id,
        string ExecutionId,
        string NodeId,
        string Key,
        IReadOnlyList<string> Outcomes
    ) : Wait(Id, ExecutionId, NodeId, Key);

    /// <summary>A moment.</summary>
    public sealed record ForTimer(
        string Id,
        string ExecutionId,
        string NodeId,
        string Key,
        DateTimeOffset DueAt,
        TimerKind Kind
    ) : Wait(Id, ExecutionId, NodeId, Key);

    /// <summary>An event by name, case-sensitive.</summary>
    public sealed record ForEvent(string Id, string ExecutionId, string NodeId, string Key, string Name)
        : Wait(Id, ExecutionId, NodeId, Key)
    {
        /// <summary>The instance's correlation id when the wait was opened, by which events may be addressed.</summary>
        public string? CorrelationId { get; init; }
    }

    /// <summary>News of a child instance, whose id is the wait's.</summary>
    public sealed record ForChild(string Id, string ExecutionId, string NodeId, string Key)
        : Wait(Id, ExecutionId, NodeId, Key);

    /// <summary>The end of a request to another system.</summary>
    public sealed record ForCall(string Id, string ExecutionId, string NodeId, string Key, string Address)
        : Wait(Id, ExecutionId, NodeId, Key);
}
