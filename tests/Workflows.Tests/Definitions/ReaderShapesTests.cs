using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Workflows.Tests.Definitions;

public class ReaderShapesTests
{
    private const string TwoLines = """
        [ { "id": "a", "type": "Elsa.WriteLine" }, { "id": "b", "type": "Elsa.WriteLine" } ]
        """;

    [Theory]
    [InlineData(
        """[{ "source": { "activity": "a", "port": "Done" }, "target": { "activity": "b", "port": "In" }, "vertices": [] }]"""
    )]
    [InlineData("""[{ "Source": { "Activity": "a", "Port": "Done" }, "Target": { "Activity": "b", "Port": "In" } }]""")]
    [InlineData("""[{ "source": "a", "sourcePort": "Done", "target": "b", "targetPort": "In" }]""")]
    [InlineData("""{ "$values": [{ "source": "a", "sourcePort": "Done", "target": "b", "targetPort": "In" }] }""")]
    [InlineData(
        """{ "_type": "X[]", "items": [{ "source": "a", "sourcePort": "Done", "target": "b", "targetPort": "In" }] }"""
    )]
    [InlineData("""{ "source": { "activity": "a", "port": "Done" }, "target": { "activity": "b", "port": "In" } }""")]
    public void Every_shape_of_connections_is_read(string connections)
    {
        var graph = Documents.Read(Documents.Flowchart(TwoLines, connections)).Root.Graph!;
        Assert.Equal("a:Done->b:In", Assert.Single(graph.Connections).Key);
    }

    [Fact]
    public void A_connection_without_a_source_port_matches_the_default_outcome()
    {
        var graph = Documents
            .Read(
                Documents.Flowchart(
                    TwoLines,
                    """[{ "source": { "activity": "a", "port": null }, "target": { "activity": "b" } }]"""
                )
            )
            .Root.Graph!;
        Assert.Equal(("a->b", null), (graph.Connections[0].Key, graph.Connections[0].SourcePort));
    }

    [Fact]
    public void A_connection_with_an_unknown_end_is_left_out_with_a_warning()
    {
        var json = Documents.Flowchart(
            TwoLines,
            """[{ "source": { "activity": "a" }, "target": { "activity": "gone" } }]"""
        );
        Assert.True(DefinitionReader.TryRead(json, out var definition, out var problems));
        Assert.Empty(definition.Root.Graph!.Connections);
        var problem = Assert.Single(problems);
        Assert.Equal(("connection.endpoint-unknown", ProblemSeverity.Warning), (problem.Code, problem.Severity));
        Assert.Equal("gone", problem.Facts["target"]);
    }

    [Theory]
    [InlineData(""" "customProperties": { "canStartWorkflow": true } """, true)]
    [InlineData(""" "customProperties": { "CanStartWorkflow": true } """, true)]
    [InlineData(""" "canStartWorkflow": true """, true)]
    [InlineData(""" "CanStartWorkflow": true """, true)]
    [InlineData(""" "customProperties": { "canStartWorkflow": false }, "canStartWorkflow": true """, false)]
    [InlineData(""" "customProperties": null """, false)]
    public void Flags_are_found_in_every_place(string member, bool expected)
    {
        var activity = Activity(member);
        Assert.Equal(expected, activity.CanStartWorkflow);
    }

    [Theory]
    [InlineData("\"Race\"", "Race")]
    [InlineData("1", "Stream")]
    [InlineData("99", "99")]
    [InlineData("null", null)]
    public void A_merge_mode_may_be_a_name_or_a_number(string written, string? expected) =>
        Assert.Equal(expected, Activity($$""" "customProperties": { "mergeMode": {{written}} } """).MergeMode);

    [Theory]
    [InlineData("\"hello\"", "hello")]
    [InlineData("true", true)]
    [InlineData("7", 7L)]
    public void A_bare_scalar_is_a_literal(string written, object expected)
    {
        var input = Activity($$""" "text": {{written}} """).Input("text")!;
        Assert.Equal(("Literal", expected), (input.Syntax, input.Value));
    }

    [Fact]
    public void A_null_input_is_not_given() => Assert.Null(Activity(""" "text": null """).Input("text"));

    [Fact]
    public void A_literal_fraction_keeps_its_scale() =>
        Assert.Equal(
            "1.50",
            ((decimal)Activity(Wrapped("""{ "type": "Literal", "value": 1.50 }""")).Input("text")!.Value!).ToString(
                System.Globalization.CultureInfo.InvariantCulture
            )
        );

    [Fact]
    public void A_literal_object_is_kept_as_its_json_text() =>
        Assert.Equal(
            """{"a":[1,2]}""",
            Activity(Wrapped("""{ "type": "Literal", "value": { "a": [1, 2] } }""")).Input("text")!.Value
        );

    [Fact]
    public void An_expression_type_of_null_means_literal() =>
        Assert.Equal("Literal", Activity(Wrapped("""{ "type": null, "value": "x" }""")).Input("text")!.Syntax);

    [Fact]
    public void An_absent_expression_type_leaves_the_input_unset() =>
        Assert.True(Activity(Wrapped("""{ "value": "x" }""")).Input("text")!.IsUnset);

    [Fact]
    public void An_input_without_type_name_is_unset() =>
        Assert.True(
            Activity(""" "text": { "expression": { "type": "Literal", "value": "x" } } """).Input("text")!.IsUnset
        );

    [Theory]
    [InlineData("""{ "id": "v1", "name": "Amount", "typeName": "Decimal" }""")]
    [InlineData(""" "{\"id\":\"v1\",\"name\":\"Amount\",\"typeName\":\"Decimal\"}" """)]
    [InlineData(""" "{\"Id\":\"v1\",\"Name\":\"Amount\"}" """)]
    public void A_variable_reference_may_be_an_object_or_a_text(string value)
    {
        var input = Activity(Wrapped($$"""{ "type": "Variable", "value": {{value}} }""")).Input("text")!;
        Assert.Equal(new ExpressionReference("v1", "Amount"), input.Reference);
    }

    [Theory]
    [InlineData("\"no json\"")]
    [InlineData("\"[1]\"")]
    [InlineData("7")]
    [InlineData("null")]
    public void An_unreadable_reference_is_none(string value) =>
        Assert.Null(Activity(Wrapped($$"""{ "type": "Variable", "value": {{value}} }""")).Input("text")!.Reference);

    [Fact]
    public void Children_are_found_below_every_kind_of_port()
    {
        var definition = Documents.Read(
            """
            { "root": { "id": "r", "type": "Elsa.Sequence", "activities": [
              { "id": "if", "type": "Elsa.If", "then": { "id": "t", "type": "X" }, "else": null },
              { "id": "sw", "type": "Elsa.Switch", "cases": [
                 { "label": "none", "condition": { "type": "JavaScript", "value": "false" } },
                 { "label": "one", "condition": { "type": "JavaScript", "value": "true" }, "activity": { "id": "c", "type": "X" } } ] },
              { "id": "fork", "type": "Elsa.Fork", "branches": [ { "id": "b1", "type": "X" }, { "id": "b2", "type": "X" } ] },
              { "id": "own", "type": "Unknown.Type", "inner": { "id": "u", "type": "X" } } ] } }
            """
        );
        Assert.Equal("Workflow1:r:if:t", definition.Activity("if")!.Child("then")!.NodeId);
        Assert.Null(definition.Activity("if")!.Child("else"));
        var cases = definition.Activity("sw")!.Cases;
        Assert.Equal(["none", "one"], cases.Select(c => c.Label));
        Assert.Equal(("true", "c"), (cases[1].Condition!.Text, cases[1].Activity!.Id));
        Assert.Null(cases[0].Activity);
        Assert.Equal(["b1", "b2"], definition.Activity("fork")!.Children("branches").Select(a => a.Id));
        Assert.Equal("inner", definition.Activity("u")!.Place);
        Assert.Equal(10, definition.ById.Count);
    }

    [Fact]
    public void An_activity_that_elsa_stored_away_comes_back()
    {
        var activity = Documents
            .Read(
                Documents.Flowchart(
                    """
                    [ { "id": "a", "type": "Elsa.NotFoundActivity", "missingTypeName": "CaseFlow.SendLetter",
                        "originalActivityJson": "{\"id\":\"a\",\"type\":\"CaseFlow.SendLetter\",\"letter\":\"welcome\"}" } ]
                    """
                )
            )
            .Activity("a")!;
        Assert.Equal(("CaseFlow.SendLetter", "welcome"), (activity.Type, activity.Input("letter")!.Value));
    }

    [Fact]
    public void A_document_without_root_is_an_empty_sequence()
    {
        var definition = Documents.Read("""{ "id": "v", "name": "  Empty " }""");
        Assert.Equal(("Elsa.Sequence", "Empty", 1), (definition.Root.Type, definition.Name, definition.Version));
    }

    [Fact]
    public void Keys_of_the_document_level_may_be_in_any_case()
    {
        var definition = Documents.Read("""{ "Id": "v", "DefinitionId": "d", "Version": "3", "IsPublished": true }""");
        Assert.Equal(
            ("v", "d", 3, true),
            (definition.Id, definition.DefinitionId, definition.Version, definition.IsPublished)
        );
    }

    [Fact]
    public void A_node_path_of_the_document_is_not_believed() =>
        Assert.Equal("Workflow1:f:a", Activity(""" "nodeId": "Elsewhere:a" """).NodeId);

    [Fact]
    public void Unknown_keys_stay_in_the_source()
    {
        var definition = Documents.Read(Documents.Flowchart(TwoLines, more: """, "vendor": { "x": 1.0 } """));
        Assert.Equal("1.0", definition.Source["vendor"]!["x"]!.ToJsonString());
    }

    [Fact]
    public void The_clause_and_step_of_a_node_are_known()
    {
        var activity = Activity(""" "customProperties": { "clause": "P56", "step": 4 } """);
        Assert.Equal(("P56", 4), (activity.Clause, activity.Step));
    }

    private static ActivityNode Activity(string member) =>
        Documents
            .Read(Documents.Flowchart($$"""[ { "id": "a", "type": "Elsa.WriteLine", {{member}} } ]"""))
            .Activity("a")!;

    private static string Wrapped(string expression) =>
        $$""" "text": { "typeName": "String", "expression": {{expression}} } """;
}
