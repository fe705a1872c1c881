using CaseFlow.Workflows.Execution;
using CaseFlow.Workflows.Tests.Execution;
using static CaseFlow.Workflows.Migration.MigrationCodes;

namespace CaseFlow.Workflows.Tests.Migration;

/// <summary>Flowcharts whose new version has other activities and other ways.</summary>
public sealed class ChangedFlowTests
{
    private const string Task = """= Elsa.RunTask {"taskName":"x"}""";

    private static readonly string Row = $"""
        a -> t
        t {Task}
        t -> b
        """;

    private static readonly string Halves = $"""
        s -> t
        s -> u
        t {Task}
        u {Task}
        t -> a
        a -> j
        u -> j
        j -> z
        """;

    private static readonly string Loop = $$"""
        a -> t
        t {{Task}}
        t -> again
        again = Elsa.FlowDecision {"condition":{"typeName":"Boolean","expression":{"type":"JavaScript","value":"setN(getN() + 1); return getN() < 3"} } }
        again:True -> t
        again:False -> z
        """;

    [Fact]
    public void A_step_that_is_added_after_the_open_one_is_run()
    {
        var story = new Story(Chart.Read(Row)).Start();

        story
            .Move(Versions.Second(Row.Replace("t -> b", "t -> new\nnew -> b", StringComparison.Ordinal)))
            .Complete("t");

        Assert.Equal(["a", "new", "b"], story.Lines);
    }

    [Fact]
    public void A_step_that_is_added_before_the_open_one_is_not_run_after_the_fact()
    {
        var story = new Story(Chart.Read(Row)).Start();

        story
            .Move(Versions.Second(Row.Replace("a -> t", "a -> new\nnew -> t", StringComparison.Ordinal)))
            .Complete("t");

        Assert.Equal(["a", "b"], story.Lines);
    }

    [Fact]
    public void A_step_that_is_added_to_a_loop_is_run_from_the_next_round_on()
    {
        var story = new Story(Chart.Read(Loop, RandomFlowTests.Counter)).Start();
        story.Complete("t");
        var changed = Loop.Replace("t -> again", "t -> new\nnew -> again", StringComparison.Ordinal);

        story.Move(Versions.Second(changed, RandomFlowTests.Counter));
        story.Complete("t").Complete("t");

        Assert.Equal(["a", "new", "new", "z"], story.Lines);
        Assert.Equal(InstanceSubStatus.Finished, story.Status);
    }

    [Fact]
    public void A_finished_step_that_is_taken_out_is_not_missed()
    {
        var story = new Story(Chart.Read($"s -> a\n{Row}")).Start();

        story.Move(Versions.Second($"s -> t\nt {Task}\nt -> b"));

        Assert.Equal(["s", "a", "b"], story.Complete("t").Lines);
    }

    [Fact]
    public void A_join_with_half_its_ways_arrived_runs_once_when_the_others_come()
    {
        var story = new Story(Chart.Read(Halves)).Start();
        story.Complete("t");

        story.Move(Versions.Second(Halves.Replace("j -> z", "j -> new\nnew -> z", StringComparison.Ordinal)));

        Assert.Equal(["s", "a", "j", "new", "z"], story.Complete("u").Lines);
    }

    [Fact]
    public void A_way_that_has_arrived_may_not_vanish()
    {
        var story = new Story(Chart.Read(Halves)).Start();
        story.Complete("t");

        var moved = story.TryMove(
            Versions.Second(Halves.Replace("a -> j", "a -> k\nk -> j", StringComparison.Ordinal))
        );

        Assert.Equal([ArrivalLost], moved.Codes());
        Assert.Null(moved.State);
    }

    [Fact]
    public void An_activity_that_waits_for_nothing_any_more_would_hang()
    {
        var story = new Story(Chart.Read(Halves)).Start();
        story.Complete("t");

        var moved = story.TryMove(Versions.Second(Halves.Replace("u -> j", "u -> k", StringComparison.Ordinal)));

        Assert.Equal([WouldHang], moved.Codes());
    }

    [Fact]
    public void A_join_may_not_get_a_way_whose_moment_has_passed()
    {
        var joining = Halves + "\nj = Elsa.FlowJoin {\"mode\":\"WaitAll\"}";
        var story = new Story(Chart.Read(joining)).Start();
        story.Complete("t");

        var moved = story.TryMove(Versions.Second(joining + "\ns -> j"));

        Assert.Equal([JoinChanged], moved.Codes());
    }

    [Fact]
    public void No_move_leads_past_the_study_gate()
    {
        var before =
            $"a -> t\nt {Task}\nt -> g\ng = CaseFlow.StudyGate\ng:Accepted -> r\nr = CaseFlow.CompleteRegistration";
        var behind =
            $"a -> g\ng = CaseFlow.StudyGate\ng:Accepted -> t\nt {Task}\nt -> r\nr = CaseFlow.CompleteRegistration";
        var without = $"a -> t\nt {Task}\nt -> r\nr = CaseFlow.CompleteRegistration";

        var moved = new Story(Chart.Read(before)).Start().TryMove(Versions.Second(behind));

        Assert.Contains((PastGate, "r"), moved.Problems.Select(p => (p.Code, p.Detail)));
        Assert.Empty(new Story(Chart.Read(before)).Start().TryMove(Versions.Second(before + "\nr -> z")).Problems);
        // It was on its way there without a gate before.
        Assert.Empty(new Story(Chart.Read(without)).Start().TryMove(Versions.Second(without + "\nr -> z")).Problems);
    }

    [Fact]
    public void A_renamed_step_takes_its_counts_along()
    {
        var story = new Story(Chart.Read(Halves)).Start();
        story.Complete("t");
        var renamed = Halves
            .Replace("a -> j", "b -> k", StringComparison.Ordinal)
            .Replace("t -> a", "t -> b", StringComparison.Ordinal)
            .Replace("u -> j", "u -> k", StringComparison.Ordinal)
            .Replace("j -> z", "k -> z", StringComparison.Ordinal);

        story.Move(Versions.Second(renamed), Versions.Renaming(("f:a", "f:b"), ("f:j", "f:k")));

        Assert.Equal(["s", "a", "k", "z"], story.Complete("u").Lines);
    }

    [Fact]
    public void An_open_step_to_which_no_way_leads_any_more_is_refused()
    {
        var story = new Story(Chart.Read(Row)).Start();

        var moved = story.TryMove(Versions.Second($"t {Task}\na -> b\nt -> b"));

        Assert.Contains(Unreachable, moved.Codes());
    }

    [Fact]
    public void A_flowchart_without_its_beginning_is_refused()
    {
        var story = new Story(Chart.Read(Row)).Start();

        Assert.Contains(StartGone, story.TryMove(Versions.Second($"q -> t\nt {Task}\nt -> b")).Codes());
    }
}
