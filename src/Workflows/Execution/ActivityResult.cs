using CaseFlow.Domain.Cases;
using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Workflows.Execution;

/// <summary>
/// What an activity answers when it is run or resumed: changes, applied first and in order, and how its turn ends. A closed set; only
/// the executor carries it out.
/// </summary>
public abstract record ActivityResult
{
    private ActivityResult() { }

    /// <summary>Applied before the turn ends.</summary>
    public IReadOnlyList<Change> Changes { get; init; } = [];

    /// <summary>The activity is done; its waits and open children end with it.</summary>
    /// <param name="Outcomes">Null stands for the default outcome, which <c>Done</c> and nameless ports follow.</param>
    public sealed record Completed(IReadOnlyList<string>? Outcomes = null) : ActivityResult;

    /// <summary>The activity stays open until one of its waits ends.</summary>
    /// <param name="State">New memory; null keeps what there is.</param>
    public sealed record Waiting(ActivityState? State = null) : ActivityResult;

    /// <summary>The activity stays open for its children.</summary>
    /// <param name="Start">Children to queue now, in order; may be empty when others are still open.</param>
    /// <param name="State">New memory; null keeps what there is.</param>
    public sealed record Scheduling(IReadOnlyList<ChildRun> Start, ActivityState? State = null) : ActivityResult;

    /// <summary>The activity goes on with the domain's answer.</summary>
    /// <param name="Command">What the domain is asked.</param>
    /// <param name="State">New memory; null keeps what there is.</param>
    public sealed record Asking(CaseCommand Command, ActivityState? State = null) : ActivityResult;

    /// <summary>The activity fails and the burst with it.</summary>
    public sealed record Faulting(string Code, string Message) : ActivityResult;

    /// <summary>The whole instance ends now; nothing queued runs any more.</summary>
    public sealed record FinishingInstance : ActivityResult;

    /// <summary>The workflow completes with these outcomes; what is open is cancelled.</summary>
    public sealed record CompletingWorkflow(IReadOnlyList<string> Outcomes) : ActivityResult;
}

/// <summary>An embedded activity to run, with dynamic variables of its own.</summary>
public sealed record ChildRun(ActivityNode Node, IReadOnlyDictionary<string, object?>? Variables = null);

/// <summary>News of an embedded activity that completed.</summary>
/// <param name="Child">Which one.</param>
/// <param name="IsTerminal">It was an end (<c>End</c>, <c>Break</c> and the like): nothing should follow it.</param>
public sealed record ChildCompletion(ActivityNode Child, bool IsTerminal);
