using System.Text.Json.Nodes;
using CaseFlow.Workflows.Execution;
using CaseFlow.Workflows.Tests.Execution;

namespace CaseFlow.Workflows.Tests.Activities;

public sealed class StructureTests
{
    private const string Week = """{"timeSpan":"7.00:00:00"}""";

    [Fact]
    public void A_sequence_runs_one_activity_after_the_other()
    {
        var story = Play(Sequence(Line("a"), Wait("w"), Line("b")));

        Assert.Equal(["a"], story.Lines);
        Assert.Equal(["a", "b"], story.WaitDays(7).Lines);
        Assert.Equal(InstanceSubStatus.Finished, story.Status);
    }

    [Fact]
    public void A_sequence_stops_after_an_end() =>
        Assert.Equal(["a"], Play(Sequence(Line("a"), Chart.Activity("e", "Elsa.End"), Line("b"))).Lines);

    [Fact]
    public void Parallel_activities_all_start_and_the_last_one_ends_them()
    {
        var parallel = Holding(Chart.Activity("p", "Elsa.Parallel"), "activities", Wait("w"), Line("a"));
        var story = Play(Sequence(parallel, Line("z")));

        Assert.Equal(["a"], story.Lines);
        Assert.Equal(["a", "z"], story.WaitDays(7).Lines);
    }

    [Fact]
    public void A_fork_for_any_goes_on_with_the_first_branch_and_cancels_the_rest()
    {
        var fork = Holding(
            Chart.Activity("k", "Elsa.Fork", """{"joinMode":"WaitAny"}"""),
            "branches",
            Wait("w"),
            Line("a")
        );
        var story = Play(Sequence(fork, Line("z")));

        Assert.Equal(["a", "z"], story.Lines);
        Assert.Empty(story.Timers);
    }

    [Theory]
    [InlineData("true", "yes")]
    [InlineData("false", "no")]
    public void If_runs_one_of_its_two_activities(string condition, string line)
    {
        var choice = Chart.Activity("i", "Elsa.If", $$"""{"condition":{{condition}}}""");
        (choice["then"], choice["else"]) = (Line("yes"), Line("no"));

        Assert.Equal([line, "z"], Play(Sequence(choice, Line("z"))).Lines);
    }

    [Fact]
    public void A_switch_runs_the_activity_of_the_case_that_holds_or_the_default()
    {
        Assert.Equal(["one", "z"], Play(Sequence(Switch("true"), Line("z"))).Lines);
        Assert.Equal(["other", "z"], Play(Sequence(Switch("false"), Line("z"))).Lines);
    }

    [Fact]
    public void While_evaluates_its_condition_before_every_pass()
    {
        var loop = Chart.Activity("w", "Elsa.While", $$"""{"condition":{{Js("variables.n < 3")}}}""");
        loop["body"] = Sequence("body", Script("i", "variables.n = variables.n + 1"), Say("b", "getN()"));

        Assert.Equal(["1", "2", "3"], Play(loop).Lines);
    }

    [Theory]
    [InlineData("""{"start":1,"end":3}""", "1 2 3")]
    [InlineData("""{"start":1,"end":3,"outerBoundInclusive":false}""", "1 2")]
    [InlineData("""{"start":6,"end":1,"step":-2}""", "6 4 2")]
    [InlineData("""{"start":2,"end":1}""", "")]
    public void For_counts_from_start_to_end(string inputs, string lines)
    {
        var loop = Chart.Activity("l", "Elsa.For", inputs);
        loop["body"] = Say("b", "getVariable('CurrentValue')");

        Assert.Equal(lines, string.Join(' ', Play(loop).Lines));
    }

    [Fact]
    public void For_each_walks_over_its_items_also_across_waits()
    {
        var loop = Chart.Activity("l", "Elsa.ForEach", $$"""{"items":{{Js("['a','b']")}}}""");
        loop["body"] = Sequence("body", Wait("w"), Say("b", "getCurrentIndex() + getCurrentValue()"));
        var story = Play(loop);

        Assert.Equal(["0a"], story.WaitDays(7).Lines);
        Assert.Equal(["0a", "1b"], story.WaitDays(7).Lines);
        Assert.Equal(InstanceSubStatus.Finished, story.Status);
    }

    [Fact]
    public void Parallel_for_each_gives_every_body_its_own_item()
    {
        var loop = Chart.Activity("l", "Elsa.ParallelForEach", $$"""{"items":{{Js("['a','b']")}}}""");
        loop["body"] = Sequence("body", Wait("w"), Say("b", "getCurrentIndex() + getCurrentValue()"));
        var story = Play(loop);

        Assert.Equal(2, story.Timers.Count);
        Assert.Equal(["0a", "1b"], story.WaitDays(7).Lines);
    }

    [Fact]
    public void Parallel_for_each_over_a_text_runs_nothing()
    {
        var loop = Chart.Activity("l", "Elsa.ParallelForEach", """{"items":"text"}""");
        loop["body"] = Line("b");

        Assert.Equal(["z"], Play(Sequence(loop, Line("z"))).Lines);
    }

    [Fact]
    public void Break_leaves_the_nearest_loop_only()
    {
        var inner = Chart.Activity("inner", "Elsa.For", """{"start":1,"end":9}""");
        inner["body"] = Sequence(
            "body",
            Say("b", "getVariable('CurrentValue')"),
            Chart.Activity("x", "Elsa.Break"),
            Line("never")
        );
        var outer = Chart.Activity("outer", "Elsa.For", """{"start":1,"end":2}""");
        outer["body"] = Sequence("each", inner, Line("after"));

        Assert.Equal(["1", "after", "1", "after"], Play(outer).Lines);
    }

    [Fact]
    public void A_break_deep_in_the_body_stops_the_sequences_around_it()
    {
        var choice = Chart.Activity("i", "Elsa.If", """{"condition":true}""");
        choice["then"] = Chart.Activity("x", "Elsa.Break");
        var loop = Chart.Activity("l", "Elsa.For", """{"start":1,"end":9}""");
        loop["body"] = Sequence("body", choice, Line("never"));

        Assert.Empty(Play(loop).Lines);
    }

    [Fact]
    public void A_flow_node_runs_its_body()
    {
        var node = Chart.Activity("n", "Elsa.FlowNode");
        node["body"] = Line("b");

        Assert.Equal(["b", "z"], Play(Sequence(node, Line("z"))).Lines);
    }

    private static JsonObject Switch(string condition)
    {
        var choice = Chart.Activity("s", "Elsa.Switch");
        choice["cases"] = new JsonArray(
            new JsonObject
            {
                ["label"] = "1",
                ["condition"] = new JsonObject { ["type"] = "Literal", ["value"] = condition },
                ["activity"] = Line("one"),
            }
        );
        choice["default"] = Line("other");
        return choice;
    }

    private static JsonObject Line(string id) => Chart.Activity(id, "Elsa.WriteLine", $$"""{"text":"{{id}}"}""");

    private static JsonObject Say(string id, string script) =>
        Chart.Activity(id, "Elsa.WriteLine", $$"""{"text":{{Js(script)}}}""");

    private static JsonObject Script(string id, string script) =>
        Chart.Activity(id, "Elsa.RunJavaScript", $$"""{"script":"{{script}}"}""");

    private static JsonObject Wait(string id) => Chart.Activity(id, "Elsa.Delay", Week);

    private static JsonObject Sequence(params JsonNode[] activities) => Sequence("q", activities);

    private static JsonObject Sequence(string id, params JsonNode[] activities) =>
        Holding(Chart.Activity(id, "Elsa.Sequence"), "activities", activities);

    private static JsonObject Holding(JsonObject container, string port, params JsonNode[] activities)
    {
        container[port] = new JsonArray(activities);
        return container;
    }

    private static string Js(string script) =>
        $$"""{"typeName":"Object","expression":{"type":"JavaScript","value":"{{script}}"} }""";

    private static Story Play(JsonNode root) =>
        new Story(
            Chart.Definition(root, """{"variables":[{"id":"n","name":"n","typeName":"Int32","value":"0"}]}""")
        ).Start();
}
