using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Workflows.Tests.Definitions;

public class FlowGraphTests
{
    [Theory]
    [InlineData("a b s:Elsa.Start", "s>a", "s")]
    [InlineData("a b t!", "", "t")]
    [InlineData("a b t! s:Elsa.Start", "", "s")]
    [InlineData("a b c", "b>a c>b", "c")]
    [InlineData("a b", "a>b b>a", "a")]
    public void The_start_is_the_first_that_a_rule_names(string activities, string connections, string start) =>
        Assert.Equal(start, Graph(activities, connections).Start!.Id);

    [Fact]
    public void The_trigger_that_started_the_instance_comes_before_all_others() =>
        Assert.Equal("b", Graph("s:Elsa.Start b", "s>b").StartWhen("b")!.Id);

    [Fact]
    public void A_trigger_elsewhere_does_not_matter() =>
        Assert.Equal("s", Graph("s:Elsa.Start b", "s>b").StartWhen("elsewhere")!.Id);

    [Fact]
    public void An_empty_chart_has_no_start()
    {
        var graph = Graph("", "");
        Assert.Null(graph.Start);
        Assert.Null(graph.Paths);
    }

    [Theory]
    [InlineData("s>a a>b b>a", "b>a")]
    [InlineData("s>s", "s>s")]
    [InlineData("s>a s>b a>b b>a", "b>a")]
    [InlineData("s>a a>b b>c c>a c>s", "c>a c>s")]
    [InlineData("s>a s>b a>c b>c", "")]
    public void Connections_that_close_a_loop_lead_backward(string connections, string backward)
    {
        var graph = Graph("s:Elsa.Start a b c", connections);
        Assert.Equal(backward, Names(graph.Connections.Where(graph.Paths!.IsBackward)));
    }

    [Fact]
    public void Several_connections_of_one_pair_count_together()
    {
        var graph = Graph("s a b", "s>a:X s>a:Y a>b b>a:X b>a:Y");
        Assert.Equal("b>a b>a", Names(graph.Connections.Where(graph.Paths!.IsBackward)));
        Assert.Equal("s>a s>a a>b", Names(graph.Connections.Where(graph.Paths!.IsForward)));
    }

    [Fact]
    public void The_walk_is_breadth_first_so_the_nearer_connection_wins()
    {
        // Depth first would meet b>a before s>b's other branch and call a>b the loop.
        var graph = Graph("s a b", "s>a s>b b>a a>b");
        Assert.Equal("b>a", Names(graph.Connections.Where(graph.Paths!.IsBackward)));
    }

    [Fact]
    public void What_no_forward_connection_reaches_is_dangling()
    {
        var graph = Graph("s a x y", "s>a x>y y>x");
        Assert.Equal(["x", "y"], graph.Activities.Select(a => a.Id).Where(graph.Paths!.IsDangling));
        Assert.All(
            graph.Connections.Skip(1),
            c => Assert.False(graph.Paths!.IsForward(c) || graph.Paths!.IsBackward(c))
        );
    }

    [Theory]
    [InlineData("s>a a>b b>a", true)]
    [InlineData("s>a a>b a>c c>b b>a", true)]
    [InlineData("s>a s>b a>b b>a", false)]
    [InlineData("s>a s>c a>b c>b b>c", false)]
    [InlineData("s>a a>b b>s", true)]
    [InlineData("s>s", true)]
    public void A_loop_is_valid_when_every_way_to_its_source_passes_its_target(string connections, bool valid)
    {
        var graph = Graph("s:Elsa.Start a b c", connections);
        var last = graph.Connections[^1];
        Assert.True(graph.Paths!.IsBackward(last));
        Assert.Equal(valid, graph.Paths.IsValidBackward(last));
    }

    [Fact]
    public void A_forward_connection_is_no_valid_loop()
    {
        var graph = Graph("s a", "s>a");
        Assert.False(graph.Paths!.IsValidBackward(graph.Connections[0]));
    }

    [Fact]
    public void Forward_ancestors_leave_loops_out()
    {
        var graph = Graph("s a b c", "s>a a>b b>a s>c c>b");
        Assert.Equal(["a", "c", "s"], graph.Paths!.ForwardAncestors("b"));
        Assert.Equal(["s"], graph.Paths.ForwardAncestors("a"));
    }

    [Fact]
    public void Another_start_sees_other_loops()
    {
        var graph = Graph("s a b", "s>a a>b b>a");
        var fromB = graph.PathsFrom(graph.Activities[2]);
        Assert.Equal("a>b", Names(graph.Connections.Where(fromB.IsBackward)));
        Assert.True(fromB.IsDangling("s"));
        Assert.Same(fromB, graph.PathsFrom(graph.Activities[2]));
    }

    [Fact]
    public void A_random_chart_obeys_the_definition_of_forward_and_valid()
    {
        var random = new Random(99);
        for (var round = 0; round < 300; round++)
        {
            var ids = Enumerable.Range(0, random.Next(2, 9)).Select(i => "n" + i).ToList();
            var edges = Enumerable
                .Range(0, random.Next(1, 20))
                .Select(_ => $"{ids[random.Next(ids.Count)]}>{ids[random.Next(ids.Count)]}");
            var graph = Graph(string.Join(' ', ids), string.Join(' ', edges));
            AssertForwardPartHasNoLoop(graph);
            AssertValidityByEnumeration(graph);
        }
    }

    private static void AssertForwardPartHasNoLoop(FlowGraph graph)
    {
        var paths = graph.Paths!;
        Assert.All(
            graph.Activities,
            a =>
                Assert.DoesNotContain(
                    a.Id,
                    paths.ForwardInbound(a.Id).SelectMany(c => paths.ForwardAncestors(c.Source.Id).Append(c.Source.Id))
                )
        );
    }

    /// <summary>The rule taken at its word: list all forward paths and look.</summary>
    private static void AssertValidityByEnumeration(FlowGraph graph)
    {
        var paths = graph.Paths!;
        foreach (var back in graph.Connections.Where(paths.IsBackward))
        {
            var all = ForwardPaths(graph, graph.Start!.Id, back.Source.Id);
            Assert.Equal(all.All(p => p.Contains(back.Target.Id)), paths.IsValidBackward(back));
        }
    }

    private static IEnumerable<List<string>> ForwardPaths(FlowGraph graph, string from, string to) =>
        from == to
            ?
            [
                [to],
            ]
            : graph
                .Outbound(from)
                .Where(graph.Paths!.IsForward)
                .Select(c => c.Target.Id)
                .Distinct()
                .SelectMany(next => ForwardPaths(graph, next, to))
                .Select(p => p.Prepend(from).ToList());

    private static string Names(IEnumerable<FlowConnection> connections) =>
        string.Join(' ', connections.Select(c => $"{c.Source.Id}>{c.Target.Id}"));

    /// <summary><c>id</c>, <c>id:Type</c> or <c>id!</c> for a trigger; connections as <c>a>b</c> or <c>a>b:Port</c>.</summary>
    private static FlowGraph Graph(string activities, string connections)
    {
        var nodes = activities.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Node);
        var edges = connections.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Edge);
        return Documents
            .Read(Documents.Flowchart($"[{string.Join(',', nodes)}]", $"[{string.Join(',', edges)}]"))
            .Root.Graph!;
    }

    private static string Node(string text)
    {
        var parts = text.TrimEnd('!').Split(':');
        var type = parts.Length > 1 ? parts[1] : "X";
        return $$"""{ "id": "{{parts[0]}}", "type": "{{type}}", "canStartWorkflow": {{(text.EndsWith('!') ? "true" : "false")}} }""";
    }

    private static string Edge(string text)
    {
        var parts = text.Split('>', ':');
        var port = parts.Length > 2 ? parts[2] : "Done";
        return $$"""{ "source": "{{parts[0]}}", "sourcePort": "{{port}}", "target": "{{parts[1]}}" }""";
    }
}
