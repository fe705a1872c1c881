using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Tests.Execution;

public sealed class FlowTests
{
    private const string Day = """Elsa.Delay {"timeSpan":"1.00:00:00"}""";
    private const string Week = """Elsa.Delay {"timeSpan":"7.00:00:00"}""";

    [Fact]
    public void Activities_run_in_the_order_of_their_connections()
    {
        var story = Play("a -> b\n b -> c");

        Assert.Equal(["a", "b", "c"], story.Lines);
        Assert.Equal(InstanceSubStatus.Finished, story.Status);
    }

    [Fact]
    public void An_empty_flowchart_is_finished_at_once() => Assert.Equal(InstanceSubStatus.Finished, Play("").Status);

    [Fact]
    public void Branches_take_turns_one_activity_at_a_time()
    {
        var story = Play("s -> a1\n s -> b1\n a1 -> a2\n b1 -> b2");

        Assert.Equal(["s", "a1", "b1", "a2", "b2"], story.Lines);
    }

    [Fact]
    public void An_outcome_without_connection_is_a_dead_end() =>
        Assert.Equal(
            InstanceSubStatus.Finished,
            Play("d = Elsa.FlowDecision {\"condition\":true}\n d:False -> a").Status
        );

    [Fact]
    public void A_branch_that_is_not_taken_does_not_hold_up_where_branches_meet()
    {
        var story = Play(
            """
            d = Elsa.FlowDecision {"condition":true}
            d:True -> a
            d:False -> b
            b -> b2
            a -> c
            b2 -> c
            """
        );

        Assert.Equal(["a", "c"], story.Lines);
    }

    [Fact]
    public void An_activity_that_no_branch_leads_to_any_more_is_skipped_with_all_that_follows()
    {
        var story = Play(
            """
            d = Elsa.FlowDecision {"condition":false}
            d:True -> a
            a -> b
            b -> c
            """
        );

        Assert.Empty(story.Lines);
        Assert.Equal(InstanceSubStatus.Finished, story.Status);
    }

    [Fact]
    public void Where_branches_meet_the_activity_runs_once_after_the_last_of_them()
    {
        var story = Play($"s -> w1\n s -> w2\n w1 = {Day}\n w2 = {Week}\n w1 -> c\n w2 -> c");

        Assert.DoesNotContain("c", story.WaitDays(6).Lines);
        Assert.Equal(["s", "c"], story.WaitDays(1).Lines);
        Assert.Equal(InstanceSubStatus.Finished, story.Status);
    }

    [Theory]
    [InlineData("WaitAll", "s")]
    [InlineData("WaitAllActive", "s c")]
    [InlineData("WaitAny", "s c")]
    public void A_join_judges_a_branch_that_was_not_taken_by_its_mode(string mode, string lines)
    {
        var story = Play(
            $$"""
            s -> d
            s -> j
            d = Elsa.FlowDecision {"condition":true}
            d:False -> j
            j = Elsa.FlowJoin {"mode":"{{mode}}"}
            j -> c
            """
        );

        Assert.Equal(lines, string.Join(' ', story.Lines));
        Assert.Equal(InstanceSubStatus.Finished, story.Status);
    }

    [Fact]
    public void A_join_that_waits_for_all_runs_when_all_were_followed()
    {
        var story = Play($"s -> w\n s -> j\n w = {Day}\n w -> j\n j = Elsa.FlowJoin {{\"mode\":\"WaitAll\"}}\n j -> c");

        Assert.Equal(["s", "c"], story.WaitDays(1).Lines);
    }

    [Fact]
    public void The_first_branch_at_a_join_for_any_closes_the_task_of_the_other()
    {
        var story = Play(Race);

        story.WaitDays(1);

        Assert.Equal(["s", "c"], story.Lines);
        Assert.Empty(story.Tasks);
        Assert.Equal(InstanceSubStatus.Finished, story.Status);
    }

    [Fact]
    public void The_first_branch_at_a_join_for_any_stops_the_timer_of_the_other()
    {
        var story = Play(Race);

        story.Complete("t");

        Assert.Equal(["s", "c"], story.Lines);
        Assert.Empty(story.Timers);
        Assert.Contains(story.Journal, e => e is { Event: JournalEvent.Canceled, ActivityId: "w" });
    }

    private static string Race =>
        $"""
            s -> w
            s -> t
            w = {Day}
            t = Elsa.RunTask {Q("taskName", "decide")}
            w -> j
            t -> j
            j = Elsa.FlowJoin {Q("mode", "WaitAny")}
            j -> c
            """;

    [Fact]
    public void A_branch_that_is_queued_when_a_join_for_any_runs_still_runs_once()
    {
        var story = Play("s -> a\n s -> b\n a -> j\n b -> j\n j = Elsa.FlowJoin {}\n j -> c");

        Assert.Equal(["s", "a", "b", "c"], story.Lines);
    }

    [Fact]
    public void A_join_for_any_ends_a_flowchart_that_waits_on_the_other_branch()
    {
        var inner = Chart.Flowchart("inner", $"x = {Day}\n y = {Week}\n z -> x\n z -> y");
        var story = Play($"s -> inner\n s -> w\n w = {Day}\n inner -> j\n w -> j\n {J} -> c", inner);

        story.Wait(TimeSpan.FromHours(23));
        story.Raise("nothing");
        story.WaitDays(1);

        Assert.Contains("c", story.Lines);
        Assert.Empty(story.Timers);
        Assert.Equal(InstanceSubStatus.Finished, story.Status);
    }

    [Fact]
    public void A_join_for_any_ends_a_sequence_that_waits_on_the_other_branch()
    {
        var sequence = Chart.Activity("q", "Elsa.Sequence");
        sequence["activities"] = new System.Text.Json.Nodes.JsonArray(
            Chart.Activity("x", "Elsa.Delay", Q("timeSpan", "7.00:00:00"))
        );
        var story = Play($"s -> q\n s -> w\n w = {Day}\n q -> j\n w -> j\n {J} -> c", sequence);

        story.WaitDays(1);

        Assert.Equal(["s", "c"], story.Lines);
        Assert.Empty(story.Timers);
    }

    [Fact]
    public void A_cancelled_branch_counts_as_not_followed_further_on()
    {
        var story = Play($"s -> a\n s -> w\n w = {Week}\n a -> j\n w -> j\n w -> k\n a -> k\n {J} -> c\n k -> e");

        Assert.Equal(["s", "a", "k", "c", "e"], story.Lines);
        Assert.Equal(InstanceSubStatus.Finished, story.Status);
    }

    private const string J = "j = Elsa.FlowJoin {}\n j";

    [Fact]
    public void An_end_cancels_what_else_is_open_in_its_flowchart()
    {
        var story = Play($"s -> w\n s -> v\n w = {Week}\n v = {Day}\n v -> e\n e = Elsa.End {{}}\n w -> never");

        story.WaitDays(1);

        Assert.Equal(["s"], story.Lines);
        Assert.Empty(story.Timers);
        Assert.Equal(InstanceSubStatus.Finished, story.Status);
    }

    [Fact]
    public void An_end_inside_a_flowchart_lets_the_outer_one_go_on()
    {
        var inner = Chart.Flowchart("inner", $"x -> e\n x -> w\n e = Elsa.End {{}}\n w = {Week}\n w -> y");
        var story = Play("s -> inner\n inner -> c", inner);

        Assert.Equal(["s", "x", "c"], story.Lines);
        Assert.Equal(InstanceSubStatus.Finished, story.Status);
    }

    [Fact]
    public void Work_queued_behind_an_end_runs_once_and_nothing_follows()
    {
        var story = Play("s -> e\n s -> a\n e = Elsa.End {}\n a -> b");

        Assert.Equal(["s", "a"], story.Lines);
        Assert.Equal(InstanceSubStatus.Finished, story.Status);
    }

    [Fact]
    public void A_wait_queued_behind_an_end_is_withdrawn()
    {
        var story = Play($"s -> e\n s -> w\n e = Elsa.End {{}}\n w = {Day}");

        Assert.Empty(story.Timers);
        Assert.Equal(InstanceSubStatus.Finished, story.Status);
    }

    [Fact]
    public void Finish_ends_the_instance_from_any_depth_and_runs_nothing_that_is_queued()
    {
        var inner = Chart.Flowchart("inner", "x -> e\n x -> y\n e = Elsa.Finish {}");
        var story = Play($"s -> inner\n s -> w\n w = {Week}\n inner -> c", inner);

        Assert.Equal(["s", "x"], story.Lines);
        Assert.Empty(story.Timers);
        Assert.Equal(InstanceSubStatus.Finished, story.Status);
    }

    [Fact]
    public void Complete_ends_the_workflow_from_any_depth_with_its_outcomes()
    {
        var inner = Chart.Flowchart("inner", $"x -> e\n e = Elsa.Complete {Q("outcomes", "Approved")}");
        var story = Play($"s -> inner\n s -> w\n w = {Week}\n inner -> c", inner);

        Assert.Equal(["Approved"], story.State!.Outcomes);
        Assert.DoesNotContain("c", story.Lines);
        Assert.Equal(InstanceSubStatus.Finished, story.Status);
    }

    [Fact]
    public void A_back_connection_that_can_be_reached_past_its_target_faults()
    {
        var story = Play("s -> a\n s -> b\n a -> c\n b -> c\n c -> a");

        Assert.Equal("flow.invalid-backward-connection", story.Incident!.Code);
        Assert.Equal("c", story.Incident.ActivityId);
        Assert.Equal(InstanceSubStatus.Pending, story.State?.SubStatus ?? InstanceSubStatus.Pending);
    }

    [Fact]
    public void An_activity_that_the_flowchart_no_longer_leads_to_faults_when_it_completes()
    {
        var story = Play($"s -> w\n w = {Day}\n w -> c");
        var without = Chart.Read($"s -> c\n w = {Day}\n w -> c");

        var result = Story.Engine.Run(without, story.State, new Stimulus.TimerDue(story.Timers[0].TimerId), story.Now);

        Assert.Equal("flow.dangling-activity", Assert.IsType<BurstEnd.Faulted>(result.End).Incident.Code);
        Assert.Equal(story.State, result.State);
    }

    [Fact]
    public void A_switch_leaves_by_the_first_case_that_holds() =>
        Assert.Equal(["one"], Play(Switch("MatchFirst", first: true, second: true)).Lines);

    [Fact]
    public void A_switch_may_leave_by_every_case_that_holds() =>
        Assert.Equal(["one", "two"], Play(Switch("MatchAny", first: true, second: true)).Lines);

    [Fact]
    public void A_switch_without_match_leaves_by_default() =>
        Assert.Equal(["other"], Play(Switch("MatchFirst", first: false, second: false)).Lines);

    private static string Switch(string mode, bool first, bool second) =>
        $$"""
            x = Elsa.FlowSwitch {"mode":"{{mode}}","cases":[{"label":"1","condition":{{Case(
                first
            )}}},{"label":"2","condition":{{Case(second)}}}]}
            x:1 -> one
            x:2 -> two
            x:Default -> other
            """;

    private static string Case(bool holds) => $$"""{"type":"Literal","value":"{{holds}}"}""";

    [Fact]
    public void A_fork_leaves_by_every_branch_it_lists()
    {
        const string branches = """{"typeName":"String[]","expression":{"type":"Object","value":"[\"A\",\"B\"]"}}""";
        var story = Play($"k = Elsa.FlowFork {{\"branches\":{branches}}}\n k:A -> a\n k:B -> b\n k:C -> c");

        Assert.Equal(["a", "b"], story.Lines);
    }

    [Fact]
    public void A_trigger_decides_where_its_flowchart_begins()
    {
        var definition = Chart.Read($"s -> a\n e = Elsa.Event {Q("eventName", "Paid")}\n e -> b");
        var story = new Story(definition);

        story.Feed(new Stimulus.Started("i", new Dictionary<string, object?>(), "e"));

        Assert.Equal(["b"], story.Lines);
        Assert.Equal(InstanceSubStatus.Finished, story.Status);
    }

    private static string Q(string key, string value) => $$"""{"{{key}}":"{{value}}"}""";

    private static Story Play(string text, System.Text.Json.Nodes.JsonObject? embedded = null) =>
        new Story(Chart.Definition(Chart.Flowchart("f", text, embedded))).Start();
}
