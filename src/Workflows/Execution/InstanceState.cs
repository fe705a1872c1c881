using CaseFlow.Domain.Parties;

namespace CaseFlow.Workflows.Execution;

/// <summary>
/// All that is known of a running instance between two bursts. Values inside are plain values
/// (see <see cref="Expressions.IExpressionScope"/>), so the state prints, compares and travels as text.
/// </summary>
public sealed partial record InstanceState
{
    /// <summary>Given by the caller; prefix of every id the instance gives out.</summary>
    public required string InstanceId { get; init; }

    /// <summary>Shared by all versions of the definition.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>The one version the instance is pinned to.</summary>
    public required string DefinitionVersionId { get; init; }

    /// <summary>The version's number.</summary>
    public required int DefinitionVersion { get; init; }

    /// <summary>Running or finished.</summary>
    public InstanceStatus Status { get; init; } = InstanceStatus.Running;

    /// <summary>How exactly it runs, or how it ended.</summary>
    public InstanceSubStatus SubStatus { get; init; } = InstanceSubStatus.Pending;

    /// <summary>Set by <c>Elsa.SetName</c> or a script.</summary>
    public string? Name { get; init; }

    /// <summary>Set by <c>Elsa.Correlate</c> or a script.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The last number used in an id. Never goes back.</summary>
    public long Counter { get; init; }

    /// <summary>The last number used in the journal.</summary>
    public long JournalSequence { get; init; }

    /// <summary>Workflow inputs by name.</summary>
    public IReadOnlyDictionary<string, object?> Input { get; init; } = Nothing;

    /// <summary>Workflow outputs by name.</summary>
    public IReadOnlyDictionary<string, object?> Output { get; init; } = Nothing;

    /// <summary>Outcomes given by <c>Elsa.Complete</c>; empty stands for <c>Done</c>.</summary>
    public IReadOnlyList<string> Outcomes { get; init; } = [];

    /// <summary>Workflow variables by variable id.</summary>
    public IReadOnlyDictionary<string, object?> Variables { get; init; } = Nothing;

    /// <summary>Variables that scripts made on the way, by name.</summary>
    public IReadOnlyDictionary<string, object?> Dynamic { get; init; } = Nothing;

    /// <summary>What each activity last put out: by node id, then by output name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, object?>> Register { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, object?>>();

    /// <summary>Result of the latest activity that had one.</summary>
    public object? LastResult { get; init; }

    /// <summary>The latest event of each name that was waited for, with who caused it.</summary>
    public IReadOnlyDictionary<string, ReceivedEvent> Events { get; init; } = new Dictionary<string, ReceivedEvent>();

    /// <summary>Unfinished activity executions, oldest first.</summary>
    public IReadOnlyList<ActivityExecution> Executions { get; init; } = [];

    /// <summary>Work not yet begun, in order. Empty unless the domain is being asked.</summary>
    public IReadOnlyList<WorkItem> Queue { get; init; } = [];

    /// <summary>What the instance waits for, oldest first.</summary>
    public IReadOnlyList<Wait> Waits { get; init; } = [];

    /// <summary>The question that stands between two parts of one burst.</summary>
    public PendingAsk? Ask { get; init; }

    /// <summary>Node id of the trigger that started the instance, until it has run.</summary>
    public string? Trigger { get; init; }

    /// <summary>An activity that counts as completed instead of running, until that has happened.</summary>
    public PendingSkip? Skip { get; init; }

    /// <summary>When it started.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its latest burst ran.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When it finished; null while it runs.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    internal static IReadOnlyDictionary<string, object?> Nothing { get; } = new Dictionary<string, object?>();
}

/// <summary>Elsa's instance status.</summary>
public enum InstanceStatus
{
    /// <summary>Not at its end.</summary>
    Running,

    /// <summary>At its end; nothing moves it any more.</summary>
    Finished,
}

/// <summary>Elsa's instance sub-status, without those that an uninterrupted burst cannot show.</summary>
public enum InstanceSubStatus
{
    /// <summary>Created, but its first burst did not succeed yet.</summary>
    Pending,

    /// <summary>Within a burst: the domain is being asked.</summary>
    Executing,

    /// <summary>Waits.</summary>
    Suspended,

    /// <summary>Ended in the regular way.</summary>
    Finished,

    /// <summary>Ended from outside.</summary>
    Cancelled,

    /// <summary>Set by the host beside an incident; the engine itself rolls back instead.</summary>
    Faulted,
}

/// <summary>An event that resumed a wait.</summary>
public sealed record ReceivedEvent(object? Payload, Actor? By);

/// <summary>A question put to the domain, and the execution that needs the answer.</summary>
public sealed record PendingAsk(string AskId, string ExecutionId);

/// <summary>An operator's order to pass over an activity once.</summary>
public sealed record PendingSkip(string NodeId, string? Outcome);
