using System.Text.Json.Nodes;
using CaseFlow.Workflows.Execution;
using CaseFlow.Workflows.Tests.Execution;

namespace CaseFlow.Workflows.Tests.Activities;

public sealed class DataTests
{
    private const string Document = """
        {
          "variables": [ { "id": "v1", "name": "Amount", "typeName": "Int32", "value": "7" },
                         { "id": "v2", "name": "Text", "typeName": "String" } ],
          "inputs": [ { "name": "Limit", "type": "Decimal" } ],
          "outputs": [ { "name": "Answer", "type": "Object" } ]
        }
        """;

    [Fact]
    public void A_variable_starts_with_its_default() => Assert.Equal(["7"], Play(Say("a", "getAmount()")).Lines);

    [Fact]
    public void A_value_given_to_a_variable_takes_on_its_type()
    {
        var story = Play("""a = Elsa.SetVariable {"variable":{"id":"v1","name":"Amount"},"value":"5"}""");

        Assert.Equal(5L, story.State!.Variables["v1"]);
    }

    [Fact]
    public void A_value_that_does_not_fit_its_variable_faults()
    {
        var story = Play("""a = Elsa.SetVariable {"variable":{"id":"v1","name":"Amount"},"value":"five"}""");

        Assert.Equal("expression.failed", story.Incident!.Code);
        Assert.Equal("a", story.Incident.ActivityId);
    }

    [Fact]
    public void Setting_a_variable_that_is_not_in_reach_faults() =>
        Assert.Equal(
            "variable.unknown",
            Play("""a = Elsa.SetVariable {"variable":{"id":"v9","name":"Nobody"},"value":1}""").Incident!.Code
        );

    [Fact]
    public void A_workflow_input_is_converted_and_readable()
    {
        var story = new Story(Chart.Read(Say("a", "getInput('Limit') * 2"), Document)).Start(("Limit", "1000.5"));

        Assert.Equal(1000.5m, story.State!.Input["Limit"]);
        Assert.Equal(["2001"], story.Lines);
    }

    [Fact]
    public void An_input_that_does_not_fit_its_type_faults_the_start()
    {
        var story = new Story(Chart.Read("a -> b", Document)).Start(("Limit", "much"));

        Assert.Equal("expression.failed", story.Incident!.Code);
        Assert.Null(story.State);
    }

    [Fact]
    public void Variable_and_input_expressions_read_by_reference()
    {
        var story = new Story(
            Chart.Read(
                $"a = Elsa.WriteLine {{\"text\":{By("Variable", "v1", "Amount")}}}\n"
                    + $"b = Elsa.WriteLine {{\"text\":{By("Input", "x", "Limit")}}}\n a -> b",
                Document
            )
        ).Start(("Limit", 3L));

        Assert.Equal(["7", "3"], story.Lines);
    }

    [Fact]
    public void An_output_reaches_the_variable_it_is_bound_to()
    {
        var story = Play(
            """
            a = Elsa.RunJavaScript {"script":"return { x: [1, 'two'] };","result":{"typeName":"Object","memoryReference":{"id":"v2"}}}
            """
        );

        var value = Assert.IsAssignableFrom<IReadOnlyDictionary<string, object?>>(story.State!.Variables["v2"]);
        Assert.Equal([1.0, "two"], Assert.IsAssignableFrom<IReadOnlyList<object?>>(value["x"]));
    }

    [Fact]
    public void An_output_may_be_bound_to_an_output_of_the_workflow()
    {
        var story = Play(
            """
            a = Elsa.RunJavaScript {"script":"return 42;","result":{"typeName":"Object","memoryReference":{"id":"Answer"}}}
            """
        );

        Assert.Equal(42.0, story.State!.Output["Answer"]);
    }

    [Fact]
    public void What_an_activity_put_out_is_readable_after_a_wait()
    {
        var story = Play(
            $"a = Elsa.RunJavaScript {{\"script\":\"return 'kept';\"}}\n a -> w\n"
                + $"w = Elsa.Delay {{\"timeSpan\":\"1.00:00:00\"}}\n w -> b\n w -> c\n"
                + $"{Say("b", "getOutputFrom('a')")}\n{Say("c", "getLastResult()")}"
        );

        Assert.Equal(["kept", "kept"], story.WaitDays(1).Lines);
    }

    [Fact]
    public void A_script_leaves_by_the_outcomes_it_sets()
    {
        var story = Play(
            """
            a = Elsa.RunJavaScript {"script":"setOutcomes(['X', 'Y']);"}
            a:X -> x
            a:Y -> y
            a:Done -> done
            """
        );

        Assert.Equal(["x", "y"], story.Lines);
    }

    [Fact]
    public void A_script_error_names_the_input_and_the_place()
    {
        var story = Play(Say("a", "throw new Error('no')"));

        Assert.Equal("input.failed", story.Incident!.Code);
        Assert.Contains("text", story.Incident.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_variable_of_a_container_begins_anew_each_time_and_hides_an_outer_one()
    {
        var sequence = Chart.Activity(
            "q",
            "Elsa.Sequence",
            """{"variables":[{"id":"i","name":"Amount","typeName":"Int32","value":1}]}"""
        );
        sequence["activities"] = new JsonArray(
            Chart.Activity("i1", "Elsa.WriteLine", $$"""{"text":{{Js("getAmount()")}}}"""),
            Chart.Activity("i2", "Elsa.RunJavaScript", """{"script":"setAmount(9)"}"""),
            Chart.Activity("i3", "Elsa.WriteLine", $$"""{"text":{{Js("getAmount()")}}}""")
        );
        var loop = Chart.Activity("l", "Elsa.For", """{"start":1,"end":2}""");
        loop["body"] = sequence;
        var story = new Story(
            Chart.Definition(Chart.Flowchart("f", $"l -> z\n{Say("z", "getAmount()")}", loop), Document)
        );

        Assert.Equal(["1", "9", "1", "9", "7"], story.Start().Lines);
    }

    [Fact]
    public void A_script_may_make_a_variable_that_lasts_as_long_as_the_container()
    {
        var story = Play(
            $"a = Elsa.RunJavaScript {{\"script\":\"setVariable('New', 3)\"}}\n a -> w\n"
                + $"w = Elsa.Delay {{\"timeSpan\":\"1.00:00:00\"}}\n w -> b\n{Say("b", "getVariable('New')")}"
        );

        Assert.Equal(["3"], story.WaitDays(1).Lines);
    }

    [Fact]
    public void The_instance_gets_its_name_correlation_and_outputs()
    {
        var story = Play(
            """
            a = Elsa.SetName {"value":"case 7"}
            b = Elsa.Correlate {"correlationId":"party-1"}
            c = Elsa.SetOutput {"outputName":"Answer","outputValue":"yes"}
            a -> b
            b -> c
            """
        );

        Assert.Equal(
            ("case 7", "party-1", "yes"),
            (story.State!.Name, story.State.CorrelationId, story.State.Output["Answer"])
        );
    }

    [Fact]
    public void A_fault_on_purpose_rolls_the_burst_back()
    {
        var story = Play(
            "w = Elsa.Delay {\"timeSpan\":\"1.00:00:00\"}\n w -> a\n a -> x\n x = Elsa.Fault {\"code\":\"7\"}"
        );
        var before = story.State;

        story.WaitDays(1);

        Assert.Equal("fault.7", story.Incident!.Code);
        Assert.Same(before, story.State);
        Assert.Empty(story.Lines);
    }

    [Fact]
    public void Random_values_and_ids_are_the_same_when_a_burst_is_replayed()
    {
        var text = $"{Say("a", "newGuidString() + ' ' + Math.random()")}\n a -> b\n{Say("b", "newGuidString()")}";

        var (once, again) = (Play(text), Play(text));

        Assert.Equal(once.Lines, again.Lines);
        Assert.NotEqual(once.Lines[0][..36], once.Lines[1]);
    }

    [Fact]
    public void Arabic_text_stays_readable_in_the_stored_state()
    {
        var story = Play("""a = Elsa.SetVariable {"variable":{"id":"v2","name":"Text"},"value":"سكن"}""");

        Assert.Contains("سكن", InstanceStateJson.Write(story.State!), StringComparison.Ordinal);
    }

    private static string Say(string id, string script) => $$"""{{id}} = Elsa.WriteLine {"text":{{Js(script)}} }""";

    private static string Js(string script) =>
        $$"""{"typeName":"String","expression":{"type":"JavaScript","value":"{{script}}"} }""";

    private static string By(string kind, string id, string name) =>
        $$"""{"typeName":"String","expression":{"type":"{{kind}}","value":{"id":"{{id}}","name":"{{name}}"} } }""";

    private static Story Play(string text) => new Story(Chart.Read(text, Document)).Start();
}
