using System.Text.Json.Nodes;
using CaseFlow.Workflows.Activities;
using CaseFlow.Workflows.Execution;
using CaseFlow.Workflows.Migration;
using CaseFlow.Workflows.Tests.Execution;
using static CaseFlow.Workflows.Migration.MigrationCodes;

namespace CaseFlow.Workflows.Tests.Migration;

/// <summary>What cannot be moved is refused with its reason, all reasons at once.</summary>
public sealed class RefusalTests
{
    private const string Task = """{"taskName":"x"}""";

    [Fact]
    public void An_open_step_without_counterpart_is_refused_and_named()
    {
        var moved = Waiting().TryMove(Versions.Second(Sequence(Work("other"))));

        Assert.Equal([new MigrationFinding(NoTarget, "Workflow1:s:t")], moved.Problems);
        Assert.Null(moved.State);
    }

    [Fact]
    public void A_step_that_was_renamed_goes_on_once_the_plan_says_so()
    {
        var story = Waiting();

        story.Move(Versions.Second(Sequence(Work("other"), Line("z"))), Versions.Renaming(("s:t", "s:other")));

        Assert.Equal(["z"], story.Complete("t").Lines);
    }

    [Fact]
    public void All_that_is_below_a_renamed_container_goes_along()
    {
        var story = Waiting();
        var renamed = Sequence(Work("t"), Line("z"));
        renamed["id"] = "other";

        story.Move(Versions.Second(renamed), Versions.Renaming(("s", "other")));

        Assert.Equal("Workflow1:other:t", Assert.Single(story.State!.Waits).NodeId);
        Assert.Equal(["z"], story.Complete("t").Lines);
    }

    [Fact]
    public void A_sequence_goes_on_after_the_place_that_its_open_step_has_now()
    {
        var story = new Story(Chart.Definition(Sequence(Line("a"), Work("t"), Line("z")))).Start();

        story.Move(Versions.Second(Sequence(Line("a"), Line("b"), Line("c"), Work("t"), Line("d"), Line("z"))));

        Assert.Equal(["a", "d", "z"], story.Complete("t").Lines);
    }

    [Fact]
    public void A_step_of_another_type_is_refused()
    {
        var delay = Chart.Activity("t", "Elsa.Delay", """{"timeSpan":"1.00:00:00"}""");

        Assert.Equal([TypeChanged], Waiting().TryMove(Versions.Second(Sequence(delay))).Codes());
    }

    [Fact]
    public void A_step_that_moved_into_a_container_that_has_not_begun_is_refused()
    {
        var inner = Sequence(Work("t"));
        inner["id"] = "inner";

        var moved = Waiting().TryMove(Versions.Second(Sequence(inner)), Versions.Renaming(("s:t", "s:inner:t")));

        Assert.Equal([new MigrationFinding(ContainerChanged, "Workflow1:s:t", "inner")], moved.Problems);
    }

    [Fact]
    public void A_step_that_changed_sides_is_refused()
    {
        var story = new Story(Chart.Definition(If("then"))).Start();

        Assert.Equal([PlaceChanged], story.TryMove(Versions.Second(If("else"))).Codes());
    }

    [Fact]
    public void A_branch_that_would_never_begin_is_refused()
    {
        var story = new Story(Chart.Definition(Parallel(Work("t"), Line("a")))).Start();

        var moved = story.TryMove(Versions.Second(Parallel(Work("t"), Line("a"), Line("b"))));

        Assert.Equal([new MigrationFinding(BranchAdded, "Workflow1:p", "b")], moved.Problems);
    }

    [Fact]
    public void A_task_that_offers_an_outcome_of_old_is_refused()
    {
        var story = new Story(Chart.Definition(Human("Yes", "No"))).Start();

        Assert.Equal(
            [new MigrationFinding(OutcomeGone, "Workflow1:h", "No")],
            story.TryMove(Versions.Second(Human("Yes", "Perhaps"))).Problems
        );
        Assert.Empty(story.TryMove(Versions.Second(Human("Yes", "No", "Perhaps"))).Problems);
    }

    [Fact]
    public void An_event_that_has_another_name_now_is_refused()
    {
        var story = new Story(Chart.Definition(Event("E"))).Start();

        Assert.Equal([EventRenamed], story.TryMove(Versions.Second(Event("F"))).Codes());
    }

    [Fact]
    public void An_open_task_keeps_the_terms_it_began_with_and_that_is_noted()
    {
        var story = Waiting();
        var other = Chart.Activity("t", "Elsa.RunTask", """{"taskName":"y"}""");

        var moved = story.TryMove(Versions.Second(Sequence(other, Line("z"))));

        Assert.Equal([new MigrationFinding(KeepsTerms, "Workflow1:s:t")], moved.Notes);
        Assert.Equal(story.State!.Waits, moved.State!.Waits);
    }

    [Fact]
    public void A_plan_that_names_what_is_not_there_is_refused()
    {
        var same = Versions.Second(Sequence(Work("t"), Work("u")));

        Assert.Equal([UnknownSource], Waiting().TryMove(same, Versions.Renaming(("s:x", "s:t"))).Codes());
        Assert.Equal([UnknownTarget], Waiting().TryMove(same, Versions.Renaming(("s:t", "s:x"))).Codes());
        Assert.Equal(
            [SharedTarget],
            Waiting().TryMove(same, Versions.Renaming(("s:t", "s:u"), ("s:z", "s:u"))).Codes()
        );
    }

    [Fact]
    public void An_instance_that_has_ended_or_follows_another_version_is_left_alone()
    {
        var ended = Waiting().Complete("t");
        Assert.Equal([Finished], ended.TryMove(Versions.Second(Sequence(Work("t")))).Codes());

        var moved = Waiting();
        var (first, second) = (moved.State!, Versions.Second(Sequence(Work("t"), Line("z"))));
        var again = new InstanceMigration(ActivityCatalogue.All, second, second, MigrationPlan.None).Move(first);
        Assert.Equal([OtherVersion], again.Codes());
    }

    [Fact]
    public void Variables_are_carried_renamed_converted_added_and_left()
    {
        const string before = """
            {"variables":[{"id":"a","name":"A","typeName":"Int32","value":"7"},{"id":"b","name":"B","typeName":"String","value":"x"}]}
            """;
        const string after = """
            {"variables":[{"id":"c","name":"C","typeName":"String"},{"id":"d","name":"D","typeName":"Int32","value":"3"}]}
            """;
        var story = new Story(Chart.Definition(Sequence(Work("t")), before)).Start();
        var plan = MigrationPlan.None with { Variables = new Dictionary<string, string> { ["a"] = "c" } };

        var moved = story.TryMove(Versions.Second(Sequence(Work("t")), after), plan);

        Assert.Equal(new Dictionary<string, object?> { ["c"] = "7", ["d"] = 3L }, moved.State!.Variables);
        Assert.Equal([new MigrationFinding(VariableLeft, Detail: "B")], moved.Notes);
    }

    [Fact]
    public void A_value_that_does_not_fit_its_new_type_is_refused()
    {
        const string text = """{"variables":[{"id":"a","name":"A","typeName":"String","value":"seven"}]}""";
        var story = new Story(Chart.Definition(Sequence(Work("t")), text)).Start();
        var number = text.Replace("String", "Int32", StringComparison.Ordinal)
            .Replace("seven", "1", StringComparison.Ordinal);

        Assert.Equal(
            [new MigrationFinding(VariableUnfit, Detail: "A")],
            story.TryMove(Versions.Second(Sequence(Work("t")), number)).Problems
        );
    }

    [Fact]
    public void What_is_queued_while_the_domain_is_asked_goes_along()
    {
        var parallel = Parallel(Chart.Activity("ask", "CaseFlow.CheckCompleteness"), Line("queued"));
        var definition = Chart.Definition(parallel);
        var asking = Story.Engine.Run(
            definition,
            null,
            new Stimulus.Started("i", new Dictionary<string, object?>()),
            DateTimeOffset.UnixEpoch
        );
        var renamed = Parallel(Chart.Activity("ask", "CaseFlow.CheckCompleteness"), Line("other"));
        var second = Versions.Second(renamed);

        var moved = new InstanceMigration(
            ActivityCatalogue.All,
            definition,
            second,
            Versions.Renaming(("p:queued", "p:other"))
        ).Move(asking.State);
        var ask = Assert.IsType<BurstEnd.Asking>(asking.End).Ask;
        var answer = new Stimulus.Answered(ask.AskId, new Domain.Cases.Completeness(true, []));
        var ended = Story.Engine.Run(second, moved.State, answer, DateTimeOffset.UnixEpoch);

        Assert.Equal(["other"], ended.Effects.OfType<Effect.WriteLine>().Select(l => l.Text));
        Assert.Equal(InstanceSubStatus.Finished, ended.State.SubStatus);
    }

    private static Story Waiting() => new Story(Chart.Definition(Sequence(Work("t"), Line("z")))).Start();

    private static JsonObject Sequence(params JsonNode[] activities)
    {
        var sequence = Chart.Activity("s", "Elsa.Sequence");
        sequence["activities"] = new JsonArray(activities);
        return sequence;
    }

    private static JsonObject Parallel(params JsonNode[] activities)
    {
        var parallel = Chart.Activity("p", "Elsa.Parallel");
        parallel["activities"] = new JsonArray(activities);
        return parallel;
    }

    private static JsonObject If(string side)
    {
        var choice = Chart.Activity("i", "Elsa.If", """{"condition":true}""");
        choice[side] = Work("t");
        return choice;
    }

    private static JsonObject Human(params string[] outcomes)
    {
        var names = string.Join(',', outcomes.Select(o => $"\\\"{o}\\\""));
        return Chart.Activity(
            "h",
            "CaseFlow.HumanTask",
            $$"""
            {"title":"x","role":"RelationsOfficer",
             "outcomes":{"typeName":"String[]","expression":{"type":"Object","value":"[{{names}}]"} } }
            """
        );
    }

    private static JsonObject Event(string name) => Chart.Activity("e", "Elsa.Event", $$"""{"eventName":"{{name}}"}""");

    private static JsonObject Work(string id) => Chart.Activity(id, "Elsa.RunTask", Task);

    private static JsonObject Line(string id) => Chart.Activity(id, "Elsa.WriteLine", $$"""{"text":"{{id}}"}""");
}
