using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Workflows.Proofs;

/// <summary>Looks for a way from somewhere to somewhere that avoids what it should pass.</summary>
internal sealed class Ways
{
    private readonly FlowMap map;
    private readonly Step origin;
    private readonly Func<Step, bool> isGuard;
    private readonly Dictionary<Step, Step?> cameFrom = [];
    private readonly HashSet<FlowConnection> followed = new(ReferenceEqualityComparer.Instance);
    private readonly Queue<Step> open = new();

    private Ways(FlowMap map, Step origin, Func<Step, bool> isGuard) =>
        (this.map, this.origin, this.isGuard) = (map, origin, isGuard);

    /// <summary>The shortest way to each target that is reached without passing a guard, as the activities on it.</summary>
    /// <param name="map">All ways.</param>
    /// <param name="from">Where they begin. Each is looked at by itself: what was passed before it does not count for it.</param>
    /// <param name="isGuard">A step that makes good; no way goes on from there.</param>
    /// <param name="isTarget">What should not be reached unguarded.</param>
    public static IReadOnlyDictionary<ActivityNode, IReadOnlyList<string>> Unguarded(
        FlowMap map,
        IEnumerable<Step> from,
        Func<Step, bool> isGuard,
        Func<ActivityNode, bool> isTarget
    )
    {
        var found = new Dictionary<ActivityNode, IReadOnlyList<string>>();
        foreach (var origin in from)
        {
            var ways = new Ways(map, origin, isGuard);
            ways.Search();
            foreach (var step in ways.cameFrom.Keys.Where(s => s.Outcome is null && isTarget(s.Node)))
            {
                var path = ways.Path(step);
                if (!found.TryGetValue(step.Node, out var known) || path.Count < known.Count)
                {
                    found[step.Node] = path;
                }
            }
        }
        return found;
    }

    private void Search()
    {
        Visit(origin, before: null);
        while (open.TryDequeue(out var step))
        {
            foreach (var next in map.Next(step))
            {
                Visit(next, step);
            }
        }
    }

    private void Visit(Step step, Step? before)
    {
        if (!isGuard(step) && (before is not { } from || IsOpen(from, step)) && cameFrom.TryAdd(step, before))
        {
            open.Enqueue(step);
        }
    }

    /// <summary>A join that waits for all is reached unguarded only when every way into it is.</summary>
    private bool IsOpen(Step from, Step to)
    {
        if (to.Outcome is not null || to.Node.Parent is not { Graph: { } graph } chart || from.Node.Parent != chart)
        {
            return true;
        }
        followed.UnionWith(
            graph.Outbound(from.Node.Id).Where(c => c.Target == to.Node && (c.SourcePort ?? "Done") == from.Outcome)
        );
        return Joins.AllFollowed(graph, to.Node, PartOf(chart)).All(followed.Contains);
    }

    /// <summary>Where in a chart the ways begin; null when they begin before it.</summary>
    private ActivityNode? PartOf(ActivityNode chart)
    {
        var part = origin.Node;
        while (part is not null && part.Parent != chart)
        {
            part = part.Parent;
        }
        return part;
    }

    private List<string> Path(Step last)
    {
        var path = new List<string>();
        for (Step? step = last; step is { } at; step = cameFrom[at])
        {
            // Containers are left out: a reader follows the activities inside them.
            if (at.Node.AllChildren.Count == 0 && (path.Count == 0 || path[^1] != at.Node.Id))
            {
                path.Add(at.Node.Id);
            }
        }
        path.Reverse();
        return path;
    }
}
