using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Workflows.Tests.Definitions;

public class DefinitionCheckTests
{
    [Fact]
    public void A_sound_definition_has_no_problems() => Assert.Empty(Check(Documents.SmallApproval));

    [Fact]
    public void An_unknown_activity_type_is_refused_with_its_place()
    {
        var problem = Single("activity.unknown-type", Chart("""{ "id": "a", "type": "Acme.Magic" }"""));
        Assert.Equal(
            ("a", ProblemSeverity.Error, "Acme.Magic"),
            (problem.ActivityId, problem.Severity, problem.Facts["type"])
        );
        Assert.True(problem.Line > 0);
    }

    [Theory]
    [InlineData("Merge")]
    [InlineData("Converge")]
    [InlineData("Cascade")]
    [InlineData("Race")]
    public void Merge_modes_of_token_flow_are_refused(string mode) =>
        Assert.Equal(
            mode,
            Single(
                "activity.merge-mode-unsupported",
                Write($$""" "customProperties": { "mergeMode": "{{mode}}" } """)
            ).Facts["mergeMode"]
        );

    [Theory]
    [InlineData("\"None\"")]
    [InlineData("\"stream\"")]
    [InlineData("null")]
    public void Harmless_merge_modes_pass(string mode) =>
        Assert.Empty(Check(Write($$""" "customProperties": { "mergeMode": {{mode}} } """)));

    [Fact]
    public void A_template_that_does_not_parse_is_refused_with_its_line_and_column()
    {
        var problem = Single("expression.unparsable", Text("Liquid", "\"one\\n{% if %}\""));
        Assert.Equal(("Liquid", 2L), (problem.Facts["language"], problem.Facts["line"]));
        Assert.Equal("text", problem.Facts["input"]);
    }

    [Fact]
    public void A_script_that_does_not_parse_is_refused_with_its_line_and_column()
    {
        var problem = Single("expression.unparsable", Text("JavaScript", "\"let a = 1\\nclass B {}\""));
        Assert.Equal(("JavaScript", 2L), (problem.Facts["language"], problem.Facts["line"]));
    }

    [Theory]
    [InlineData("getAmount() + variables.Amount + getVariable('Amount') + getInput('Request') + getRequest()", null)]
    [InlineData("getTextFromA()", null)]
    [InlineData("setNovel(1); variables.Other = 2", null)]
    [InlineData("getLastResult() + getCorrelationId()", null)]
    [InlineData("getAmuont()", "Amuont")]
    [InlineData("variables.Amuont", "Amuont")]
    [InlineData("getVariable('amount')", "amount")]
    [InlineData("getInput('request')", "request")]
    public void A_script_that_mentions_an_unknown_name_is_doubted(string script, string? name) =>
        Assert.Equal(name, Check(Text("JavaScript", $"\"{script}\"")).SingleOrDefault()?.Facts["name"]);

    [Fact]
    public void A_script_kept_as_a_literal_is_parsed_too() =>
        Single("expression.unparsable", Chart("""{ "id": "a", "type": "Elsa.RunJavaScript", "script": "let = " }"""));

    [Theory]
    [InlineData("CSharp", "expression.type-unknown", null)]
    [InlineData("javascript", "expression.type-wrong-case", "JavaScript")]
    [InlineData("literal", "expression.type-wrong-case", "Literal")]
    public void A_language_must_be_one_of_ours_in_exact_case(string language, string code, string? meant) =>
        Assert.Equal(meant, Single(code, Text(language, "\"x\"")).Facts["meant"]);

    [Fact]
    public void An_expression_without_type_is_refused() =>
        Single(
            "expression.type-missing",
            Write(""" "text": { "typeName": "String", "expression": { "value": "x" } } """)
        );

    [Fact]
    public void An_input_without_type_name_is_refused() =>
        Single("input.type-name-missing", Write(""" "text": { "expression": { "type": "Literal", "value": "x" } } """));

    [Fact]
    public void An_input_without_expression_is_refused() =>
        Single("input.expression-missing", Write(""" "text": { "typeName": "String" } """));

    [Theory]
    [InlineData("""{ "id": "v1", "name": "Amount" }""", true)]
    [InlineData("""{ "name": "Amount" }""", true)]
    [InlineData("""{ "id": "gone", "name": "Amount" }""", false)]
    [InlineData("\"nonsense\"", false)]
    public void A_variable_expression_must_name_a_variable_in_reach(string value, bool known)
    {
        var problems = Check(Text("Variable", value));
        Assert.Equal(known, problems.All(p => p.Code != "variable.not-in-scope"));
    }

    [Fact]
    public void A_variable_of_a_sibling_container_is_not_in_reach()
    {
        var json = Chart(
            """
            { "id": "one", "type": "Elsa.Sequence", "variables": [ { "id": "inner", "name": "Inner", "typeName": "String" } ],
              "activities": [ { "id": "w1", "type": "Elsa.WriteLine", "text": { "typeName": "String", "expression": { "type": "Variable", "value": { "id": "inner" } } } } ] },
            { "id": "two", "type": "Elsa.Sequence",
              "activities": [ { "id": "w2", "type": "Elsa.WriteLine", "text": { "typeName": "String", "expression": { "type": "Variable", "value": { "id": "inner" } } } } ] }
            """,
            """ { "source": "one", "sourcePort": "Done", "target": "two" } """
        );
        Assert.Equal("w2", Single("variable.not-in-scope", json).ActivityId);
    }

    [Fact]
    public void Set_variable_must_name_a_variable_in_reach() =>
        Single(
            "variable.not-in-scope",
            Chart("""{ "id": "a", "type": "Elsa.SetVariable", "variable": { "id": "gone" } }""")
        );

    [Theory]
    [InlineData("""{ "name": "Request" }""", true)]
    [InlineData("""{ "name": "request" }""", false)]
    public void An_input_expression_must_name_an_input(string value, bool known) =>
        Assert.Equal(known, Check(Text("Input", value)).All(p => p.Code != "workflow-input.unknown"));

    [Fact]
    public void A_text_that_mentions_an_unknown_variable_is_doubted()
    {
        var problem = Single(
            "expression.name-unknown",
            Text("Liquid", "\"{{ Variables.Amuont }} {{ Variables.Amount }} {{ Input.Request }}\"")
        );
        Assert.Equal((ProblemSeverity.Warning, "Amuont"), (problem.Severity, problem.Facts["name"]));
    }

    [Fact]
    public void Loop_variables_are_in_reach_inside_the_loop() =>
        Assert.Empty(
            Check(
                Chart(
                    """
                    { "id": "l", "type": "Elsa.ForEach",
                      "body": { "id": "w", "type": "Elsa.WriteLine", "text": { "typeName": "String", "expression": { "type": "Liquid", "value": "{{ Variables.CurrentValue }}" } } } }
                    """
                )
            )
        );

    [Fact]
    public void An_activity_that_nothing_leads_to_is_refused()
    {
        var json = Chart(
            """{ "id": "s", "type": "Elsa.Start" }, { "id": "a", "type": "Elsa.WriteLine" }, { "id": "b", "type": "Elsa.WriteLine" }""",
            """{ "source": "s", "sourcePort": "Done", "target": "a" }"""
        );
        Assert.Equal("b", Single("activity.dangling", json).ActivityId);
    }

    [Fact]
    public void An_activity_behind_another_trigger_is_not_dangling() =>
        Assert.Empty(
            Check(
                Chart(
                    """
                    { "id": "s", "type": "Elsa.Start" }, { "id": "t", "type": "Elsa.Event", "customProperties": { "canStartWorkflow": true } },
                    { "id": "b", "type": "Elsa.WriteLine" }
                    """,
                    """{ "source": "t", "sourcePort": "Done", "target": "b" }"""
                )
            )
        );

    [Fact]
    public void A_loop_into_the_middle_of_another_way_is_refused()
    {
        var json = Chart(
            """
            { "id": "s", "type": "Elsa.Start" }, { "id": "a", "type": "Elsa.WriteLine" }, { "id": "b", "type": "Elsa.WriteLine" }
            """,
            """
            { "source": "s", "sourcePort": "Done", "target": "a" }, { "source": "s", "sourcePort": "Done", "target": "b" },
            { "source": "a", "sourcePort": "Done", "target": "b" }, { "source": "b", "sourcePort": "Done", "target": "a" }
            """
        );
        var problem = Single("connection.backward-invalid", json);
        Assert.Equal(("b", "a"), (problem.Facts["source"], problem.Facts["target"]));
    }

    [Fact]
    public void A_chart_without_a_beginning_is_refused()
    {
        var json = Chart(
            """{ "id": "a", "type": "Elsa.WriteLine" }, { "id": "b", "type": "Elsa.WriteLine" }""",
            """{ "source": "a", "sourcePort": "Done", "target": "b" }, { "source": "b", "sourcePort": "Done", "target": "a" }"""
        );
        Single("flowchart.no-start", json);
        Single("flowchart.no-start", Chart(""));
    }

    [Theory]
    [InlineData("\"True\"", true)]
    [InlineData("\"true\"", false)]
    [InlineData("\"Done\"", false)]
    [InlineData("null", false)]
    public void A_connection_must_leave_by_an_outcome_that_is_offered(string port, bool offered)
    {
        var json = Chart(
            """{ "id": "d", "type": "Elsa.FlowDecision" }, { "id": "w", "type": "Elsa.WriteLine" }""",
            $$"""{ "source": { "activity": "d", "port": {{port}} }, "target": { "activity": "w" } }"""
        );
        Assert.Equal(offered, Check(json).All(p => p.Code != "connection.outcome-unknown"));
    }

    [Theory]
    [InlineData("Literal", "\"3.00:00:00\"", null)]
    [InlineData("Literal", "\"soon\"", "value.bad-text")]
    [InlineData("Object", "\"\\\"01:00:00\\\"\"", null)]
    [InlineData("Object", "\"{\"", "value.bad-json")]
    [InlineData("Literal", "7", "value.wrong-kind")]
    public void A_literal_must_fit_the_type_of_its_input(string language, string value, string? reason)
    {
        var json = Chart(
            $$"""{ "id": "a", "type": "Elsa.Delay", "timeSpan": { "typeName": "TimeSpan", "expression": { "type": "{{language}}", "value": {{value}} } } }"""
        );
        Assert.Equal(reason, Check(json).SingleOrDefault(p => p.Code == "input.literal-invalid")?.Facts["reason"]);
    }

    [Theory]
    [InlineData("WaitAny", true)]
    [InlineData("waitall", true)]
    [InlineData("1", true)]
    [InlineData("2", false)]
    [InlineData("Sometimes", false)]
    public void A_literal_must_be_one_of_the_choices(string value, bool allowed)
    {
        var json = Chart(
            $$"""{ "id": "a", "type": "Elsa.FlowJoin", "mode": { "typeName": "X", "expression": { "type": "Literal", "value": "{{value}}" } } }"""
        );
        Assert.Equal(allowed, Check(json).All(p => p.Code != "input.choice-unknown"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(""", "letter": null""")]
    [InlineData(""", "letter": { "typeName": "String", "expression": { "type": "Literal", "value": "" } }""")]
    public void A_required_input_must_be_given(string letter) =>
        Assert.Equal(
            "letter",
            Single("input.required", Chart($$"""{ "id": "a", "type": "CaseFlow.SendLetter" {{letter}} }""")).Facts[
                "input"
            ]
        );

    [Fact]
    public void A_letter_must_exist()
    {
        var problem = Single(
            "reference.unknown",
            Chart("""{ "id": "a", "type": "CaseFlow.SendLetter", "letter": "wellcome" }""")
        );
        Assert.Equal(("letter", "wellcome"), (problem.Facts["kind"], problem.Facts["name"]));
        Assert.Empty(Check(Chart("""{ "id": "a", "type": "CaseFlow.SendLetter", "letter": "welcome" }""")));
    }

    [Fact]
    public void A_clause_must_exist() =>
        Assert.Equal(
            "P999",
            Single("reference.unknown", Write(""" "customProperties": { "clause": "P999" } """)).Facts["name"]
        );

    [Fact]
    public void Names_that_nobody_can_tell_are_not_checked() =>
        Assert.Empty(
            DefinitionCheck.Check(
                Documents.Read(Chart("""{ "id": "a", "type": "CaseFlow.SendLetter", "letter": "wellcome" }""")),
                new FewActivities()
            )
        );

    [Fact]
    public void An_output_must_go_to_a_variable_or_an_output_of_the_workflow()
    {
        Single(
            "output.target-unknown",
            Chart(
                """{ "id": "a", "type": "Elsa.Event", "result": { "typeName": "Object", "memoryReference": { "id": "gone" } } }"""
            )
        );
        Assert.Empty(
            Check(
                Chart(
                    """{ "id": "a", "type": "Elsa.Event", "result": { "typeName": "Object", "memoryReference": { "id": "Answer" } } }"""
                )
            )
        );
    }

    [Fact]
    public void An_expression_under_an_unknown_key_is_doubted() =>
        Assert.Equal(
            ProblemSeverity.Warning,
            Single(
                "input.unknown",
                Write(""" "texts": { "typeName": "String", "expression": { "type": "Literal", "value": "x" } } """)
            ).Severity
        );

    [Theory]
    [InlineData("""{ "id": "1", "name": "A" }, { "id": "2", "name": "A" }""", "variable.duplicate-name")]
    [InlineData("""{ "id": "1", "name": "A" }, { "id": "1", "name": "B" }""", "variable.duplicate-id")]
    [InlineData("""{ "id": "1" }""", "variable.name-missing")]
    [InlineData("""{ "id": "1", "name": "A", "typeName": "Int32", "value": "one" }""", "variable.default-invalid")]
    [InlineData("""{ "id": "1", "name": "A", "typeName": "Acme" }""", "type.unknown")]
    public void Variables_are_checked(string variables, string code) =>
        Single(code, $$"""{ "definitionId": "d", "variables": [ {{variables}} ] }""");

    [Fact]
    public void A_nested_scope_may_hide_a_name() =>
        Assert.Empty(
            Check(
                """
                { "definitionId": "d", "variables": [ { "id": "1", "name": "A" } ],
                  "root": { "id": "r", "type": "Elsa.Sequence", "variables": [ { "id": "2", "name": "A" } ], "activities": [] } }
                """
            )
        );

    [Fact]
    public void Cases_need_conditions_and_different_labels()
    {
        var json = Chart(
            """
            { "id": "a", "type": "Elsa.FlowSwitch", "cases": [
              { "label": "one" }, { "label": "two", "condition": { "type": "liquid", "value": "" } }, { "label": "two", "condition": { "type": "Literal", "value": true } } ] }
            """
        );
        Assert.Equal(
            ["input.expression-missing", "expression.type-wrong-case", "case.label-not-unique"],
            Check(json).Select(p => p.Code)
        );
    }

    [Fact]
    public void Ids_that_occur_twice_are_refused_wherever_they_are()
    {
        var problem = Single(
            "activity.duplicate-id",
            """
            { "definitionId": "d", "root": { "id": "r", "type": "Elsa.Sequence", "activities": [
              { "id": "x", "type": "Elsa.WriteLine" },
              { "id": "y", "type": "Elsa.Sequence", "activities": [ { "id": "x", "type": "Elsa.WriteLine" } ] } ] } }
            """
        );
        Assert.Equal(("x", 3), (problem.ActivityId, problem.Line));
    }

    [Fact]
    public void Activities_need_an_id_of_their_own_before_they_are_published() =>
        Assert.Equal(
            "WriteLine2",
            Single(
                "activity.id-missing",
                """
                { "definitionId": "d", "root": { "id": "r", "type": "Elsa.Sequence", "activities": [
                  { "type": "Elsa.WriteLine" }, { "id": "WriteLine1", "type": "Elsa.WriteLine" } ] } }
                """
            ).ActivityId
        );

    [Fact]
    public void What_the_reader_doubted_is_said_again() =>
        Single(
            "connection.endpoint-unknown",
            Chart("""{ "id": "a", "type": "Elsa.WriteLine" }""", """{ "source": "a", "target": "gone" }""")
        );

    [Fact]
    public void All_problems_come_at_once() =>
        Assert.Equal(
            ["definition.id-missing", "flowchart.no-start", "activity.unknown-type", "activity.merge-mode-unsupported"],
            Check(
                    """
                    { "root": { "id": "r", "type": "Elsa.Sequence", "activities": [
                       { "id": "f", "type": "Elsa.Flowchart", "activities": [] },
                       { "id": "u", "type": "Unknown" },
                       { "id": "m", "type": "Elsa.WriteLine", "customProperties": { "mergeMode": 5 } } ] } }
                    """
                )
                .Select(p => p.Code)
        );

    private static IReadOnlyList<DefinitionProblem> Check(string json) =>
        DefinitionCheck.Check(Documents.Read(json), new FewActivities(), new FewNames());

    private static DefinitionProblem Single(string code, string json) =>
        Assert.Single(Check(json), p => p.Code == code);

    private static string Write(string member) => Chart($$"""{ "id": "a", "type": "Elsa.WriteLine", {{member}} }""");

    private static string Text(string language, string value) =>
        Write($$""" "text": { "typeName": "String", "expression": { "type": "{{language}}", "value": {{value}} } } """);

    private static string Chart(string activities, string connections = "") =>
        Documents.Flowchart(
            $"[{activities}]",
            $"[{connections}]",
            """
            , "variables": [ { "id": "v1", "name": "Amount", "typeName": "Decimal" } ], "inputs": [ { "name": "Request", "type": "String" } ],
              "outputs": [ { "name": "Answer", "type": "Object" } ]
            """
        );
}
