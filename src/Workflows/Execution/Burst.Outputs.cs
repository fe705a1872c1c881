using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Expressions;

namespace CaseFlow.Workflows.Execution;

/// <content>The register of what activities put out, seen from an execution: only activities in the containers around it.</content>
internal sealed partial class Burst
{
    public object? OutputOf(Live? live, string activity, string? output)
    {
        var node =
            InReach(live).FirstOrDefault(n => n.Id == activity || n.Name == activity)
            ?? throw new ExpressionException($"No activity in reach has the id or name {activity}.");
        var name = output is null ? Known(node)?.MainOutput ?? "result" : CamelCase(output);
        return register.TryGet(node.NodeId, out var outputs) ? outputs!.GetValueOrDefault(name) : null;
    }

    public IEnumerable<(string Activity, string Output)> OutputsInReach(Live? live) =>
        from node in InReach(live)
        where node.Name is not null
        from output in Known(node)?.OutputKeys ?? []
        select (node.Name!, output);

    private static IEnumerable<ActivityNode> InReach(Live? live)
    {
        for (var around = live?.Node; around is not null; around = around.Parent)
        {
            foreach (var child in around.AllChildren.Append(around))
            {
                yield return child;
            }
        }
    }

    private static string CamelCase(string name) =>
        name.Length > 0 && char.IsUpper(name[0]) ? char.ToLowerInvariant(name[0]) + name[1..] : name;
}
