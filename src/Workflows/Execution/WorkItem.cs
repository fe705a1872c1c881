using System.Text.Json.Serialization;
using CaseFlow.Domain.Parties;

namespace CaseFlow.Workflows.Execution;

/// <summary>Work that stands in the instance's queue.</summary>
[JsonDerivedType(typeof(Run), "run")]
[JsonDerivedType(typeof(Resume), "resume")]
public abstract record WorkItem
{
    private WorkItem() { }

    /// <summary>An activity is to begin.</summary>
    /// <param name="NodeId">Which activity.</param>
    /// <param name="OwnerId">The execution around it, which hears of its completion; null for the root.</param>
    /// <param name="Backward">Reached through a backward connection.</param>
    /// <param name="Variables">Dynamic variables of the new execution, by name.</param>
    /// <param name="Leftover">Its container has ended: it runs once and nobody hears of it.</param>
    public sealed record Run(
        string NodeId,
        string? OwnerId,
        bool Backward = false,
        IReadOnlyDictionary<string, object?>? Variables = null,
        bool Leftover = false
    ) : WorkItem;

    /// <summary>A waiting activity is to go on. Dropped when it has gone meanwhile.</summary>
    public sealed record Resume(string ExecutionId, Resumption With) : WorkItem;
}

/// <summary>What a waiting activity is told when it goes on.</summary>
/// <param name="Key">The activity's own name for the wait that ended.</param>
[JsonDerivedType(typeof(TaskDone), "task")]
[JsonDerivedType(typeof(TimerFell), "timer")]
[JsonDerivedType(typeof(EventCame), "event")]
[JsonDerivedType(typeof(ChildNews), "child")]
[JsonDerivedType(typeof(CallAnswered), "call")]
public abstract record Resumption(string Key)
{
    /// <summary>Its task was completed.</summary>
    public sealed record TaskDone(
        string Key,
        string TaskId,
        string Outcome,
        IReadOnlyDictionary<string, object?> Data,
        Actor By
    ) : Resumption(Key);

    /// <summary>Its timer fell due.</summary>
    public sealed record TimerFell(string Key, TimerKind Kind) : Resumption(Key);

    /// <summary>Its event came.</summary>
    public sealed record EventCame(string Key, string Name, object? Payload, Actor? By) : Resumption(Key);

    /// <summary>A child instance it waited for told how it stands.</summary>
    public sealed record ChildNews(
        string Key,
        string ChildId,
        InstanceSubStatus SubStatus,
        IReadOnlyDictionary<string, object?> Output
    ) : Resumption(Key);

    /// <summary>Its request has ended.</summary>
    public sealed record CallAnswered(string Key, CallAnswer Answer) : Resumption(Key);
}
