using CaseFlow.Domain;
using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Parties;

namespace CaseFlow.Workflows.Execution;

/// <summary>What sets a burst going. One stimulus, one burst.</summary>
public abstract record Stimulus
{
    private Stimulus() { }

    /// <summary>A new instance begins.</summary>
    /// <param name="InstanceId">Prefix of every id the instance will ever give out; any text without blanks.</param>
    /// <param name="Input">Workflow inputs as plain values, by name; converted to the declared types.</param>
    /// <param name="StartActivityId">The trigger that fired, a child of the root; null starts as the graph says.</param>
    public sealed record Started(
        string InstanceId,
        IReadOnlyDictionary<string, object?> Input,
        string? StartActivityId = null
    ) : Stimulus
    {
        /// <summary>The event that started it, if one did; the trigger puts out its payload.</summary>
        public EventReceived? Event { get; init; }

        /// <summary>Correlation id of the new instance; null for none.</summary>
        public string? CorrelationId { get; init; }
    }

    /// <summary>A human task was completed; the task aggregate has already agreed.</summary>
    /// <param name="TaskId">As given out in <see cref="Effect.OpenTask"/>.</param>
    /// <param name="Outcome">One of the task's outcomes.</param>
    /// <param name="Data">What the form or page delivered, as plain values.</param>
    /// <param name="By">Who did it.</param>
    public sealed record TaskCompleted(
        string TaskId,
        string Outcome,
        IReadOnlyDictionary<string, object?> Data,
        Actor By
    ) : Stimulus;

    /// <summary>A timer fell due. A timer that no longer runs is ignored.</summary>
    public sealed record TimerDue(string TimerId) : Stimulus;

    /// <summary>An event arrived. It resumes every wait of that name (case-sensitive); none is no error.</summary>
    /// <param name="Name">What is waited for.</param>
    /// <param name="Payload">A plain value; null when the event carried nothing.</param>
    /// <param name="By">Who caused it; null for the system.</param>
    public sealed record EventReceived(string Name, object? Payload, Actor? By) : Stimulus
    {
        /// <summary>Only waits that were opened under this correlation id hear it; null for all.</summary>
        public string? CorrelationId { get; init; }
    }

    /// <summary>News of a child instance. A child that nobody waits for any more is ignored.</summary>
    /// <param name="ChildId">As given out in <see cref="Effect.StartChild"/>.</param>
    /// <param name="SubStatus">How it stands or has ended.</param>
    /// <param name="Output">Its workflow outputs so far, as plain values.</param>
    public sealed record ChildReported(
        string ChildId,
        InstanceSubStatus SubStatus,
        IReadOnlyDictionary<string, object?> Output
    ) : Stimulus;

    /// <summary>
    /// An operator lets a faulted activity, which an instance that goes on with incidents has kept, run again. Within
    /// <see cref="Skipped"/> it counts as completed instead. Ignored when the activity has gone meanwhile.
    /// </summary>
    /// <param name="NodeId">Which activity.</param>
    /// <param name="ExecutionId">Which run of it.</param>
    public sealed record Retried(string NodeId, string ExecutionId) : Stimulus;

    /// <summary>A request to another system has ended. One that nobody waits for any more is ignored.</summary>
    /// <param name="CallId">As given out in <see cref="Effect.Call"/>.</param>
    /// <param name="Answer">How.</param>
    public sealed record CallAnswered(string CallId, CallAnswer Answer) : Stimulus;

    /// <summary>The domain did what <see cref="Effect.AskDomain"/> asked for.</summary>
    public sealed record Answered(string AskId, CaseAnswer Answer) : Stimulus;

    /// <summary>The domain said no; the burst faults with the refusal.</summary>
    public sealed record Refused(string AskId, Refusal Refusal) : Stimulus;

    /// <summary>The whole instance ends now; everything open is closed.</summary>
    public sealed record Cancelled(string Reason, Actor By) : Stimulus;

    /// <summary>
    /// An operator repeats what faulted, but lets one activity count as completed instead of running it.
    /// </summary>
    /// <param name="Original">The stimulus of the incident.</param>
    /// <param name="NodeId">The activity to pass over, once.</param>
    /// <param name="Outcome">The outcome to follow from it; null for <c>Done</c>.</param>
    public sealed record Skipped(Stimulus Original, string NodeId, string? Outcome) : Stimulus;
}
