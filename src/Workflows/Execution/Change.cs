using CaseFlow.Domain.Tasks;

namespace CaseFlow.Workflows.Execution;

/// <summary>One change an activity asks for. Waits are named by keys of the activity's own; the executor gives the ids.</summary>
public abstract record Change
{
    private Change() { }

    /// <summary>Puts a value out: into the register, and to the variable or workflow output it is bound to.</summary>
    public sealed record PutOut(string Output, object? Value) : Change;

    /// <summary>Assigns a variable in reach by id, converted to its type.</summary>
    public sealed record SetVariable(string VariableId, object? Value) : Change;

    /// <summary>Sets an output of the workflow.</summary>
    public sealed record SetWorkflowOutput(string Name, object? Value) : Change;

    /// <summary>Names the instance.</summary>
    public sealed record SetName(string? Name) : Change;

    /// <summary>Gives the instance a correlation id.</summary>
    public sealed record SetCorrelation(string? CorrelationId) : Change;

    /// <summary>Opens a task; the executor fills in its ids.</summary>
    public sealed record OpenTask(string Key, TaskOrder Task) : Change;

    /// <summary>Closes a task if it is open.</summary>
    public sealed record CloseTask(string Key) : Change;

    /// <summary>Starts a timer; one that runs under the same key is cancelled.</summary>
    public sealed record StartTimer(string Key, DateTimeOffset DueAt, TimerKind Kind) : Change;

    /// <summary>Cancels a timer if it runs.</summary>
    public sealed record CancelTimer(string Key) : Change;

    /// <summary>Listens for an event.</summary>
    public sealed record WaitForEvent(string Key, string Name) : Change;

    /// <summary>Reminds of a task if it is open.</summary>
    public sealed record Remind(string Key) : Change;

    /// <summary>Escalates a task if it is open.</summary>
    public sealed record Escalate(string Key, string Role) : Change;

    /// <summary>Sends an event, with a correlation id only to instances that wait under it.</summary>
    public sealed record Publish(string Name, object? Payload, bool Local, string? CorrelationId = null) : Change;

    /// <summary>Starts a child instance, and waits for its news if there is to be any.</summary>
    public sealed record StartChild(string Key, ChildStart Child) : Change;

    /// <summary>Asks another system and waits for its answer.</summary>
    public sealed record Call(string Key, HttpCall Request) : Change;

    /// <summary>Sends a message to each of these addresses; the body is HTML.</summary>
    public sealed record SendMail(IReadOnlyList<string> To, string Subject, string Html) : Change;

    /// <summary>Writes a line to the log.</summary>
    public sealed record WriteLine(string Text) : Change;

    /// <summary>Asks the loop around to end after this pass.</summary>
    public sealed record BreakLoop : Change;

    /// <summary>Cancels the embedded activities that are open and withdraws those that are queued.</summary>
    public sealed record CancelChildren : Change;

    /// <summary>Cancels what is open on the ways that lead here within the flowchart.</summary>
    public sealed record CancelAncestors : Change;
}
