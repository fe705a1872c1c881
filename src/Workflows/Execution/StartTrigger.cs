using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Workflows.Execution;

/// <summary>An activity that may start a workflow.</summary>
/// <param name="Node">The activity.</param>
/// <param name="Inputs">Its inputs by camel-case key, evaluated without an instance.</param>
public sealed record StartTrigger(ActivityNode Node, IReadOnlyDictionary<string, object?> Inputs)
{
    /// <summary>The event that starts the workflow here; null for triggers of another kind.</summary>
    public string? EventName => Node.Type == Event ? Inputs.GetValueOrDefault("eventName") as string : null;

    private const string Event = "Elsa.Event";
}
