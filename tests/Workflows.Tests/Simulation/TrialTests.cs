using CaseFlow.Workflows.Activities;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;
using CaseFlow.Workflows.Simulation;
using CaseFlow.Workflows.Tests.Execution;

namespace CaseFlow.Workflows.Tests.Simulation;

public sealed class TrialTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 4, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Time_jumps_to_the_next_timer()
    {
        var result = await RunAsync(
            """
            slow = Elsa.Delay {"timeSpan":"30.00:00:00"}
            fast = Elsa.Delay {"timeSpan":"1.00:00:00"}
            s -> slow
            s -> fast
            slow -> a
            fast -> b
            """
        );

        Assert.Equal(["s", "b", "a"], result.Lines);
        Assert.Equal(Start.AddDays(30), result.End);
        Assert.Equal(InstanceSubStatus.Finished, result.SubStatus);
    }

    [Fact]
    public async Task An_event_that_is_waited_for_comes_before_time_passes()
    {
        var result = await RunAsync(
            """
            s -> paid
            s -> late
            paid = Elsa.Event {"eventName":"Paid"}
            late = Elsa.Delay {"timeSpan":"00:01:00"}
            first = Elsa.FlowJoin
            paid -> first
            late -> first
            paid -> thanks
            first -> end
            """,
            new TrialNews.Event("Paid", null)
        );

        Assert.Equal(["s", "thanks", "end"], result.Lines);
        Assert.Equal(Start, result.End);
    }

    [Fact]
    public async Task An_event_that_nothing_waits_for_yet_keeps_its_place()
    {
        var result = await RunAsync(
            """
            a = Elsa.Event {"eventName":"A"}
            b = Elsa.Event {"eventName":"B"}
            a -> gotA
            gotA -> b
            b -> gotB
            """,
            new TrialNews.Event("B", null),
            new TrialNews.Event("A", null)
        );

        Assert.Equal(["gotA", "gotB"], result.Lines);
        Assert.Empty(result.Unused);
    }

    [Fact]
    public async Task Of_two_events_of_one_name_the_first_given_comes_first()
    {
        var result = await RunAsync(
            """
            a = Elsa.Event {"eventName":"A"}
            b = Elsa.Event {"eventName":"A"}
            x = Elsa.WriteLine {"text":{"typeName":"String","expression":{"type":"JavaScript","value":"getResultFromA()"}}}
            y = Elsa.WriteLine {"text":{"typeName":"String","expression":{"type":"JavaScript","value":"getResultFromB()"}}}
            a -> x
            x -> b
            b -> y
            """,
            new TrialNews.Event("A", 1L),
            new TrialNews.Event("A", 2L)
        );

        Assert.Equal(["1", "2"], result.Lines);
    }

    [Fact]
    public async Task What_nobody_waits_for_is_told()
    {
        var result = await RunAsync(
            "a -> b",
            new TrialNews.Event("Late", null),
            new TrialNews.TaskDone("t", null, null)
        );

        Assert.Equal(2, result.Unused.Count);
    }

    [Fact]
    public async Task An_event_that_a_branch_sends_reaches_the_branch_that_waits()
    {
        var result = await RunAsync(
            """
            s -> wait
            s -> send
            wait = Elsa.Event {"eventName":"Go"}
            send = Elsa.PublishEvent {"eventName":"Go","isLocalEvent":true}
            wait -> went
            """
        );

        Assert.Equal(["s", "went"], result.Lines);
        Assert.Equal(InstanceStatus.Finished, result.Status);
    }

    [Fact]
    public async Task An_event_sent_just_before_its_wait_is_kept_for_it()
    {
        var result = await RunAsync(
            """
            send = Elsa.PublishEvent {"eventName":"Go"}
            pause = Elsa.Delay {"timeSpan":"00:09:00"}
            wait = Elsa.Event {"eventName":"Go"}
            send -> pause
            pause -> wait
            wait -> went
            """
        );

        Assert.Equal(["went"], result.Lines);
    }

    [Fact]
    public async Task An_event_that_was_sent_long_ago_is_gone()
    {
        var result = await RunAsync(
            """
            send = Elsa.PublishEvent {"eventName":"Go"}
            pause = Elsa.Delay {"timeSpan":"00:11:00"}
            wait = Elsa.Event {"eventName":"Go"}
            send -> pause
            pause -> wait
            wait -> went
            """
        );

        Assert.Empty(result.Lines);
        Assert.Equal(InstanceSubStatus.Suspended, result.SubStatus);
    }

    [Fact]
    public async Task A_task_is_completed_by_its_name_and_yields_what_was_given()
    {
        var result = await RunAsync(
            """
            t = Elsa.RunTask {"taskName":"approve"}
            w = Elsa.WriteLine {"text":{"typeName":"String","expression":{"type":"JavaScript","value":"getResultFromT()"}}}
            t -> w
            """,
            new TrialNews.TaskDone("approve", null, true)
        );

        Assert.Equal(["True"], result.Lines);
    }

    [Fact]
    public async Task A_task_that_nobody_completes_is_an_open_wait()
    {
        var result = await RunAsync("t = Elsa.RunTask {\"taskName\":\"approve\"}\n t -> w");

        var wait = Assert.Single(result.Waits);
        Assert.Equal(("task", "approve", "t"), (wait.Kind, wait.Name, wait.ActivityId));
        Assert.Equal(InstanceStatus.Running, result.Status);
    }

    [Fact]
    public async Task A_fault_keeps_the_lines_before_it_and_ends_the_run_as_in_Elsa()
    {
        var result = await RunAsync("x = Elsa.Fault {\"message\":\"no\"}\n a -> x\n x -> b");

        Assert.Equal(["a"], result.Lines);
        Assert.Equal((InstanceStatus.Finished, InstanceSubStatus.Faulted), (result.Status, result.SubStatus));
        Assert.Equal("x", Assert.Single(result.Incidents).ActivityId);
    }

    [Fact]
    public async Task An_unknown_activity_is_an_incident_when_it_is_reached()
    {
        var result = await RunAsync("x = Acme.Magic\n a -> x");

        Assert.Equal(["a"], result.Lines);
        Assert.Equal("activity.unknown-type", Assert.Single(result.Incidents).Code);
    }

    [Fact]
    public async Task A_question_about_a_case_is_an_incident_because_there_is_none()
    {
        var result = await RunAsync("x = CaseFlow.CloseCase {\"as\":\"Served\"}\n a -> x");

        var incident = Assert.Single(result.Incidents);
        Assert.Equal("trial.no-case", incident.Code);
        Assert.Contains("asks about a case", incident.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_loop_with_a_delay_in_it_is_stopped()
    {
        var loop = Chart.Activity("w", "Elsa.While", "{\"condition\":true}");
        loop["body"] = Chart.Activity("d", "Elsa.Delay", "{\"timeSpan\":\"00:01:00\"}");

        var result = await RunAsync(new TrialPlan(Chart.Definition(loop), Start) { MostBursts = 100 });

        Assert.Equal("trial.endless", Assert.Single(result.Incidents).Code);
    }

    [Fact]
    public async Task A_loop_of_scripts_that_each_keep_their_limit_is_stopped()
    {
        var loop = Chart.Activity("w", "Elsa.While", "{\"condition\":true}");
        loop["body"] = Chart.Activity("j", "Elsa.RunJavaScript", "{\"script\":\"let i = 0; while (i < 100000) i++;\"}");

        var result = await RunAsync(new TrialPlan(Chart.Definition(loop), Start));

        Assert.Equal("burst.endless", Assert.Single(result.Incidents).Code);
    }

    [Fact]
    public async Task A_loop_of_templates_that_each_keep_their_limit_is_stopped()
    {
        var loop = Chart.Activity("w", "Elsa.While", "{\"condition\":true}");
        loop["body"] = Chart.Activity(
            "t",
            "Elsa.SetName",
            """{"value":{"typeName":"String","expression":{"type":"Liquid","value":"{% for i in (1..50000) %}{% endfor %}"}}}"""
        );

        var result = await RunAsync(new TrialPlan(Chart.Definition(loop), Start));

        Assert.Equal("burst.endless", Assert.Single(result.Incidents).Code);
    }

    [Fact]
    public async Task A_declared_input_that_was_not_given_is_null_in_scripts()
    {
        var definition = Chart.Read(
            """
            w = Elsa.WriteLine {"text":{"typeName":"String","expression":{"type":"JavaScript","value":"`${getAmount()} ${getunit()}`"}}}
            w -> a
            """,
            """{"inputs":[{"name":"Amount","type":"Decimal"},{"name":"unit","type":"String"}]}"""
        );

        var result = await RunAsync(
            new TrialPlan(definition, Start) { Input = new Dictionary<string, object?> { ["unit"] = "SAR" } }
        );

        Assert.Equal(["null SAR", "a"], result.Lines);
    }

    [Fact]
    public async Task Workflows_used_as_activities_are_run_from_the_other_definitions()
    {
        var main = Chart.Read(
            """
            greet = Greeting {"workflowDefinitionId":"greeting"}
            lost = Acme.Lost {"workflowDefinitionId":"lost"}
            a -> greet
            greet -> lost
            """
        );
        var greeting = Chart.Read("hello -> there", """{"name":"Greeting"}""", "greeting");

        var result = await RunAsync(new TrialPlan(main, Start) { Others = [greeting] });

        Assert.Equal(["a", "hello", "there"], result.Lines);
        Assert.Equal("lost", Assert.Single(result.Incidents).ActivityId);
    }

    [Fact]
    public async Task What_is_queued_beside_a_fault_still_runs_as_in_Elsa()
    {
        var result = await RunAsync(
            """
            x = Elsa.Fault {"message":"no"}
            later = Elsa.Delay {"timeSpan":"00:01:00"}
            s -> x
            s -> other
            s -> later
            other -> after
            later -> never
            """
        );

        Assert.Equal(["s", "other", "after"], result.Lines);
        Assert.Equal(InstanceSubStatus.Faulted, result.SubStatus);
        Assert.Empty(result.Waits);
    }

    [Fact]
    public async Task A_definition_that_goes_on_with_incidents_stays_suspended_beside_its_fault()
    {
        var definition = Chart.Read(
            """
            x = Elsa.Fault {"message":"no"}
            later = Elsa.Delay {"timeSpan":"00:01:00"}
            s -> x
            s -> later
            later -> after
            """,
            """{"options":{"incidentStrategyType":"ContinueWithIncidentsStrategy"}}"""
        );

        var result = await RunAsync(new TrialPlan(definition, Start));

        Assert.Equal(["s", "after"], result.Lines);
        Assert.Equal((InstanceStatus.Running, InstanceSubStatus.Suspended), (result.Status, result.SubStatus));
        Assert.Single(result.Incidents);
    }

    [Fact]
    public async Task The_lines_of_a_loop_without_end_are_told()
    {
        var loop = Chart.Activity("w", "Elsa.While", "{\"condition\":true}");
        loop["body"] = Chart.Activity("l", "Elsa.WriteLine", "{\"text\":\"again\"}");

        var result = await RunAsync(new TrialPlan(Chart.Definition(loop), Start));

        Assert.Equal("burst.endless", Assert.Single(result.Incidents).Code);
        Assert.True(result.Lines.Count > 1000);
        Assert.Equal(InstanceSubStatus.Faulted, result.SubStatus);
    }

    private static Task<TrialResult> RunAsync(string chart, params TrialNews[] news) =>
        RunAsync(new TrialPlan(Chart.Read(chart), Start) { News = news });

    [Fact]
    public async Task A_child_runs_and_its_parent_hears_of_its_end()
    {
        var result = await TogetherAsync(
            """c = Elsa.DispatchWorkflow {"workflowDefinitionId":"child","waitForCompletion":true}"""
                + "\n s -> c\n c -> after",
            Other("child", "x -> w\n w = Elsa.Delay {\"timeSpan\":\"1.00:00:00\"}\n w -> y")
        );

        Assert.Equal(["s", "x", "y", "after"], result.Lines);
        Assert.Equal(InstanceSubStatus.Finished, result.SubStatus);
    }

    [Fact]
    public async Task A_child_that_fails_wakes_its_parent_and_what_was_queued_still_runs()
    {
        var result = await TogetherAsync(
            """
            c = Elsa.ExecuteWorkflow {"workflowDefinitionId":"child","waitForCompletion":true}
            c -> say
            say = Elsa.WriteLine {"text":{"typeName":"String","expression":{"type":"JavaScript","value":"getResultFromC().SubStatus"}}}
            """,
            Other("child", "x -> bad\n bad = Elsa.Fault {}\n x -> queued")
        );

        Assert.Equal(["x", "queued", "Faulted"], result.Lines);
        Assert.Equal("fault.0", Assert.Single(result.Incidents).Code);
    }

    [Fact]
    public async Task A_child_that_is_not_there_fails_its_parent()
    {
        var result = await TogetherAsync("""c = Elsa.DispatchWorkflow {"workflowDefinitionId":"none"}""");

        Assert.Equal(InstanceSubStatus.Faulted, result.SubStatus);
        Assert.Equal(("procedure.not-published", "c"), (result.Incidents[0].Code, result.Incidents[0].ActivityId));
    }

    [Fact]
    public async Task An_event_starts_the_other_definitions_that_begin_with_it()
    {
        var result = await TogetherAsync(
            """p = Elsa.PublishEvent {"eventName":"Paid"}""" + "\n s -> p\n p -> after",
            Other(
                "starter",
                "e = Elsa.Event {\"eventName\":\"Paid\",\"customProperties\":{\"canStartWorkflow\":true}}\n e -> x"
            )
        );

        Assert.Equal(["s", "after", "x"], result.Lines);
    }

    private static WorkflowDefinition Other(string id, string text)
    {
        var json = Chart.Flowchart("f", text).ToJsonString();
        var document =
            $$"""{"id":"{{id}}-1","definitionId":"{{id}}","name":"{{id}}","isPublished":true,"root":{{json}} }""";
        Assert.True(DefinitionReader.TryRead(document, out var definition, out _));
        return definition;
    }

    private static Task<TrialResult> TogetherAsync(string text, params WorkflowDefinition[] others) =>
        Trial.RunAsync(Story.Engine, new TrialPlan(Chart.Read(text), Start) { Others = others });

    private static Task<TrialResult> RunAsync(TrialPlan plan) =>
        Trial.RunAsync(new WorkflowEngine(ActivityCatalogue.All), plan);
}
