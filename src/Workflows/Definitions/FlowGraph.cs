using System.Collections.Concurrent;

namespace CaseFlow.Workflows.Definitions;

/// <summary>The activities and connections of one flowchart, in document order. Safe for many threads.</summary>
public sealed class FlowGraph
{
    private readonly ILookup<string, FlowConnection> outbound;
    private readonly ILookup<string, FlowConnection> inbound;
    private readonly ConcurrentDictionary<string, FlowPaths> paths = new(StringComparer.Ordinal);

    internal FlowGraph(IReadOnlyList<ActivityNode> activities, IReadOnlyList<FlowConnection> connections)
    {
        Activities = activities;
        Connections = connections;
        outbound = connections.ToLookup(c => c.Source.Id, StringComparer.Ordinal);
        inbound = connections.ToLookup(c => c.Target.Id, StringComparer.Ordinal);
        Start = StartWhen(trigger: null);
    }

    /// <summary>Direct children of the flowchart.</summary>
    public IReadOnlyList<ActivityNode> Activities { get; }

    /// <summary>Connections with both ends known; the others are reported by the reader and left out.</summary>
    public IReadOnlyList<FlowConnection> Connections { get; }

    /// <summary>Where the flowchart begins unless a trigger of its own started the instance; null when it is empty.</summary>
    public ActivityNode? Start { get; }

    /// <summary>Forward and backward connections as seen from <see cref="Start"/>; null when the flowchart is empty.</summary>
    public FlowPaths? Paths => Start is null ? null : PathsFrom(Start);

    /// <summary>
    /// Where the flowchart begins: the trigger that started the instance if it is a direct child; else the first <c>Elsa.Start</c>; else the
    /// first child that can start the workflow; else the first one that nothing leads to; else the first.
    /// </summary>
    /// <param name="trigger">Id of the activity that started the instance; null when nothing did.</param>
    public ActivityNode? StartWhen(string? trigger) =>
        Activities.FirstOrDefault(a => trigger is not null && a.Id == trigger)
        ?? Activities.FirstOrDefault(a => a.Type == "Elsa.Start")
        ?? Activities.FirstOrDefault(a => a.CanStartWorkflow)
        ?? Activities.FirstOrDefault(a => !inbound.Contains(a.Id))
        ?? (Activities.Count > 0 ? Activities[0] : null);

    /// <summary>Forward and backward connections as seen from a start; computed once per start.</summary>
    public FlowPaths PathsFrom(ActivityNode start)
    {
        ArgumentNullException.ThrowIfNull(start);
        return paths.GetOrAdd(start.Id, _ => new FlowPaths(this, start));
    }

    /// <summary>Connections that leave an activity, in document order.</summary>
    public IEnumerable<FlowConnection> Outbound(string activityId) => outbound[activityId];

    /// <summary>Connections that lead to an activity, in document order.</summary>
    public IEnumerable<FlowConnection> Inbound(string activityId) => inbound[activityId];
}
