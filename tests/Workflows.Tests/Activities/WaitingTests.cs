using CaseFlow.Workflows.Execution;
using CaseFlow.Workflows.Tests.Execution;

namespace CaseFlow.Workflows.Tests.Activities;

public sealed class WaitingTests
{
    [Fact]
    public void A_delay_ends_after_its_time_and_not_before()
    {
        var story = Play("w = Elsa.Delay {\"timeSpan\":\"3.00:00:00\"}\n w -> a");

        Assert.Empty(story.Wait(TimeSpan.FromDays(3) - TimeSpan.FromTicks(1)).Lines);
        Assert.Equal(["a"], story.Wait(TimeSpan.FromTicks(1)).Lines);
    }

    [Fact]
    public void A_delay_beyond_the_end_of_time_waits_until_then()
    {
        var story = Play("w = Elsa.Delay {\"timeSpan\":\"10000000.00:00:00\"}\n w -> a");

        Assert.Equal(DateTimeOffset.MaxValue, story.Timers.Single().DueAt);
    }

    [Fact]
    public void A_moment_that_has_passed_is_not_waited_for() =>
        Assert.Equal(["a"], Play("w = Elsa.StartAt {\"dateTime\":\"2020-01-01T00:00:00Z\"}\n w -> a").Lines);

    [Fact]
    public void A_moment_to_come_is_waited_for()
    {
        var story = Play("w = Elsa.StartAt {\"dateTime\":\"2026-01-06T09:00:00+00:00\"}\n w -> a");

        Assert.Equal(TimerKind.At, story.Timers.Single().Kind);
        Assert.Equal(["a"], story.WaitDays(2).Lines);
    }

    [Fact]
    public void An_event_resumes_every_wait_of_its_name()
    {
        var story = Play(
            """
            s -> e1
            s -> e2
            s -> e3
            e1 = Elsa.Event {"eventName":"Paid"}
            e2 = Elsa.Event {"eventName":"Paid"}
            e3 = Elsa.Event {"eventName":"paid"}
            e1 -> a
            e2 -> b
            e3 -> c
            """
        );

        story.Raise("Paid");

        Assert.Equal(["s", "a", "b"], story.Lines);
        Assert.Single(story.Subscriptions);
    }

    [Fact]
    public void The_result_of_an_event_tells_its_payload_and_who_caused_it()
    {
        var story = Play(EventThenSay("getOutputFrom('e').reason + ' by ' + getOutputFrom('e').by.userId"));

        story.Raise("Left", new Dictionary<string, object?> { ["reason"] = "moved" }, Story.Officer);

        Assert.Equal(["moved by officer"], story.Lines);
    }

    [Fact]
    public void The_result_of_an_event_without_payload_is_an_empty_object() =>
        Assert.Equal(["{}"], Play(EventThenSay("toJson(getOutputFrom('e'))")).Raise("Left").Lines);

    [Fact]
    public void An_event_that_nobody_waits_for_changes_nothing()
    {
        var story = Play(EventThenSay("1"));
        var before = story.State;

        story.Raise("Other");

        Assert.Same(before, story.State);
    }

    [Fact]
    public void A_task_of_an_event_branch_that_was_cancelled_in_the_same_burst_is_not_resumed()
    {
        var story = Play(
            """
            s -> e1
            s -> e2
            e1 = Elsa.Event {"eventName":"Go"}
            e2 = Elsa.Event {"eventName":"Go"}
            e1 -> x
            x = Elsa.End {}
            e2 -> b
            """
        );

        story.Raise("Go");

        Assert.Equal(InstanceSubStatus.Finished, story.Status);
    }

    [Fact]
    public void A_run_task_hands_over_its_payload_and_yields_the_result()
    {
        var story = Play(
            """
            t = Elsa.RunTask {"taskName":"approve","payload":{"typeName":"Object","expression":{"type":"JavaScript","value":"({ amount: 5 })"} } }
            t -> b
            b = Elsa.WriteLine {"text":{"typeName":"String","expression":{"type":"JavaScript","value":"getOutputFrom('t', 'Result') + getOutputFrom('t', 'TaskId')"} } }
            """
        );
        var task = story.Tasks.Single();

        story.Complete(task, "Done", new Dictionary<string, object?> { ["result"] = "yes " });

        Assert.Equal(5.0, task.Data["amount"]);
        Assert.Equal([$"yes {task.TaskId}"], story.Lines);
    }

    [Fact]
    public void A_published_event_is_an_effect()
    {
        var story = Play("""p = Elsa.PublishEvent {"eventName":"Paid","isLocalEvent":true,"payload":7}""");

        Assert.Equal(new Effect.PublishEvent("Paid", 7L, true), Assert.Single(story.Effects));
    }

    private static string EventThenSay(string script) =>
        $$"""
            e = Elsa.Event {"eventName":"Left"}
            e -> b
            b = Elsa.WriteLine {"text":{"typeName":"String","expression":{"type":"JavaScript","value":"{{script}}"} } }
            """;

    private static Story Play(string text) => new Story(Chart.Read(text)).Start();
}
