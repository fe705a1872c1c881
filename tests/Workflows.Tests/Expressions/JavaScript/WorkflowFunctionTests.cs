using CaseFlow.Workflows.Expressions;
using CaseFlow.Workflows.Expressions.JavaScript;

namespace CaseFlow.Workflows.Tests.Expressions.JavaScript;

/// <summary>What scripts see of the workflow and do to it.</summary>
public sealed class WorkflowFunctionTests
{
    private readonly CaseScope scope = new();

    [Theory]
    [InlineData("getOutputFrom('Decide')", "approved")]
    [InlineData("getOutputFrom('Decide', 'Result')", "approved")]
    [InlineData("getOutputFrom('Decide', 'Other')", null)]
    [InlineData("getResultFromDecide()", "approved")]
    [InlineData("typeof getResultFromNobody", "undefined")]
    [InlineData("getLastResult()", 42.0)]
    [InlineData("getWorkflowDefinitionId()", "def-1")]
    [InlineData("getWorkflowDefinitionVersionId()", "ver-3")]
    [InlineData("getWorkflowDefinitionVersion()", 3.0)]
    [InlineData("getWorkflowInstanceId()", "inst-9")]
    [InlineData("getCorrelationId()", "C-100")]
    [InlineData("getWorkflowInstanceName()", null)]
    [InlineData("newGuid()", "00000001-0000-0000-0000-000000000001")]
    [InlineData("newGuid() + newGuidString().slice(0, 8)", "00000001-0000-0000-0000-00000000000100000002")]
    [InlineData("newShortGuid()", "AQAAAAAAAAAAAAAAAAAAAQ")]
    [InlineData("parseGuid('00000001-0000-0000-0000-0000000000AB')", "00000001-0000-0000-0000-0000000000ab")]
    [InlineData("Math.random() + Math.random()", 0.375)]
    [InlineData("stringToBase64('سلام')", "2LPZhNin2YU=")]
    [InlineData("stringFromBase64('2LPZhNin2YU=')", "سلام")]
    [InlineData("bytesToBase64(bytesFromString('hi'))", "aGk=")]
    [InlineData("bytesToString(bytesFromBase64('aGk='))", "hi")]
    [InlineData("String(TimeSpan.FromHours(36))", "1.12:00:00")]
    [InlineData("TimeSpan.FromMinutes(90).TotalHours", 1.5)]
    [InlineData("TimeSpan.FromDays(2) > TimeSpan.FromHours(47)", true)]
    [InlineData("new Date().toISOString()", "2026-03-09T08:15:30.250Z")]
    [InlineData("DateTime.UtcNow.getTime() === DateTimeOffset.Now.getTime() && DateTime.Now - new Date() === 0", true)]
    public void A_function_of_the_workflow_gives_what_it_is_asked_for(string script, object? expected) =>
        Assert.Equal(expected, Evaluate(script));

    [Fact]
    public void A_duration_passes_through_as_such()
    {
        Assert.Equal(TimeSpan.FromHours(2.5), Evaluate("TimeSpan.FromHours(2.5)"));
        scope.Variables["Wait"] = TimeSpan.FromDays(3);
        Assert.Equal(TimeSpan.FromDays(3), Evaluate("getWait()"));
    }

    [Fact]
    public void An_activity_that_does_not_exist_is_an_error() =>
        Assert.Throws<ExpressionException>(() => Evaluate("getOutputFrom('Nobody')"));

    [Fact]
    public void A_script_sets_variables_by_name_and_by_accessor()
    {
        Evaluate("setVariable('Amount', 7); setApproved(false); setVariable('New', [1])");

        Assert.Equal(7.0, scope.Variables["Amount"]);
        Assert.Equal(false, scope.Variables["Approved"]);
        Assert.Equal(new List<object?> { 1.0 }, scope.Variables["New"]);
    }

    [Fact]
    public void An_accessor_finds_the_variable_whatever_the_case_of_its_first_letter()
    {
        scope.Variables.Clear();
        scope.Variables["dueDay"] = 5L;

        Assert.Equal(6.0, Evaluate("setDueDay(getDueDay() + 1); getDueDay()"));
        Assert.Equal(6.0, scope.Variables["dueDay"]);
    }

    [Fact]
    public void Setting_a_variable_that_does_not_exist_through_an_accessor_is_an_error() =>
        Assert.Contains(
            "setNobody is not defined",
            Assert.Throws<ExpressionException>(() => Evaluate("setNobody(1)")).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void An_input_hides_a_variable_and_an_argument_hides_both()
    {
        scope.Inputs["Amount"] = "input";
        scope.Inputs["Reason"] = "input";

        Assert.Equal(
            "input input argument",
            Evaluate("`${getAmount()} ${getReason()} ${getItem()}`", new() { ["item"] = "argument" })
        );
        Assert.Equal("argument", Evaluate("getAmount()", new() { ["Amount"] = "argument" }));
    }

    [Fact]
    public void The_script_sets_correlation_id_and_name()
    {
        Evaluate("setCorrelationId('C-200'); setWorkflowInstanceName('Request of ' + getName())");

        Assert.Equal("C-200", scope.CorrelationId);
        Assert.Equal("Request of Sara", scope.InstanceName);
    }

    [Fact]
    public void Outcomes_go_to_the_caller()
    {
        var outcomes = new List<string>();
        Assert.True(Script.TryParse("setOutcome('Done'); setOutcomes(['A', 'B'])", out var script, out _));

        script.Evaluate(scope, ExpressionLimits.Default, null, outcomes.AddRange);

        Assert.Equal(["Done", "A", "B"], outcomes);
    }

    [Fact]
    public void Outcomes_outside_their_activity_are_an_error() =>
        Assert.Throws<ExpressionException>(() => Evaluate("setOutcome('Done')"));

    [Theory]
    [InlineData("null", null)]
    [InlineData("undefined", null)]
    [InlineData("5", 5.0)]
    [InlineData("new Date(NaN)", null)]
    [InlineData("/a+/g", "/a+/g")]
    public void A_result_is_a_plain_value(string script, object? expected) => Assert.Equal(expected, Evaluate(script));

    [Fact]
    public void Lists_objects_and_dates_come_out_as_such()
    {
        var result = Assert.IsType<Dictionary<string, object?>>(
            Evaluate(
                "({ b: [1, 'x', null, undefined], a: new Date(0), f() {}, s: new Set([1]), m: new Map([['k', 2]]) })"
            )
        );

        Assert.Equal(["b", "a", "s", "m"], result.Keys);
        Assert.Equal(new List<object?> { 1.0, "x", null, null }, result["b"]);
        Assert.Equal(DateTimeOffset.UnixEpoch, result["a"]);
        Assert.Equal(new List<object?> { 1.0 }, result["s"]);
        Assert.Equal(2.0, Assert.IsType<Dictionary<string, object?>>(result["m"])["k"]);
    }

    [Fact]
    public void A_function_as_the_result_is_an_error_that_says_what_was_forgotten() =>
        Assert.Contains(
            "getAmount; call it",
            Assert.Throws<ExpressionException>(() => Evaluate("getAmount")).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Whole_numbers_decimals_and_ids_come_in_as_numbers_and_text()
    {
        scope.Variables["Id"] = new Guid("00000000-0000-0000-0000-0000000000AB");
        scope.Variables["Long"] = 7L;

        Assert.Equal("00000000-0000-0000-0000-0000000000ab|8.5", Evaluate("getId() + '|' + (getLong() + 1.5)"));
    }

    [Fact]
    public void What_no_plain_value_is_does_not_get_in()
    {
        scope.Variables["Thing"] = new object();

        Assert.Throws<ExpressionException>(() => Evaluate("getThing()"));
    }

    [Theory]
    [InlineData("1;\n  getOrder().missing.name", 2, 21)]
    [InlineData("const f = () => null.x;\nf()", 1, 21)]
    [InlineData("if (true) {\n  throw new Error('no')\n}", 2, 3)]
    [InlineData("null?.a; getNobody()", 1, 10)]
    [InlineData("while (true) { getAmount() }", 1, 16)]
    public void An_error_says_where_it_happened(string script, int line, int column)
    {
        var error = Assert.Throws<ExpressionException>(() => Evaluate(script));

        Assert.Equal((line, column), (error.Line, error.Column));
    }

    private object? Evaluate(string text, Dictionary<string, object?>? arguments = null)
    {
        Assert.True(Script.TryParse(text, out var script, out var problems), string.Join('\n', problems));
        return script.Evaluate(scope, ExpressionLimits.Default, arguments);
    }
}
