using CaseFlow.Workflows.Activities;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Tests.Execution;

public sealed class BurstTests
{
    private const string Task = """t = Elsa.RunTask {"taskName":"x"}""";

    [Fact]
    public void A_task_that_is_not_open_is_refused_aloud()
    {
        var story = Play($"{Task}\n t -> a");

        story.Feed(new Stimulus.TaskCompleted("i-99", "Done", new Dictionary<string, object?>(), Story.Officer));

        Assert.Equal("task.no-longer-open", story.Incident!.Refusal!.Code);
    }

    [Fact]
    public void A_task_completed_twice_is_refused_the_second_time()
    {
        var story = Play($"{Task}\n t -> a");
        var task = story.Tasks.Single();

        story.Complete(task, "Done");
        story.Complete(task, "Done");

        Assert.Equal("task.no-longer-open", story.Incident!.Code);
        Assert.Equal(["a"], story.Lines);
    }

    [Fact]
    public void An_outcome_that_the_task_does_not_offer_is_refused()
    {
        var story = Play($"{Task}\n t -> a").Complete("t", "Maybe");

        Assert.Equal("task.unknown-outcome", story.Incident!.Code);
        Assert.Single(story.Tasks);
    }

    [Fact]
    public void A_timer_that_no_longer_runs_is_ignored()
    {
        var story = Play($"{Task}\n t -> a");
        var before = story.State;

        story.Feed(new Stimulus.TimerDue("i-99"));

        Assert.Same(before, story.State);
        Assert.Null(story.Incident);
    }

    [Fact]
    public void Cancelling_closes_everything_and_ends_the_instance()
    {
        var story = Play(
            $"s -> t\n {Task}\n s -> w\n w = Elsa.Delay {{}}\n s -> e\n e = Elsa.Event {{\"eventName\":\"X\"}}"
        );

        story.Feed(new Stimulus.Cancelled("duplicate", Story.Officer));

        Assert.Equal((InstanceStatus.Finished, InstanceSubStatus.Cancelled), (story.State!.Status, story.Status));
        Assert.Empty(story.State.Waits);
        Assert.Empty(story.State.Executions);
    }

    [Fact]
    public void An_instance_starts_only_once()
    {
        var story = Play($"{Task}\n t -> a").Start();

        Assert.Equal("instance.already-started", story.Incident!.Code);
    }

    [Fact]
    public void A_start_that_failed_may_be_tried_again()
    {
        var failing = Chart.Read("a = Elsa.Fault {}");
        var start = new Stimulus.Started("i", new Dictionary<string, object?>());
        var failed = Story.Engine.Run(failing, null, start, DateTimeOffset.UnixEpoch);
        Assert.Equal(InstanceSubStatus.Pending, failed.State.SubStatus);

        var again = Story.Engine.Run(Chart.Read("a -> b"), failed.State, start, DateTimeOffset.UnixEpoch);

        Assert.Equal(InstanceSubStatus.Finished, again.State.SubStatus);
    }

    [Fact]
    public void An_operator_may_pass_over_the_activity_that_failed()
    {
        var story = Play($"{Task}\n t -> x\n x = Elsa.Fault {{}}\n x:Fixed -> b\n x -> c");
        story.Complete("t");
        var incident = story.Incident!;

        story.Feed(new Stimulus.Skipped(incident.Stimulus!, incident.NodeId!, "Fixed"));

        Assert.Null(story.Incident);
        Assert.Equal(["b"], story.Lines);
        Assert.Contains(story.Journal, e => e is { Event: JournalEvent.Skipped, ActivityId: "x" });
    }

    [Fact]
    public void A_fault_names_the_activity_and_keeps_the_stimulus()
    {
        var story = Play($"{Task}\n t -> x\n x = Elsa.Fault {{\"code\":\"7\",\"message\":\"no\"}}").Complete("t");

        var incident = story.Incident!;
        Assert.Equal(
            ("x", "Workflow1:f:x", "Elsa.Fault", "fault.7"),
            (incident.ActivityId, incident.NodeId, incident.ActivityType, incident.Code)
        );
        Assert.IsType<Stimulus.TaskCompleted>(incident.Stimulus);
        Assert.False(story.RefusedByTask);
    }

    [Fact]
    public void What_an_incident_keeps_can_be_stored_and_delivered_again()
    {
        var story = Play($"{Task}\n t -> x\n x = Elsa.Fault {{}}");
        var data = new Dictionary<string, object?> { ["day"] = new DateOnly(2026, 1, 5), ["odd"] = new Version(1, 2) };

        story.Complete(story.Tasks.Single(), "Done", data);

        var again = Assert.IsType<Stimulus.TaskCompleted>(
            StimulusJson.Read(StimulusJson.Write(story.Incident!.Stimulus!))
        );
        Assert.Equal(("2026-01-05", "Version"), (again.Data["day"], again.Data["odd"]));
    }

    [Fact]
    public void An_activity_of_unknown_type_faults()
    {
        var story = Play("a = Acme.Magic {}");

        Assert.Equal("activity.unknown-type", story.Incident!.Code);
    }

    [Fact]
    public void Ids_are_made_of_the_instance_and_a_counter()
    {
        var story = Play($"{Task}\n t -> a");

        Assert.Matches("^i-[0-9]+$", story.Tasks.Single().TaskId);
    }

    [Fact]
    public void Dates_without_time_in_task_data_become_text_and_whole_numbers_stay_whole()
    {
        var story = Play($"{Task}\n t -> a");
        var data = new Dictionary<string, object?> { ["day"] = new DateOnly(2026, 1, 5), ["n"] = 3 };

        story.Complete(story.Tasks.Single(), "Done", data);

        var result = (IReadOnlyDictionary<string, object?>)story.State!.Register["Workflow1:f:t"]["result"]!;
        Assert.Equal(("2026-01-05", 3L), (result["day"], result["n"]));
    }

    [Fact]
    public void A_state_of_an_unknown_schema_is_not_read()
    {
        var text = InstanceStateJson.Write(Play("a -> b").State!);

        Assert.Throws<FormatException>(() =>
            InstanceStateJson.Read(text.Replace("\"schema\":1", "\"schema\":99", StringComparison.Ordinal))
        );
        Assert.Throws<FormatException>(() => InstanceStateJson.Read("[]"));
    }

    [Fact]
    public void Every_activity_type_of_the_catalogue_describes_itself_once()
    {
        var types = ActivityCatalogue.All.Descriptors.Select(d => d.Type).ToList();

        Assert.Equal(types.Distinct(), types);
        Assert.All(ActivityCatalogue.All.Descriptors, d => Assert.Matches("^(Elsa|CaseFlow)\\.[A-Z]", d.Type));
        Assert.Equal(20, types.Count(t => t.StartsWith("CaseFlow.", StringComparison.Ordinal)));
    }

    private static Story Play(string text) => new Story(Chart.Read(text)).Start();
}
