using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Workflows.Migration;

/// <summary>Which activity of the old version is which one of the new version, explicit or by itself.</summary>
public sealed class NodeMap
{
    private readonly Dictionary<string, ActivityNode> targets = new(StringComparer.Ordinal);
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private readonly List<MigrationFinding> problems = [];

    /// <summary>Works out the map.</summary>
    /// <param name="from">The version that instances follow now.</param>
    /// <param name="to">The version that they are to follow.</param>
    /// <param name="named">New node path by old node path; an empty target counts as not named.</param>
    public NodeMap(WorkflowDefinition from, WorkflowDefinition to, IReadOnlyDictionary<string, string> named)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(named);
        foreach (var (source, target) in named.Where(n => n.Value.Length > 0))
        {
            Name(from, to, source, target);
        }
        foreach (var node in from.Activities.Where(n => !targets.ContainsKey(n.NodeId)))
        {
            if (ByItself(node, to) is { } target && taken.Add(target.NodeId))
            {
                targets[node.NodeId] = target;
            }
        }
        Unmapped = [.. from.Activities.Where(n => !targets.ContainsKey(n.NodeId))];
        Added = [.. to.Activities.Where(n => !taken.Contains(n.NodeId))];
    }

    /// <summary>What is wrong with what was named.</summary>
    public IReadOnlyList<MigrationFinding> Problems => problems;

    /// <summary>Activities of the old version without counterpart, in document order.</summary>
    public IReadOnlyList<ActivityNode> Unmapped { get; }

    /// <summary>Activities of the new version that none of the old one becomes, in document order.</summary>
    public IReadOnlyList<ActivityNode> Added { get; }

    /// <summary>The counterpart; null when there is none.</summary>
    public ActivityNode? Target(string nodeId) => targets.GetValueOrDefault(nodeId);

    /// <summary>The counterpart; null when there is none.</summary>
    public ActivityNode? Target(ActivityNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return Target(node.NodeId);
    }

    private void Name(WorkflowDefinition from, WorkflowDefinition to, string source, string target)
    {
        if (!from.ById.ContainsKey(source))
        {
            problems.Add(new MigrationFinding(MigrationCodes.UnknownSource, source));
        }
        else if (!to.ById.TryGetValue(target, out var node))
        {
            problems.Add(new MigrationFinding(MigrationCodes.UnknownTarget, source, target));
        }
        else if (!taken.Add(target))
        {
            problems.Add(new MigrationFinding(MigrationCodes.SharedTarget, source, target));
        }
        else
        {
            targets[source] = node;
        }
    }

    /// <summary>Below the counterpart of its container if that has one of the same id, else at the same path.</summary>
    private ActivityNode? ByItself(ActivityNode node, WorkflowDefinition to)
    {
        if (node.Parent is { } parent && Target(parent) is { } container)
        {
            return to.ById.GetValueOrDefault($"{container.NodeId}:{node.Id}");
        }
        return to.ById.GetValueOrDefault(node.NodeId);
    }
}
