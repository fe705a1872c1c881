using System.Text.Json.Nodes;
using CaseFlow.Workflows.Activities;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;
using CaseFlow.Workflows.Tests.Execution;

namespace CaseFlow.Workflows.Tests.Activities;

public sealed class StateMachineTests
{
    /// <summary>An invoice: new, paid or called off, closed. Payment counts only when it is enough.</summary>
    private const string Invoice = """
        { "id": "m", "type": "Elsa.StateMachine", "initialState": "New",
          "states": [ { "name": "New", "entry": LINE(enter-new), "exit": LINE(exit-new) },
                      { "name": "Paid", "entry": LINE(enter-paid) },
                      { "name": "Closed" } ],
          "transitions": [
            { "name": "Pay", "from": "New", "to": "Paid", "trigger": EVENT(pay), "action": LINE(thank),
              "condition": { "typeName": "Boolean", "expression": { "type": "JavaScript", "value": "getResultFromPay() >= 100" } } },
            { "name": "Cancel", "from": "New", "to": "Closed", "trigger": EVENT(cancel) },
            { "name": "Close", "from": "Paid", "to": "Closed", "trigger": EVENT(close) } ] }
        """;

    [Fact]
    public void The_first_state_is_entered_and_then_all_its_triggers_wait()
    {
        var story = Play();

        Assert.Equal(["enter-new"], story.Lines);
        Assert.Equal(2, story.Subscriptions.Count);
    }

    [Fact]
    public void A_transition_runs_the_exit_then_its_action_then_the_next_entry()
    {
        var story = Play().Raise("pay", 100L);

        Assert.Equal(["enter-new", "exit-new", "thank", "enter-paid"], story.Lines);
        Assert.Single(story.Subscriptions);
    }

    [Fact]
    public void A_state_without_a_way_out_ends_the_machine()
    {
        var story = Play().Raise("cancel");

        Assert.Equal(["enter-new", "exit-new", "after"], story.Lines);
        Assert.Equal(InstanceSubStatus.Finished, story.Status);
    }

    [Fact]
    public void A_condition_that_does_not_hold_lets_the_trigger_wait_anew_beside_the_others()
    {
        var story = Play().Raise("pay", 5L);

        Assert.Equal(["enter-new"], story.Lines);
        Assert.Equal(2, story.Subscriptions.Count);
        Assert.Equal("thank", story.Raise("pay", 100L).Lines[2]);
    }

    [Fact]
    public void A_trigger_that_is_queued_when_another_wins_does_not_run()
    {
        var machine = Machine(Invoice.Replace("EVENT(pay)", "LINE(pay)").Replace("EVENT(cancel)", "LINE(cancel)"));
        machine["transitions"]![0]!.AsObject().Remove("condition");

        Assert.Equal(["enter-new", "pay", "exit-new", "thank", "enter-paid"], Play(machine).Lines);
    }

    [Fact]
    public void Two_transitions_between_the_same_states_keep_their_own_actions()
    {
        var machine = Machine(
            """
            { "id": "m", "type": "Elsa.StateMachine", "initialState": "A", "states": [ { "name": "A" }, { "name": "B" } ],
              "transitions": [ { "from": "A", "to": "B", "trigger": EVENT(one), "action": LINE(first) },
                               { "from": "A", "to": "B", "trigger": EVENT(two), "action": LINE(second) } ] }
            """
        );

        Assert.Equal(["second", "after"], Play(machine).Raise("two").Lines);
    }

    [Fact]
    public void A_way_without_a_trigger_is_taken_at_once_when_its_condition_holds()
    {
        var machine = Machine(Automatic.Replace("OPEN", "true"));

        Assert.Equal(["enter-a", "enter-b", "after"], Play(machine).Lines);
    }

    [Fact]
    public void A_way_without_a_trigger_that_is_closed_leaves_the_state_to_the_triggers()
    {
        var story = Play(Machine(Automatic.Replace("OPEN", "false")));

        Assert.Equal(["enter-a"], story.Lines);
        Assert.Equal(["enter-a", "after"], story.Raise("go").Lines);
    }

    private const string Automatic = """
        { "id": "m", "type": "Elsa.StateMachine", "initialState": "A",
          "states": [ { "name": "A", "entry": LINE(enter-a) }, { "name": "B", "entry": LINE(enter-b) }, { "name": "C" } ],
          "transitions": [
            { "from": "A", "to": "B", "condition": { "typeName": "Boolean", "expression": { "type": "JavaScript", "value": "OPEN" } } },
            { "from": "A", "to": "C", "trigger": EVENT(go) } ] }
        """;

    [Fact]
    public void A_machine_that_begins_nowhere_is_done_at_once() =>
        Assert.Equal(["after"], Play(Machine("""{ "id": "m", "type": "Elsa.StateMachine", "states": [] }""")).Lines);

    [Fact]
    public void What_Elsa_passes_over_in_silence_is_refused_before_publishing()
    {
        var machine = Machine(
            """
            { "id": "m", "type": "Elsa.StateMachine", "initialState": "Start", "states": [ { "name": "A" }, { "name": "A" } ],
              "transitions": [ { "from": "A", "to": "Nowhere",
                                 "condition": { "type": "JavaScript", "value": "getNothing()" } } ] }
            """
        );

        var codes = DefinitionCheck.Check(Definition(machine), ActivityCatalogue.All).Select(p => p.Code);

        Assert.Equal(
            ["expression.name-unknown", "machine.initial-state", "machine.state-name", "machine.unknown-state"],
            codes.Order()
        );
    }

    [Fact]
    public void A_sound_machine_may_be_published() =>
        Assert.Empty(DefinitionCheck.Check(Definition(Machine(Invoice)), ActivityCatalogue.All));

    private static Story Play(JsonObject? machine = null) => new Story(Definition(machine ?? Machine(Invoice))).Start();

    private static WorkflowDefinition Definition(JsonObject machine) =>
        Chart.Definition(Chart.Flowchart("f", "m -> after", machine));

    private static JsonObject Machine(string text)
    {
        text = System.Text.RegularExpressions.Regex.Replace(
            text,
            @"LINE\(([\w-]+)\)",
            """{ "id": "$1", "type": "Elsa.WriteLine", "version": 1, "text": "$1" }"""
        );
        text = System.Text.RegularExpressions.Regex.Replace(
            text,
            @"EVENT\(([\w-]+)\)",
            """{ "id": "$1", "name": "$1", "type": "Elsa.Event", "version": 1, "eventName": "$1" }"""
        );
        return (JsonObject)JsonNode.Parse(text)!;
    }
}
