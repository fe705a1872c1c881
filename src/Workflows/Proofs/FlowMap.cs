using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Workflows.Proofs;

/// <summary>
/// Every way that control can go through a definition and the workflows it uses. It knows no values: whatever a condition says, both of its
/// ways are there. What it cannot know it allows, so that a proof over all ways errs on the safe side. A way into one branch is a way
/// through the join; only <see cref="Joins"/> knows better.
/// </summary>
internal sealed class FlowMap(WorkflowDefinition definition, IActivityDescriptors types)
{
    private static readonly HashSet<string> Loops = new(StringComparer.Ordinal)
    {
        "Elsa.For",
        "Elsa.ForEach",
        "Elsa.ParallelForEach",
        "Elsa.While",
    };

    private static readonly HashSet<string> Choices = new(StringComparer.Ordinal)
    {
        "Elsa.If",
        "Elsa.Switch",
        "Elsa.Parallel",
        "Elsa.Fork",
        "Elsa.FlowNode",
    };

    /// <summary>Where an instance can begin: at the root, and at every trigger that may start one.</summary>
    public IEnumerable<Step> Starts =>
        definition
            .Activities.Where(a => a.CanStartWorkflow && !a.IsOfUsedWorkflow && a != definition.Root)
            .Prepend(definition.Root)
            .Select(Enter);

    public static Step Enter(ActivityNode node) => new(node, null);

    /// <summary>All ways to leave an activity.</summary>
    public IEnumerable<Step> Exits(ActivityNode node) => Outcomes(node).Select(o => new Step(node, o));

    /// <summary>What can come right after a step.</summary>
    public IEnumerable<Step> Next(Step step) =>
        step.Outcome is { } outcome ? After(step.Node, outcome) : Into(step.Node);

    private IEnumerable<Step> Into(ActivityNode node)
    {
        if (node.AllChildren.Count == 0)
        {
            // A terminal activity ends what is around it, whatever its outcome. A fault may be passed over by hand.
            return Exits(node).DefaultIfEmpty(new Step(node, "Done"));
        }
        if (node.Graph is { } graph)
        {
            return graph.Start is null ? Exits(node) : [Enter(graph.Start)];
        }
        return node.Type == "Elsa.Sequence" || node.Workflow is not null
            ? [Enter(node.AllChildren[0])]
            : [.. node.AllChildren.Select(Enter), .. Exits(node)];
    }

    private IEnumerable<Step> After(ActivityNode node, string outcome)
    {
        if (node.Parent is not { } parent || node.Type == "Elsa.Finish")
        {
            return [];
        }
        return node.Type switch
        {
            "Elsa.Break" => Broken(node),
            "Elsa.Complete" => Leave(Around(node, a => a.Workflow is not null)),
            "Elsa.End" => Leave(parent),
            _ when parent.Graph is { } graph => Along(parent, graph, node, outcome),
            _ when parent.Type == "Elsa.Sequence" => Following(parent, node),
            _ when parent.Workflow is not null || Choices.Contains(parent.Type) => Leave(parent),
            // A loop, or a container whose order is its own secret: anything in it may come next.
            _ => [.. parent.AllChildren.Select(Enter), .. Leave(parent)],
        };
    }

    private IEnumerable<Step> Along(ActivityNode flowchart, FlowGraph graph, ActivityNode node, string outcome)
    {
        var followed = graph.Outbound(node.Id).Where(c => (c.SourcePort ?? "Done") == outcome).ToList();
        var next = followed.Select(c => Enter(c.Target));
        // Where nothing follows, or what follows may be passed over, the chart may have nothing left to do.
        return followed.All(c => Joins.SurelyRuns(graph, c.Target)) && followed.Count > 0
            ? next
            : [.. next, .. Leave(flowchart)];
    }

    /// <summary>Everything around a break, up to the loop that it leaves, may end early; without a loop everything there is.</summary>
    private IEnumerable<Step> Broken(ActivityNode node)
    {
        for (var around = node.Parent; around is not null; around = around.Parent)
        {
            foreach (var step in Leave(around))
            {
                yield return step;
            }
            if (Loops.Contains(around.Type))
            {
                yield break;
            }
        }
    }

    private IEnumerable<Step> Following(ActivityNode sequence, ActivityNode node)
    {
        var next = sequence.AllChildren.SkipWhile(c => c != node).Skip(1).FirstOrDefault();
        return next is null ? Leave(sequence) : [Enter(next)];
    }

    private IEnumerable<Step> Leave(ActivityNode? node) =>
        node is null ? [] : Exits(node).DefaultIfEmpty(new Step(node, "Done"));

    private static ActivityNode? Around(ActivityNode node, Func<ActivityNode, bool> isMeant)
    {
        var around = node.Parent;
        while (around is not null && !isMeant(around))
        {
            around = around.Parent;
        }
        return around;
    }

    private IReadOnlyList<string> Outcomes(ActivityNode node) =>
        node.Workflow is { } workflow ? WorkflowUse.Describe(workflow).Outcomes(node)
        : types.TryGet(node.Type, node.Version, out var known) ? known.Outcomes(node)
        : ["Done"];
}

/// <summary>A moment on a way: an activity is entered, or left by an outcome.</summary>
/// <param name="Node">The activity.</param>
/// <param name="Outcome">Null when it is entered.</param>
internal readonly record struct Step(ActivityNode Node, string? Outcome);
