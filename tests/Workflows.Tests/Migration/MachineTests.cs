using System.Text.Json.Nodes;
using CaseFlow.Workflows.Execution;
using CaseFlow.Workflows.Tests.Execution;
using static CaseFlow.Workflows.Migration.MigrationCodes;

namespace CaseFlow.Workflows.Tests.Migration;

/// <summary>State machines that wait while they are moved.</summary>
public sealed class MachineTests
{
    [Fact]
    public void A_machine_goes_on_from_the_state_it_stands_in_by_the_ways_of_the_new_version()
    {
        var story = new Story(Chart.Definition(Machine(["A", "B"], ("A", "B", "t")))).Start();

        story.Move(Versions.Second(Machine(["A", "B", "C"], ("B", "C", "u"), ("A", "B", "t"))));

        story.Complete("t");
        Assert.Equal(["u"], story.Tasks.Select(t => t.ActivityId));
        Assert.Equal(InstanceSubStatus.Finished, story.Complete("u").Status);
    }

    [Fact]
    public void A_machine_whose_state_or_way_is_gone_is_refused()
    {
        var story = new Story(Chart.Definition(Machine(["A", "B"], ("A", "B", "t")))).Start();

        Assert.Contains(StateGone, story.TryMove(Versions.Second(Machine(["X", "B"], ("X", "B", "t")))).Codes());
        Assert.Contains(StateGone, story.TryMove(Versions.Second(Machine(["A", "B"], ("B", "A", "t")))).Codes());
    }

    [Fact]
    public void A_further_way_out_of_the_present_state_would_not_be_heard_and_is_refused()
    {
        var story = new Story(Chart.Definition(Machine(["A", "B"], ("A", "B", "t")))).Start();

        var moved = story.TryMove(Versions.Second(Machine(["A", "B"], ("A", "B", "t"), ("A", "B", "u"))));

        Assert.Equal([BranchAdded], moved.Codes());
    }

    private static JsonObject Machine(string[] states, params (string From, string To, string Trigger)[] ways)
    {
        var machine = Chart.Activity("m", "Elsa.StateMachine", $$"""{"initialState":"{{states[0]}}"}""");
        machine["states"] = new JsonArray([.. states.Select(s => (JsonNode)new JsonObject { ["name"] = s })]);
        machine["transitions"] = new JsonArray([
            .. ways.Select(w =>
                (JsonNode)
                    new JsonObject
                    {
                        ["from"] = w.From,
                        ["to"] = w.To,
                        ["trigger"] = Chart.Activity(w.Trigger, "Elsa.RunTask", """{"taskName":"x"}"""),
                    }
            ),
        ]);
        return machine;
    }
}
