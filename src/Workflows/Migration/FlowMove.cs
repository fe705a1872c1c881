using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Migration;

/// <summary>
/// Carries the counters of one running flowchart over to the new graph. What was counted keeps its count. A way that is new counts as
/// passed, and not followed, as often as its source was left before it existed; an activity that is new counts as visited as often as
/// the ways to it were passed. So nothing that lies in the past is run after the fact, and the next round through a loop runs all of it.
/// </summary>
internal sealed class FlowMove
{
    private readonly ActivityNode before;
    private readonly ActivityNode after;
    private readonly FlowScope scope;
    private readonly NodeMap map;
    private readonly IReadOnlySet<string> underWay;
    private readonly Findings findings;
    private readonly Dictionary<string, long> visits = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> passed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> departures = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> keys = new(StringComparer.Ordinal);
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    /// <param name="flow">The flowchart before and after.</param>
    /// <param name="scope">What was counted.</param>
    /// <param name="map">Which activity becomes which.</param>
    /// <param name="underWay">Old ids of the children that are open or queued.</param>
    /// <param name="findings">Where reasons go.</param>
    public FlowMove(
        (ActivityNode Before, ActivityNode After) flow,
        FlowScope scope,
        NodeMap map,
        IReadOnlySet<string> underWay,
        Findings findings
    )
    {
        (before, after) = flow;
        (this.scope, this.map, this.underWay, this.findings) = (scope, map, underWay, findings);
    }

    /// <summary>The counters under the new graph; null when they cannot be carried.</summary>
    public FlowScope? Carry()
    {
        if (Child(scope.StartId) is not { } start)
        {
            findings.Problem(MigrationCodes.StartGone, before.NodeId, scope.StartId);
            return null;
        }
        // An open child without counterpart is refused by itself; what its absence does to the counts only hides that.
        if (before.Graph!.Activities.Any(a => underWay.Contains(a.Id) && Child(a.Id) is null))
        {
            return null;
        }
        var (pathsBefore, paths) = (PathsBefore(), after.Graph!.PathsFrom(start));
        CarryKnown();
        foreach (var added in after.Graph.Activities.Where(a => !Carried(a)))
        {
            if (VisitsOf(added, paths) is var count and > 0)
            {
                visits[added.Id] = count;
            }
        }
        foreach (var way in after.Graph.Connections.Where(c => !known.Contains(c.Key)))
        {
            if (DeparturesOf(way.Source, paths) is var count and > 0)
            {
                passed[way.Key] = count;
            }
        }
        RefuseLostArrivals(pathsBefore);
        RefuseUnreachable(paths);
        foreach (var activity in after.Graph.Activities)
        {
            RefuseUnlessDecidable(activity, pathsBefore, paths);
        }
        var followed = scope.Followed.Where(keys.ContainsKey).Select(k => keys[k]).Order(StringComparer.Ordinal);
        return new FlowScope(start.Id, visits, passed, [.. followed]);
    }

    private FlowPaths PathsBefore() =>
        before.Graph!.PathsFrom(
            before.Graph.Activities.FirstOrDefault(a => a.Id == scope.StartId) ?? before.Graph.Start!
        );

    /// <summary>The counterpart of a child, if it is still a child of this flowchart.</summary>
    private ActivityNode? Child(string oldId)
    {
        var child = before.Graph!.Activities.FirstOrDefault(a => a.Id == oldId);
        return child is not null && map.Target(child) is { } target && target.Parent == after ? target : null;
    }

    private ActivityNode? Origin(ActivityNode activity) =>
        before.Graph!.Activities.FirstOrDefault(a => map.Target(a) == activity);

    private bool Carried(ActivityNode activity) => Origin(activity) is not null;

    private void CarryKnown()
    {
        foreach (var (id, count) in scope.Visits)
        {
            if (Child(id) is { } child)
            {
                visits[child.Id] = count;
            }
        }
        foreach (var way in before.Graph!.Connections)
        {
            if (Child(way.Source.Id) is not { } source)
            {
                continue;
            }
            var count = scope.Passed.GetValueOrDefault(way.Key);
            departures[source.Id] = Math.Max(departures.GetValueOrDefault(source.Id), count);
            if (Counterpart(way, source) is { } counterpart)
            {
                keys[way.Key] = counterpart.Key;
                known.Add(counterpart.Key);
            }
        }
        foreach (var (key, count) in scope.Passed)
        {
            if (keys.TryGetValue(key, out var renamed))
            {
                passed[renamed] = count;
            }
        }
    }

    private FlowConnection? Counterpart(FlowConnection way, ActivityNode source)
    {
        if (Child(way.Target.Id) is not { } target)
        {
            return null;
        }
        var same = after.Graph!.Outbound(source.Id).Where(c => c.Target == target && c.SourcePort == way.SourcePort);
        return same.OrderByDescending(c => c.TargetPort == way.TargetPort).FirstOrDefault();
    }

    private long PassedOf(FlowConnection way, FlowPaths paths) =>
        known.Contains(way.Key) ? passed.GetValueOrDefault(way.Key) : DeparturesOf(way.Source, paths);

    /// <summary>How often an activity was left; a run through a backward way leaves without being a visit.</summary>
    private long DeparturesOf(ActivityNode source, FlowPaths paths)
    {
        if (!Carried(source))
        {
            return VisitsOf(source, paths);
        }
        return departures.TryGetValue(source.Id, out var count) ? count : visits.GetValueOrDefault(source.Id);
    }

    /// <summary>Forward ways close no circle, so this ends.</summary>
    private long VisitsOf(ActivityNode added, FlowPaths paths)
    {
        if (!visits.TryGetValue(added.Id, out var count))
        {
            var ways = paths.ForwardInbound(added.Id).Select(way => PassedOf(way, paths)).ToList();
            count = ways.Count == 0 ? 0 : ways.Min();
        }
        return count;
    }

    private void RefuseLostArrivals(FlowPaths pathsBefore)
    {
        foreach (var way in before.Graph!.Connections.Where(c => pathsBefore.IsForward(c) && IsPending(c)))
        {
            if (scope.Followed.Contains(way.Key) && !keys.ContainsKey(way.Key))
            {
                findings.Problem(MigrationCodes.ArrivalLost, way.Target.NodeId, way.Key);
            }
        }
    }

    /// <summary>It has arrived at an activity that waits for others.</summary>
    private bool IsPending(FlowConnection way) =>
        scope.Passed.GetValueOrDefault(way.Key) > scope.Visits.GetValueOrDefault(way.Target.Id)
        && !underWay.Contains(way.Target.Id);

    private void RefuseUnreachable(FlowPaths paths)
    {
        foreach (var child in before.Graph!.Activities.Where(a => underWay.Contains(a.Id)))
        {
            if (Child(child.Id) is { } target && paths.IsDangling(target.Id))
            {
                findings.Problem(MigrationCodes.Unreachable, child.NodeId);
            }
        }
    }

    /// <summary>
    /// An activity is decided on when a way to it is passed. One whose ways have all been passed in the new graph, but that has not run,
    /// would be decided on by nobody.
    /// </summary>
    private void RefuseUnlessDecidable(ActivityNode activity, FlowPaths pathsBefore, FlowPaths paths)
    {
        var origin = Origin(activity);
        var ways = paths.ForwardInbound(activity.Id).ToList();
        if (origin is null || ways.Count == 0 || underWay.Contains(origin.Id))
        {
            return;
        }
        var waysBefore = pathsBefore.ForwardInbound(origin.Id).ToList();
        var isSame =
            waysBefore.Count == ways.Count && waysBefore.All(w => keys.TryGetValue(w.Key, out var k) && Has(ways, k));
        if (isSame)
        {
            return;
        }
        var visited = visits.GetValueOrDefault(activity.Id);
        if (ways.Min(way => PassedOf(way, paths)) > visited)
        {
            findings.Problem(MigrationCodes.WouldHang, origin.NodeId);
        }
        else if (
            activity.Type == "Elsa.FlowJoin"
            && waysBefore.Any(IsPending)
            && ways.Any(way => !known.Contains(way.Key) && PassedOf(way, paths) > visited)
        )
        {
            findings.Problem(MigrationCodes.JoinChanged, origin.NodeId);
        }
    }

    private static bool Has(List<FlowConnection> ways, string key) => ways.Exists(w => w.Key == key);
}
