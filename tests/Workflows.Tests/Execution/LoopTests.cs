using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Tests.Execution;

/// <summary>Loops made of connections. <c>n</c> and <c>m</c> are counters that start at 0.</summary>
public sealed class LoopTests
{
    private const string Variables = """
        { "variables": [
            { "id": "n", "name": "n", "typeName": "Int32", "value": "0" },
            { "id": "m", "name": "m", "typeName": "Int32", "value": "0" } ] }
        """;

    [Fact]
    public void A_loop_runs_its_body_until_the_decision_leaves_it()
    {
        var story = Play($"s -> a\n a -> more\n {Count("more", "n", 3)}\n more:True -> a\n more:False -> z");

        Assert.Equal(["s", "a", "a", "a", "z"], story.Lines);
        Assert.Equal(InstanceSubStatus.Finished, story.Status);
    }

    [Fact]
    public void Every_pass_of_a_loop_is_an_execution_of_its_own()
    {
        var story = Play($"s -> a\n a -> more\n {Count("more", "n", 3)}\n more:True -> a\n more:False -> z");

        var passes = story.Journal.Where(e => e is { ActivityId: "a", Event: JournalEvent.Started });
        Assert.Equal(3, passes.Select(e => e.ExecutionId).Distinct().Count());
    }

    [Fact]
    public void A_loop_inside_a_loop_starts_afresh_at_each_outer_pass()
    {
        var story = Play(
            $$"""
            s -> outer
            outer -> reset
            reset = Elsa.SetVariable {"variable":{"id":"m","name":"m"},"value":0}
            reset -> inner
            inner -> more
            {{Count("more", "m", 2)}}
            more:True -> inner
            more:False -> again
            {{Count("again", "n", 2)}}
            again:True -> outer
            again:False -> z
            """
        );

        Assert.Equal(["s", "outer", "inner", "inner", "outer", "inner", "inner", "z"], story.Lines);
    }

    [Fact]
    public void Loops_that_overlap_may_each_jump_back_to_where_they_begin()
    {
        var story = Play(
            $$"""
            s -> a
            a -> b
            b -> first
            {{Count("first", "n", 2)}}
            first:True -> a
            first:False -> c
            c -> second
            {{Count("second", "m", 2)}}
            second:True -> b
            second:False -> z
            """
        );

        Assert.Equal(["s", "a", "b", "a", "b", "c", "b", "c", "z"], story.Lines);
    }

    [Theory]
    [InlineData("WaitAll")]
    [InlineData("WaitAny")]
    [InlineData("WaitAllActive")]
    public void A_join_inside_a_loop_works_in_every_pass(string mode)
    {
        var story = Play(
            $$"""
            s -> h
            h -> a
            h -> b
            a -> j
            b -> j
            j = Elsa.FlowJoin {"mode":"{{mode}}"}
            j -> c
            c -> more
            {{Count("more", "n", 3)}}
            more:True -> h
            more:False -> z
            """
        );

        Assert.Equal("s h a b c h a b c h a b c z", string.Join(' ', story.Lines));
        Assert.Equal(InstanceSubStatus.Finished, story.Status);
    }

    [Fact]
    public void A_decision_inside_a_loop_may_take_another_branch_in_each_pass()
    {
        var story = Play(
            $$"""
            s -> h
            h -> d
            d = Elsa.FlowDecision {"condition":{{Script("getVariable('n') === 1")}} }
            d:True -> a
            d:False -> b
            a -> c
            b -> c
            c -> more
            {{Count("more", "n", 3)}}
            more:True -> h
            more:False -> z
            """
        );

        Assert.Equal(["s", "h", "b", "c", "h", "a", "c", "h", "b", "c", "z"], story.Lines);
    }

    [Fact]
    public void A_race_inside_a_loop_is_run_anew_in_each_pass()
    {
        var story = Play(
            $$"""
            s -> h
            h -> w
            h -> t
            w = Elsa.Delay {"timeSpan":"1.00:00:00"}
            t = Elsa.RunTask {"taskName":"x"}
            w -> j
            t -> j
            j = Elsa.FlowJoin {}
            j -> more
            {{Count("more", "n", 3)}}
            more:True -> h
            more:False -> z
            """
        );

        story.WaitDays(1).Complete("t").WaitDays(1);

        Assert.Equal(["s", "h", "h", "h", "z"], story.Lines);
        Assert.Empty(story.Tasks);
        Assert.Empty(story.Timers);
        Assert.Equal(InstanceSubStatus.Finished, story.Status);
    }

    [Fact]
    public void A_join_that_cancels_what_had_only_just_begun_works_in_every_pass()
    {
        var story = Play(
            $$"""
            s -> h
            h -> a
            h -> w
            w = Elsa.Delay {"timeSpan":"1.00:00:00"}
            a -> j
            w -> j
            j = Elsa.FlowJoin {}
            j -> more
            {{Count("more", "n", 3)}}
            more:True -> h
            more:False -> z
            """
        );

        Assert.Equal("s h a h a h a z", string.Join(' ', story.Lines));
        Assert.Empty(story.Timers);
    }

    [Fact]
    public void What_waits_at_the_head_of_a_loop_can_be_cancelled_and_reached_again()
    {
        var story = Play(
            $$"""
            s -> h
            s -> t
            h = Elsa.Delay {"timeSpan":"1.00:00:00"}
            t = Elsa.RunTask {"taskName":"x"}
            h -> x
            x:Done -> again
            again = Elsa.FlowDecision {"condition":true}
            again:True -> h
            again:False -> j
            t -> j
            j = Elsa.FlowJoin {}
            j -> more
            {{Count("more", "n", 2)}}
            more:True -> s
            more:False -> z
            """
        );

        story.WaitDays(1).Complete("t");
        story.WaitDays(1).Complete("t");

        Assert.Equal(["s", "x", "s", "x", "z"], story.Lines);
        Assert.Equal(InstanceSubStatus.Finished, story.Status);
    }

    [Fact]
    public void A_loop_without_end_faults_instead_of_running_forever()
    {
        var story = Play("s -> a\n a -> more\n more = Elsa.FlowDecision {\"condition\":true}\n more:True -> a");

        Assert.Equal("burst.endless", story.Incident!.Code);
    }

    /// <summary>Raises a counter and leaves by True as long as it is below a limit.</summary>
    private static string Count(string id, string variable, int limit)
    {
        var condition = Script(
            $"variables.{variable} = variables.{variable} + 1; return variables.{variable} < {limit}"
        );
        return $$"""{{id}} = Elsa.FlowDecision {"condition":{{condition}} }""";
    }

    private static string Script(string text) =>
        $$"""{"typeName":"Boolean","expression":{"type":"JavaScript","value":"{{text}}"} }""";

    private static Story Play(string text) => new Story(Chart.Read(text, Variables)).Start();
}
