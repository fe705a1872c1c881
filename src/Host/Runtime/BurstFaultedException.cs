using CaseFlow.Domain;
using CaseFlow.Host.Persistence;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Host.Runtime;

/// <summary>A burst ended in a fault: its transaction is rolled back, then an incident is recorded.</summary>
/// <param name="instanceId">The instance, still in the state of its last commit.</param>
/// <param name="caseNumber">The case it serves.</param>
/// <param name="incident">Cause and place.</param>
/// <param name="ownRefusal">Set when the rules refused the very task that somebody completed: an answer to that person, no incident.</param>
public sealed class BurstFaultedException(string instanceId, string? caseNumber, Incident incident, Refusal? ownRefusal)
    : Exception($"{incident.ActivityId}: {incident.Message}")
{
    public string InstanceId { get; } = instanceId;
    public string? CaseNumber { get; } = caseNumber;
    public Incident Incident { get; } = incident;
    public Refusal? OwnRefusal { get; } = ownRefusal;

    /// <summary>The instance that could not begin, in the state from which its start can be tried again; null for one that had begun.</summary>
    public InstanceRow? Begun { get; init; }

    /// <summary>The signal that was being carried out; the incident takes its place.</summary>
    public SignalRow? Signal { get; set; }
}
