using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Workflows.Proofs;

/// <summary>Looks for a way from somewhere to somewhere that avoids what it should pass.</summary>
internal static class Ways
{
    /// <summary>The shortest way to each target that is reached without passing a guard, as the activities on it.</summary>
    /// <param name="map">All ways.</param>
    /// <param name="from">Where they begin.</param>
    /// <param name="isGuard">A step that makes good; no way goes on from there.</param>
    /// <param name="isTarget">What should not be reached unguarded.</param>
    public static IReadOnlyDictionary<ActivityNode, IReadOnlyList<string>> Unguarded(
        FlowMap map,
        IEnumerable<Step> from,
        Func<Step, bool> isGuard,
        Func<ActivityNode, bool> isTarget
    )
    {
        var cameFrom = new Dictionary<Step, Step?>();
        var open = new Queue<Step>();
        var found = new Dictionary<ActivityNode, IReadOnlyList<string>>();
        foreach (var step in from)
        {
            Visit(step, null);
        }
        while (open.TryDequeue(out var step))
        {
            foreach (var next in map.Next(step))
            {
                Visit(next, step);
            }
        }
        return found;

        void Visit(Step step, Step? before)
        {
            if (isGuard(step) || !cameFrom.TryAdd(step, before))
            {
                return;
            }
            open.Enqueue(step);
            if (step.Outcome is null && isTarget(step.Node))
            {
                found.TryAdd(step.Node, Path(step, cameFrom));
            }
        }
    }

    private static List<string> Path(Step last, Dictionary<Step, Step?> cameFrom)
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
