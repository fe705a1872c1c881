namespace CaseFlow.Workflows.Definitions;

/// <summary>
/// Which connections of a flowchart lead forward and which lead back (loops), as seen from one start activity: a walk breadth first
/// in connection order accepts a connection unless its target already reaches its source over accepted ones. Connections that the walk
/// never meets are neither.
/// </summary>
public sealed class FlowPaths
{
    private readonly Dictionary<string, List<string>> accepted = new(StringComparer.Ordinal);
    private readonly HashSet<FlowConnection> forward = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<FlowConnection> backward = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> reached = new(StringComparer.Ordinal);
    private readonly ILookup<string, FlowConnection> forwardInbound;
    private readonly Dictionary<FlowConnection, bool> validBackward = new(ReferenceEqualityComparer.Instance);

    internal FlowPaths(FlowGraph graph, ActivityNode start)
    {
        Start = start;
        Walk(graph);
        forwardInbound = graph.Connections.Where(forward.Contains).ToLookup(c => c.Target.Id, StringComparer.Ordinal);
        foreach (var connection in backward)
        {
            validBackward[connection] = !Reaches(Start.Id, connection.Source.Id, without: connection.Target.Id);
        }
    }

    /// <summary>Where this view begins.</summary>
    public ActivityNode Start { get; }

    /// <summary>Whether the connection leads forward.</summary>
    public bool IsForward(FlowConnection connection) => forward.Contains(connection);

    /// <summary>Whether the connection closes a loop.</summary>
    public bool IsBackward(FlowConnection connection) => backward.Contains(connection);

    /// <summary>Forward connections that lead to an activity, in document order.</summary>
    public IEnumerable<FlowConnection> ForwardInbound(string activityId) => forwardInbound[activityId];

    /// <summary>Whether no forward connection leads to the activity and it is not the start. Completing it is a fault.</summary>
    public bool IsDangling(string activityId) => !reached.Contains(activityId);

    /// <summary>
    /// Whether a loop may jump along this backward connection: every forward path from the start to its source passes through its
    /// target. False for connections that are not backward.
    /// </summary>
    public bool IsValidBackward(FlowConnection connection) => validBackward.GetValueOrDefault(connection);

    /// <summary>Ids of all activities from which a forward path leads to this one, nearest first; the activity itself is left out.</summary>
    public IReadOnlyList<string> ForwardAncestors(string activityId)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { activityId };
        var found = new List<string>();
        var open = new Queue<string>([activityId]);
        while (open.TryDequeue(out var current))
        {
            foreach (var source in forwardInbound[current].Select(c => c.Source.Id).Where(seen.Add))
            {
                found.Add(source);
                open.Enqueue(source);
            }
        }
        return found;
    }

    private void Walk(FlowGraph graph)
    {
        reached.Add(Start.Id);
        var open = new Queue<string>([Start.Id]);
        while (open.TryDequeue(out var current))
        {
            foreach (var connection in graph.Outbound(current))
            {
                Judge(connection, open);
            }
        }
    }

    private void Judge(FlowConnection connection, Queue<string> open)
    {
        var (source, target) = (connection.Source.Id, connection.Target.Id);
        var known = accepted.TryGetValue(source, out var targets) && targets.Contains(target);
        if (!known && Reaches(target, source))
        {
            backward.Add(connection);
            return;
        }
        forward.Add(connection);
        if (known)
        {
            return;
        }
        (accepted[source] = targets ?? []).Add(target);
        if (reached.Add(target))
        {
            open.Enqueue(target);
        }
    }

    private bool Reaches(string from, string to, string? without = null)
    {
        if (from == without || to == without)
        {
            return false;
        }
        var seen = new HashSet<string>(StringComparer.Ordinal) { from };
        var open = new Stack<string>([from]);
        while (open.TryPop(out var current))
        {
            if (current == to)
            {
                return true;
            }
            foreach (var next in accepted.GetValueOrDefault(current) ?? [])
            {
                if (next != without && seen.Add(next))
                {
                    open.Push(next);
                }
            }
        }
        return false;
    }
}
