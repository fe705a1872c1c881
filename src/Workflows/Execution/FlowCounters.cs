using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Workflows.Execution;

/// <summary>The counters of one running flowchart while a burst works on them.</summary>
internal sealed class FlowCounters
{
    private readonly FlowScope before;
    private readonly Dictionary<string, long> visits;
    private readonly Dictionary<string, long> passed;
    private readonly HashSet<string> followed;
    private bool touched;

    public FlowCounters(FlowGraph graph, FlowScope before)
    {
        this.before = before;
        Graph = graph;
        var start = graph.Activities.FirstOrDefault(a => a.Id == before.StartId) ?? graph.Start!;
        Paths = graph.PathsFrom(start);
        visits = new(before.Visits, StringComparer.Ordinal);
        passed = new(before.Passed, StringComparer.Ordinal);
        followed = new(before.Followed, StringComparer.Ordinal);
    }

    public FlowGraph Graph { get; }

    public FlowPaths Paths { get; }

    public long Visits(string activityId) => visits.GetValueOrDefault(activityId);

    public long Passed(FlowConnection connection) => passed.GetValueOrDefault(connection.Key);

    public bool WasFollowed(FlowConnection connection) => followed.Contains(connection.Key);

    public void Visit(string activityId)
    {
        touched = true;
        visits[activityId] = Visits(activityId) + 1;
    }

    public void Pass(FlowConnection connection, bool isFollowed)
    {
        touched = true;
        passed[connection.Key] = Passed(connection) + 1;
        _ = isFollowed ? followed.Add(connection.Key) : followed.Remove(connection.Key);
    }

    /// <summary>Sorted where the order has no meaning, so that equal states are equal texts.</summary>
    public FlowScope Freeze() =>
        touched
            ? before with
            {
                Visits = visits.ToDictionary(),
                Passed = passed.ToDictionary(),
                Followed = [.. followed.Order(StringComparer.Ordinal)],
            }
            : before;
}
