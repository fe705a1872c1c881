using System.Text.Json.Nodes;
using CaseFlow.Workflows.Activities;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;
using CaseFlow.Workflows.Tests.Execution;

namespace CaseFlow.Workflows.Tests.Activities;

/// <summary>Workflows used as activities.</summary>
public sealed class WorkflowActivityTests
{
    private const string Amounts = """
        "inputs":[{"name":"Amount","type":"Int32"}],"outputs":[{"name":"Total","type":"Int32"}],"outcomes":["Big","Small"],
        """;

    [Fact]
    public void A_workflow_runs_inside_the_one_that_uses_it()
    {
        var inner = Workflow("Member check", Chart.Flowchart("i", "x -> y"));

        var story = Play("a -> use\n use = MemberCheck {}\n use -> b", inner);

        Assert.Equal(["a", "x", "y", "b"], story.Lines);
        Assert.Equal(InstanceSubStatus.Finished, story.Status);
        Assert.Contains(story.Journal, e => e.NodeId == "Workflow1:f:use:i:x");
    }

    [Fact]
    public void Its_inputs_come_before_those_of_the_workflow_around()
    {
        var inner = Workflow(
            "Inner",
            Line("i", Js("`${getInput('Amount')} ${getInput('Other')} ${getAmount()}`")),
            Amounts
        );

        var story = Play(
            $$"""use = Inner {"amount":{{Js("getInput('Amount') + 1", "Int32")}} }""",
            inner,
            [("Amount", 1L), ("Other", "outer")]
        );

        Assert.Equal(["2 outer 2"], story.Lines);
    }

    [Fact]
    public void An_input_that_is_not_given_hides_the_one_of_the_workflow_around()
    {
        var inner = Workflow("Inner", Line("i", Js("String(getInput('Amount'))")), Amounts);

        Assert.Equal(["null"], Play("use = Inner {}", inner, [("Amount", 1L)]).Lines);
    }

    [Fact]
    public void An_input_that_does_not_fit_its_type_is_refused_aloud()
    {
        var inner = Workflow("Inner", Line("i", Js("'never'")), Amounts);

        var story = Play($$"""use = Inner {"amount":"one"}""", inner);

        Assert.Equal("input.failed", story.Incident!.Code);
        Assert.Equal("use", story.Incident.ActivityId);
    }

    [Fact]
    public void Its_outputs_reach_the_variables_they_are_bound_to_and_not_the_outputs_around()
    {
        var inner = Workflow(
            "Inner",
            Chart.Activity("i", "Elsa.SetOutput", """{"outputName":"Total","outputValue":7}"""),
            Amounts
        );
        var story = Play(
            """use = Inner {"total":{"typeName":"Int32","memoryReference":{"id":"v"}}}"""
                + "\n use -> w\n w = Elsa.WriteLine "
                + $$"""{"text":{{Js("`${getVariable('Kept')} ${getOutputFrom('use', 'Total')}`")}}}""",
            inner,
            more: """{"variables":[{"id":"v","name":"Kept","typeName":"Int32"}],"outputs":[{"name":"Total","type":"Int32"}]}"""
        );

        Assert.Equal(["7 7"], story.Lines);
        Assert.Empty(story.State!.Output);
    }

    [Fact]
    public void An_activity_inside_may_put_its_output_out_as_the_workflow_s()
    {
        var script = """{"script":"40 + 2","result":{"typeName":"Object","memoryReference":{"id":"Total"}}}""";
        var inner = Workflow("Inner", Chart.Activity("i", "Elsa.RunJavaScript", script), Amounts);

        var story = Play(
            """use = Inner {"total":{"typeName":"Int32","memoryReference":{"id":"Result"}}}""",
            inner,
            more: """{"outputs":[{"name":"Result","type":"Int32"}]}"""
        );

        Assert.Equal(42d, story.State!.Output["Result"]);
    }

    [Theory]
    [InlineData("{\"outcomes\":\"Big\"}", "big")]
    [InlineData("{\"outcomes\":\"Small\"}", "small")]
    [InlineData("{}", "done")]
    public void It_leaves_by_the_outcome_that_complete_gives_inside(string outcomes, string line)
    {
        var inner = Workflow("Inner", Chart.Flowchart("i", $"c = Elsa.Complete {outcomes}\n x -> c"), Amounts);

        var story = Play("use = Inner {}\n use:Big -> big\n use:Small -> small\n use:Done -> done", inner);

        Assert.Equal(["x", line], story.Lines);
        Assert.Equal(InstanceSubStatus.Finished, story.Status);
        Assert.Empty(story.State!.Outcomes);
    }

    [Fact]
    public void Complete_inside_cancels_what_still_waits_inside_and_nothing_around()
    {
        var inner = Workflow(
            "Inner",
            Chart.Flowchart("i", "x -> t\n t = Elsa.RunTask {\"taskName\":\"inside\"}\n x -> c\n c = Elsa.Complete {}")
        );

        var story = Play(
            "s -> use\n s -> o\n o = Elsa.RunTask {\"taskName\":\"around\"}\n use = Inner {}\n use -> after",
            inner
        );

        Assert.Equal(["s", "x", "after"], story.Lines);
        Assert.Equal(["o"], story.Tasks.Select(t => t.ActivityId));
    }

    [Fact]
    public void Its_variables_begin_anew_with_each_use_and_are_not_those_around()
    {
        var inner = Workflow(
            "Inner",
            Line("i", Js("setVariable('N', getVariable('N') + 1); String(getVariable('N'))")),
            """ "variables":[{"id":"n","name":"N","typeName":"Int32","value":"10"}],"""
        );

        var story = Play(
            $$"""
            use1 = Inner {}
            use2 = Inner {}
            use1 -> use2
            use2 -> w
            w = Elsa.WriteLine {"text":{{Js("String(getVariable('N'))")}} }
            """,
            inner,
            more: """{"variables":[{"id":"n","name":"N","typeName":"Int32","value":"1"}]}"""
        );

        Assert.Equal(["11", "11", "1"], story.Lines);
    }

    [Fact]
    public void Inputs_are_looked_at_from_outside_even_where_a_name_means_something_else_inside()
    {
        var inner = Workflow(
            "Inner",
            Line("i", Js("String(getInput('Amount'))")),
            Amounts + """ "variables":[{"id":"n","name":"N","typeName":"Int32","value":"10"}],"""
        );

        var story = Play(
            $$"""use = Inner {"amount":{{Js("getVariable('N')", "Int32")}} }""",
            inner,
            more: """{"variables":[{"id":"n","name":"N","typeName":"Int32","value":"1"}]}"""
        );

        Assert.Equal(["1"], story.Lines);
    }

    [Fact]
    public void A_wait_inside_keeps_the_activity_open_until_it_ends()
    {
        var inner = Workflow(
            "Inner",
            Chart.Flowchart("i", "x -> d\n d = Elsa.Delay {\"timeSpan\":\"1.00:00:00\"}\n d -> y")
        );

        var story = Play("use = Inner {}\n use -> b", inner);

        Assert.Equal(["x"], story.Lines);
        Assert.Equal(["x", "y", "b"], story.WaitDays(1).Lines);
    }

    [Fact]
    public void A_workflow_may_use_others_that_use_others_and_ids_may_repeat()
    {
        var innermost = Workflow("Third", Line("a", "\"third\""));
        var inner = Workflow("Second", Chart.Flowchart("f", "a = Third {}\n a -> b"));

        var story = Play("a = Second {}\n b = Third {}\n a -> b", innermost, [], "{}", inner);

        Assert.Equal(["third", "b", "third"], story.Lines);
    }

    [Fact]
    public void End_inside_ends_only_the_used_workflow_s_flowchart()
    {
        var inner = Workflow("Inner", Chart.Flowchart("i", "x -> e\n e = Elsa.End {}"));

        Assert.Equal(["x", "b"], Play("use = Inner {}\n use -> b", inner).Lines);
    }

    [Fact]
    public void Finish_inside_ends_the_whole_instance()
    {
        var inner = Workflow("Inner", Chart.Flowchart("i", "x -> e\n e = Elsa.Finish {}"));

        var story = Play("use = Inner {}\n use -> b", inner);

        Assert.Equal(["x"], story.Lines);
        Assert.Equal(InstanceSubStatus.Finished, story.Status);
    }

    [Fact]
    public void The_exact_version_comes_before_the_number_and_the_number_before_the_published_one()
    {
        WorkflowDefinition Version(int number, bool published) =>
            Workflow("Inner", Line("i", $"\"v{number}\""), published ? "\"isPublished\":true," : "", number);
        var versions = new[] { Version(1, false), Version(2, true), Version(3, false) };

        string Said(string reference) => Assert.Single(Run(Chart.Read($"use = Inner {reference}"), [], versions).Lines);

        Assert.Equal(
            "v1",
            Said("""{"workflowDefinitionId":"Inner","workflowDefinitionVersionId":"Inner-1","version":3}""")
        );
        Assert.Equal(
            "v3",
            Said("""{"workflowDefinitionId":"Inner","workflowDefinitionVersionId":"gone","version":3}""")
        );
        Assert.Equal("v2", Said("""{"workflowDefinitionId":"Inner"}"""));
        Assert.Equal("v2", Said("""{"version":9}"""));
    }

    [Fact]
    public void A_workflow_that_contains_itself_is_refused()
    {
        var outer = Workflow("Outer", Chart.Flowchart("f", "use = Inner {}"));
        var inner = Workflow("Inner", Chart.Flowchart("i", "back = Outer {\"workflowDefinitionId\":\"Outer\"}"));

        var problem = Assert.Single(Check(outer, outer, inner));

        Assert.Equal(("workflow.cycle", "use"), (problem.Code, problem.ActivityId));
    }

    [Fact]
    public void A_workflow_that_is_not_there_is_refused_with_the_activity_that_wants_it()
    {
        var problem = Assert.Single(Check(Chart.Read("use = Inner {\"workflowDefinitionId\":\"none\"}")));

        Assert.Equal(("workflow.unknown", "use"), (problem.Code, problem.ActivityId));
    }

    [Fact]
    public void Workflows_that_multiply_beyond_measure_are_refused()
    {
        List<WorkflowDefinition> levels = [Workflow("L0", Line("i", "\"x\""))];
        for (var level = 1; level <= 16; level++)
        {
            levels.Add(
                Workflow($"L{level}", Chart.Flowchart("f", $"a = L{level - 1} {{}}\n b = L{level - 1} {{}}\n a -> b"))
            );
        }

        Assert.All(Check(levels[^1], [.. levels]), p => Assert.Equal("workflow.too-large", p.Code));
    }

    [Fact]
    public void Leaving_by_an_outcome_that_the_used_workflow_does_not_declare_is_refused()
    {
        var inner = Workflow("Inner", Line("i", "\"x\""), Amounts);

        var problems = Check(Chart.Read("use = Inner {}\n use:Other -> b\n use:Big -> c\n use -> d"), inner);

        Assert.Equal(["connection.outcome-unknown"], problems.Select(p => p.Code));
    }

    [Fact]
    public void Publishing_pins_the_versions_that_are_used()
    {
        var inner = Workflow("Inner", Line("i", "\"x\""), "", 4);

        var pinned = WorkflowPins.Write(
            Chart.Read("a -> use\n use = Inner {}"),
            ActivityCatalogue.All,
            new WorkflowVersions([inner])
        );

        var use = JsonNode.Parse(pinned)!["root"]!["activities"]!.AsArray().Single(a => (string?)a!["id"] == "use")!;
        Assert.Equal(
            ("Inner", "Inner-4", 4),
            ((string?)use["workflowDefinitionId"], (string?)use["workflowDefinitionVersionId"], (int)use["version"]!)
        );
    }

    private static Story Play(
        string text,
        WorkflowDefinition inner,
        (string, object?)[]? input = null,
        string more = "{}",
        params WorkflowDefinition[] others
    ) => Run(Chart.Read(text, more), input ?? [], [inner, .. others]);

    private static Story Run(WorkflowDefinition definition, (string, object?)[] input, WorkflowDefinition[] used)
    {
        Assert.True(
            DefinitionLinker.TryLink(
                definition,
                ActivityCatalogue.All,
                new WorkflowVersions(used),
                out var linked,
                out var problems
            ),
            string.Join('\n', problems)
        );
        return new Story(linked).Start(input);
    }

    private static IReadOnlyList<DefinitionProblem> Check(
        WorkflowDefinition definition,
        params WorkflowDefinition[] used
    ) => DefinitionCheck.Check(definition, ActivityCatalogue.All, null, new WorkflowVersions(used));

    private static WorkflowDefinition Workflow(string name, JsonObject root, string more = "", int version = 1)
    {
        var json =
            $$"""{"id":"{{name}}-{{version}}","definitionId":"{{name}}","name":"{{name}}","version":{{version}},{{more}}"root":{{root.ToJsonString()}} }""";
        Assert.True(DefinitionReader.TryRead(json, out var definition, out var problems), string.Join('\n', problems));
        return definition;
    }

    private static JsonObject Line(string id, string text) =>
        Chart.Activity(id, "Elsa.WriteLine", $$"""{"text":{{text}} }""");

    private static string Js(string script, string type = "String") =>
        $$$"""{"typeName":"{{{type}}}","expression":{"type":"JavaScript","value":{{{JsonValue.Create(script).ToJsonString()}}}}}""";
}
