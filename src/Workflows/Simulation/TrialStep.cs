using CaseFlow.Domain.Cases;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Simulation;

/// <summary>One burst of a trial run.</summary>
/// <param name="At">The virtual moment.</param>
/// <param name="InstanceId">Whose burst it is.</param>
/// <param name="Definition">What that instance follows.</param>
/// <param name="Stimulus">What set it going.</param>
/// <param name="Ended">The wait that the stimulus ended, unless it was an event or a start.</param>
/// <param name="Burst">What it came to.</param>
/// <param name="Answers">What the case answered in it, in order.</param>
public sealed record TrialStep(
    DateTimeOffset At,
    string InstanceId,
    WorkflowDefinition Definition,
    Stimulus Stimulus,
    TrialWait? Ended,
    DriveResult Burst,
    IReadOnlyList<CaseAnswer> Answers
)
{
    /// <summary>Whether the rules said no to what somebody was just doing: that person is told, and nothing stops.</summary>
    public bool IsRefusal =>
        Burst.RefusedByCompletedTask
        || (Burst.Refusal is not null && Stimulus is Stimulus.EventReceived { By: not null });
}
