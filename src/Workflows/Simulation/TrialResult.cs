using CaseFlow.Domain.Tasks;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Simulation;

/// <summary>What a trial run came to.</summary>
/// <param name="Lines">What <c>Elsa.WriteLine</c> wrote, of all instances, in order; also what was written before a fault.</param>
/// <param name="Status">Of the first instance, as Elsa reports it: a fault finishes it.</param>
/// <param name="SubStatus">Of the first instance, as Elsa reports it.</param>
/// <param name="Outputs">Of the first instance, as plain values.</param>
/// <param name="Waits">What is still waited for, in the order in which it began.</param>
/// <param name="Incidents">All faults, in order.</param>
/// <param name="Unused">What came from outside and nobody waited for.</param>
/// <param name="End">The virtual moment the run came to.</param>
public sealed record TrialResult(
    IReadOnlyList<string> Lines,
    InstanceStatus Status,
    InstanceSubStatus SubStatus,
    IReadOnlyDictionary<string, object?> Outputs,
    IReadOnlyList<TrialWait> Waits,
    IReadOnlyList<TrialIncident> Incidents,
    IReadOnlyList<TrialNews> Unused,
    DateTimeOffset End
);

/// <summary>Something that a trial run still waits for.</summary>
/// <param name="Kind"><c>event</c>, <c>timer</c>, <c>task</c>, <c>call</c> or <c>child</c>.</param>
/// <param name="ActivityId">Which activity waits.</param>
/// <param name="ActivityName">Its designer name.</param>
/// <param name="ActivityType">Its type.</param>
/// <param name="Name">Of the event or the task, or the child's instance id; null for a timer.</param>
/// <param name="DueAt">Of a timer.</param>
/// <param name="Outcomes">That a task may be completed with; else empty.</param>
/// <param name="InstanceId">Which instance waits.</param>
/// <param name="DefinitionId">Whose instance that is.</param>
public sealed record TrialWait(
    string Kind,
    string ActivityId,
    string? ActivityName,
    string ActivityType,
    string? Name,
    DateTimeOffset? DueAt,
    IReadOnlyList<string> Outcomes,
    string InstanceId,
    string DefinitionId
)
{
    /// <summary>Id of the wait: of the task, the timer, the request or the child.</summary>
    public string Id { get; init; } = "";

    /// <summary>What a task asks; null for other waits.</summary>
    public TaskOrder? Task { get; init; }

    /// <summary>Why a timer runs; null for other waits.</summary>
    public TimerKind? Timer { get; init; }
}

/// <summary>A fault of a trial run.</summary>
/// <param name="Code">Stable and dotted.</param>
/// <param name="Message">An English sentence.</param>
/// <param name="ActivityId">Which activity failed; null when it was none.</param>
/// <param name="ActivityName">Its designer name.</param>
/// <param name="ActivityType">Its type.</param>
/// <param name="InstanceId">Which instance it happened to.</param>
/// <param name="DefinitionId">Whose instance that is.</param>
/// <param name="At">The virtual moment.</param>
public sealed record TrialIncident(
    string Code,
    string Message,
    string? ActivityId,
    string? ActivityName,
    string? ActivityType,
    string InstanceId,
    string DefinitionId,
    DateTimeOffset At
);
