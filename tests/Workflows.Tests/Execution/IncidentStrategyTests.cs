using CaseFlow.Workflows.Activities;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Tests.Execution;

/// <summary>What a fault does to an instance.</summary>
public sealed class IncidentStrategyTests
{
    private const string GoesOn = """{"options":{"incidentStrategyType":"ContinueWithIncidentsStrategy"}}""";
    private const string Branches = """
        s -> bad
        s -> good
        bad = Elsa.Fault {"code":"7","message":"no"}
        bad:Done -> after
        good -> w
        w = Elsa.RunTask {"taskName":"wait"}
        w -> j
        bad -> j
        """;

    [Fact]
    public void A_fault_undoes_its_burst_unless_the_definition_goes_on_with_incidents()
    {
        var story = Play(Branches);

        Assert.Equal("fault.7", story.Incident!.Code);
        Assert.Empty(story.Lines);
    }

    [Theory]
    [InlineData("ContinueWithIncidentsStrategy")]
    [InlineData("Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy, Elsa.Workflows.Core")]
    [InlineData(
        "UnregisteredClrType:Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy, Elsa.Workflows.Core"
    )]
    public void Other_branches_go_on_and_the_faulted_one_keeps_the_instance_open(string strategy)
    {
        var story = Play(Branches, $$$"""{"options":{"incidentStrategyType":"{{{strategy}}}"}}""");

        Assert.Null(story.Incident);
        Assert.Equal(["s", "good"], story.Lines);
        story.Complete("w");

        var incident = Assert.Single(story.Kept);
        Assert.Equal(("bad", "fault.7"), (incident.ActivityId, incident.Code));
        Assert.Equal(InstanceSubStatus.Suspended, story.Status);
        Assert.Empty(story.State!.Waits);
        Assert.DoesNotContain("j", story.Lines);
    }

    [Fact]
    public void A_faulted_activity_runs_again_when_an_operator_retries_it()
    {
        var story = Play(
            """
            r = Elsa.RunJavaScript {"script":"setVariable('N', getVariable('N') + 1); if (getVariable('N') < 2) throw new Error('not yet'); 1"}
            s -> r
            r -> b
            """,
            """{"options":{"incidentStrategyType":"ContinueWithIncidentsStrategy"},"variables":[{"id":"n","name":"N","typeName":"Int32","value":"0"}]}"""
        );
        Assert.Equal(InstanceSubStatus.Suspended, story.Status);

        story.Feed(story.Kept.Single().Stimulus!);

        Assert.Equal(["s", "b"], story.Lines);
        Assert.Equal(InstanceSubStatus.Finished, story.Status);
    }

    [Fact]
    public void A_faulted_activity_counts_as_completed_when_an_operator_skips_it()
    {
        var story = Play("a -> bad\n bad = Elsa.Fault {}\n bad -> b\n bad:Other -> c", GoesOn);
        var incident = story.Kept.Single();

        story.Feed(new Stimulus.Skipped(incident.Stimulus!, incident.NodeId!, "Other"));

        Assert.Equal(["a", "c"], story.Lines);
        Assert.Equal(InstanceSubStatus.Finished, story.Status);
    }

    [Fact]
    public void Retrying_what_has_gone_meanwhile_changes_nothing()
    {
        var story = Play(
            "a -> bad\n bad = Elsa.Fault {}\n a -> w\n w = Elsa.RunTask {\"taskName\":\"t\"}\n w -> e\n e = Elsa.End {}",
            GoesOn
        );
        story.Complete("w");
        Assert.Equal(InstanceSubStatus.Finished, story.Status);
        var before = story.State;

        story.Feed(story.Kept.Single().Stimulus!);

        Assert.Same(before, story.State);
    }

    [Fact]
    public void Instances_that_go_on_close_the_waits_of_the_faulted_activity_only()
    {
        var story = Play(
            """
            s -> e
            s -> t
            t = Elsa.RunTask {"taskName":"t"}
            e = Elsa.Event {"eventName":"Go"}
            e -> bad
            bad = Elsa.Fault {}
            """,
            GoesOn
        );

        story.Raise("Go");

        Assert.Single(story.Kept);
        Assert.Equal(["t"], story.Tasks.Select(t => t.ActivityId));
    }

    [Fact]
    public void Where_nothing_is_committed_a_fault_ends_the_instance_after_what_was_queued()
    {
        var engine = new WorkflowEngine(ActivityCatalogue.All) { Faults = FaultHandling.Keep };
        var started = new Stimulus.Started("i", new Dictionary<string, object?>());

        var result = engine.Run(Chart.Read(Branches), null, started, DateTimeOffset.UnixEpoch);

        Assert.Equal(["s", "good"], result.Effects.OfType<Effect.WriteLine>().Select(l => l.Text));
        Assert.Equal(
            (InstanceStatus.Finished, InstanceSubStatus.Faulted),
            (result.State.Status, result.State.SubStatus)
        );
        Assert.Equal("fault.7", Assert.Single(result.Incidents).Code);
    }

    private static Story Play(string text, string more = "{}") => new Story(Chart.Read(text, more)).Start();
}
