namespace CaseFlow.Workflows.Definitions.Checks;

/// <summary>Checks the shape of a flowchart.</summary>
internal static class FlowChecks
{
    public static void Check(ActivityNode flowchart, NodeTypes types, Findings findings)
    {
        if (flowchart.Graph is not { } graph)
        {
            return;
        }
        if (graph.Start is null)
        {
            findings.Error("flowchart.no-start", flowchart, null, "The flowchart is empty: there is nothing to start.");
            return;
        }
        var starts = Starts(graph);
        StartIsPlain(flowchart, graph, findings);
        Dangling(graph, starts, findings);
        Loops(graph, starts, findings);
        Outcomes(graph, types, findings);
    }

    /// <summary>Every activity the chart may begin with: a trigger that starts an instance comes before all rules.</summary>
    private static List<FlowPaths> Starts(FlowGraph graph) =>
        [.. graph.Activities.Where(a => a == graph.Start || a.CanStartWorkflow).Select(graph.PathsFrom)];

    private static void StartIsPlain(ActivityNode flowchart, FlowGraph graph, Findings findings)
    {
        var marked = graph.Start!.Type == "Elsa.Start" || graph.Start.CanStartWorkflow;
        if (!marked && graph.Inbound(graph.Start.Id).Any())
        {
            findings.Error(
                "flowchart.no-start",
                flowchart,
                null,
                "Something leads to every activity and none is marked as the start.",
                ("guessed", graph.Start.Id)
            );
        }
    }

    private static void Dangling(FlowGraph graph, List<FlowPaths> starts, Findings findings)
    {
        foreach (var activity in graph.Activities.Where(a => starts.All(s => s.IsDangling(a.Id))))
        {
            findings.Error(
                "activity.dangling",
                activity,
                null,
                $"Nothing leads from the start to '{activity.Id}'.",
                ("start", graph.Start!.Id)
            );
        }
    }

    private static void Loops(FlowGraph graph, List<FlowPaths> starts, Findings findings)
    {
        foreach (var connection in graph.Connections)
        {
            if (starts.Find(s => s.IsBackward(connection) && !s.IsValidBackward(connection)) is { } paths)
            {
                findings.Error(
                    "connection.backward-invalid",
                    connection.Source,
                    null,
                    $"The loop {connection} jumps to an activity that not every way from the start has passed.",
                    ("source", connection.Source.Id),
                    ("target", connection.Target.Id),
                    ("start", paths.Start.Id)
                );
            }
        }
    }

    private static void Outcomes(FlowGraph graph, NodeTypes types, Findings findings)
    {
        foreach (var connections in graph.Connections.GroupBy(c => c.Source))
        {
            var source = connections.Key;
            if (types.Of(source) is not { } descriptor)
            {
                continue;
            }
            var offered = descriptor.Outcomes(source);
            foreach (var connection in connections.Where(c => !offered.Contains(c.SourcePort ?? "Done")))
            {
                findings.Error(
                    "connection.outcome-unknown",
                    source,
                    null,
                    $"'{source.Id}' never leaves by '{connection.SourcePort ?? "Done"}'.",
                    ("outcome", connection.SourcePort ?? "Done"),
                    ("outcomes", offered),
                    ("target", connection.Target.Id)
                );
            }
        }
    }
}
