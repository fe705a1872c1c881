using CaseFlow.Workflows.Execution;
using CaseFlow.Workflows.Tests.Execution;

namespace CaseFlow.Workflows.Tests.Activities;

/// <summary>Events between instances as one instance sees them.</summary>
public sealed class EventTests
{
    private const string Waits = """
        e = Elsa.Event {"eventName":"Paid"}
        e -> b
        b = Elsa.WriteLine {"text":{"typeName":"String","expression":{"type":"JavaScript","value":"toJson(getOutputFrom('e'))"} } }
        """;

    [Fact]
    public void A_published_event_carries_payload_and_correlation()
    {
        var story = Play("""p = Elsa.PublishEvent {"eventName":"Paid","correlationId":"k","payload":7}""");

        Assert.Equal(new Effect.PublishEvent("Paid", 7L, false, "k"), Assert.Single(story.Effects));
    }

    [Theory]
    [InlineData("k", "k", true)]
    [InlineData("k", "other", false)]
    [InlineData("k", null, true)]
    [InlineData(null, "k", false)]
    public void An_addressed_event_reaches_only_waits_under_its_correlation_id(
        string? own,
        string? addressed,
        bool hears
    )
    {
        var correlate = own is null ? "c -> e" : $"c = Elsa.Correlate {{\"correlationId\":\"{own}\"}}\n c -> e";
        var story = Play(correlate + "\n" + Waits);

        story.Feed(new Stimulus.EventReceived("Paid", 1L, null) { CorrelationId = addressed });

        Assert.Equal(hears, story.Lines.Contains("1"));
    }

    [Fact]
    public void A_wait_keeps_the_correlation_id_of_the_moment_it_was_opened()
    {
        var story = Play("s -> e\n s -> x\n x -> c\n c = Elsa.Correlate {\"correlationId\":\"k\"}\n" + Waits);

        story.Feed(new Stimulus.EventReceived("Paid", 1L, null) { CorrelationId = "k" });

        Assert.DoesNotContain("1", story.Lines);
    }

    [Theory]
    [InlineData(5L, "5")]
    [InlineData(null, "{}")]
    public void An_event_that_starts_the_workflow_puts_its_payload_out(object? payload, string line)
    {
        var definition = Chart.Read(
            Waits.Replace(
                "\"Paid\"",
                "\"Paid\",\"customProperties\":{\"canStartWorkflow\":true}",
                StringComparison.Ordinal
            )
        );
        var trigger = Assert.Single(Story.Engine.Triggers(definition, DateTimeOffset.UnixEpoch));
        var story = new Story(definition);

        story.Feed(
            new Stimulus.Started("i", new Dictionary<string, object?>(), trigger.Node.Id)
            {
                Event = new Stimulus.EventReceived(trigger.EventName!, payload, null),
                CorrelationId = "k",
            }
        );

        Assert.Equal([line], story.Lines);
        Assert.Equal("k", story.State!.CorrelationId);
    }

    [Fact]
    public void A_trigger_that_may_not_start_the_workflow_is_none() =>
        Assert.Empty(Story.Engine.Triggers(Chart.Read(Waits), DateTimeOffset.UnixEpoch));

    [Fact]
    public void Stimuli_of_all_kinds_survive_as_text()
    {
        var data = new Dictionary<string, object?> { ["a"] = 1L };
        var received = new Stimulus.EventReceived("Paid", data, Story.Officer) { CorrelationId = "k" };
        Stimulus[] all =
        [
            new Stimulus.Started("i", data, "e") { Event = received, CorrelationId = "k" },
            new Stimulus.Started("i", data),
            received,
            new Stimulus.ChildReported("i-1", InstanceSubStatus.Cancelled, data),
            new Stimulus.Retried("Workflow1:f:a", "i-3"),
        ];

        Assert.All(
            all,
            s => Assert.Equal(StimulusJson.Write(s), StimulusJson.Write(StimulusJson.Read(StimulusJson.Write(s))))
        );
        Assert.Equal(
            ["e", null],
            all.Take(2).Select(s => ((Stimulus.Started)StimulusJson.Read(StimulusJson.Write(s))).StartActivityId)
        );
        Assert.Equal("k", ((Stimulus.EventReceived)StimulusJson.Read(StimulusJson.Write(received))).CorrelationId);
    }

    private static Story Play(string text) => new Story(Chart.Read(text)).Start();
}
