using CaseFlow.Workflows.Activities.Flow;
using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Workflows.Proofs;

/// <summary>What is sure of the places where ways of a flowchart meet. Nothing is sure in a chart with loops, whose ways count in rounds.</summary>
internal static class Joins
{
    /// <summary>
    /// Whether an activity runs once a way into it was followed. A join that waits for all is passed over when another way is not, and
    /// whatever is behind it as well: the gate, too.
    /// </summary>
    public static bool SurelyRuns(FlowGraph graph, ActivityNode target) =>
        graph.Inbound(target.Id).Take(2).Count() < 2
        || (
            HasRoundsOfOne(graph)
            && (target.Type != "Elsa.FlowJoin" || Mode(target) is JoinMode.WaitAny or JoinMode.WaitAllActive)
        );

    /// <summary>
    /// The ways that were all followed, and all after a certain step, when this join runs. Empty when that is not sure: unless the join waits
    /// for all, in a chart without loops and with one start.
    /// </summary>
    /// <param name="graph">The chart.</param>
    /// <param name="join">One of its activities.</param>
    /// <param name="after">The activity of the chart that the step is in; null when the step is before the whole chart.</param>
    public static IEnumerable<FlowConnection> AllFollowed(FlowGraph graph, ActivityNode join, ActivityNode? after)
    {
        if (
            join.Type != "Elsa.FlowJoin"
            || Mode(join) is not JoinMode.WaitAll
            || !HasRoundsOfOne(graph)
            || graph.Activities.Any(a => a.CanStartWorkflow && a != graph.Start)
        )
        {
            return [];
        }
        // A branch that may have come before the step proves nothing about what came after it.
        return graph
            .Paths!.ForwardInbound(join.Id)
            .Where(c => after is null || !IsReached(graph, c.Source, without: after));
    }

    private static bool HasRoundsOfOne(FlowGraph graph) =>
        graph.Paths is { } paths && !graph.Connections.Any(paths.IsBackward);

    private static bool IsReached(FlowGraph graph, ActivityNode activity, ActivityNode without)
    {
        var seen = new HashSet<ActivityNode> { without };
        var open = new Stack<ActivityNode>([activity]);
        while (open.TryPop(out var at))
        {
            if (!seen.Add(at))
            {
                continue;
            }
            if (at == graph.Start)
            {
                return true;
            }
            foreach (var connection in graph.Paths!.ForwardInbound(at.Id))
            {
                open.Push(connection.Source);
            }
        }
        return false;
    }

    /// <summary>Null when an expression decides.</summary>
    private static JoinMode? Mode(ActivityNode join) =>
        join.Input("mode") switch
        {
            null or { IsUnset: true } => JoinMode.WaitAny,
            { Syntax: "Literal", Text: var text } when Enum.TryParse<JoinMode>(text, ignoreCase: true, out var mode) =>
                mode,
            _ => null,
        };
}
