using CaseFlow.Workflows.Expressions;
using CaseFlow.Workflows.Expressions.Liquid;

namespace CaseFlow.Workflows.Tests.Expressions.Liquid;

public sealed class LiquidExpressionTests
{
    [Theory]
    [InlineData("{{ Variables.Amount }}", "1500.5")]
    [InlineData("{{ Variables.Order.Lines[0].Name }}", "Chair")]
    [InlineData("{{ Variables['Amount'] }}", "1500.5")]
    [InlineData("{{ Input.Name }}", "Sara")]
    [InlineData("{{ CorrelationId }}", "corr-1")]
    [InlineData(
        "{{ WorkflowDefinitionId }}/{{ WorkflowDefinitionVersionId }}/{{ WorkflowDefinitionVersion }}",
        "def/ver/7"
    )]
    [InlineData("{{ WorkflowInstanceId }}", "inst")]
    [InlineData("{{ 'now' | date: '%Y-%m-%d' }}", "2026-12-23")]
    [InlineData("[{{ Output.x }}{{ Configuration.y }}{{ Variables.amount }}{{ Nope }}]", "[]")]
    [InlineData("{{ Variables | keys | join: ',' }}", "Amount,Order,Html")]
    [InlineData("{{ Variables.Html }}", "<b>")]
    [InlineData("{% assign Amount = 1 %}{{ Variables.Amount }}", "1500.5")]
    public void An_expression_sees_what_is_in_reach_by_name(string text, string expected) =>
        Assert.Equal(expected, Parse(text).Render(new Scope()));

    [Theory]
    [InlineData("true", true)]
    [InlineData(" True\n", true)]
    [InlineData("{% if Variables.Amount > 1000 %}TRUE{% endif %}", true)]
    [InlineData("{{ true }}", true)]
    [InlineData("1", false)]
    [InlineData("yes", false)]
    [InlineData("", false)]
    [InlineData("true true", false)]
    [InlineData("{{ Variables.Missing }}", false)]
    public void A_guard_holds_for_the_word_true_only(string text, bool holds) =>
        Assert.Equal(holds, Parse(text).Holds(new Scope()));

    [Fact]
    public void Only_what_is_mentioned_is_read()
    {
        var scope = new Scope();

        Parse("{% if false %}{{ Variables.Order }}{% endif %}{{ Variables.Amount }}").Render(scope);

        Assert.Equal(["Amount"], scope.Read);
    }

    [Fact]
    public void A_text_that_does_not_parse_gives_problems_and_no_expression()
    {
        Assert.False(LiquidExpression.TryParse("{{ a b }}", out var expression, out var problems));
        Assert.Null(expression);
        Assert.Equal("liquid.unexpected", Assert.Single(problems).Code);
    }

    private static LiquidExpression Parse(string text) =>
        LiquidExpression.TryParse(text, out var expression, out var problems)
            ? expression
            : throw new InvalidOperationException(string.Join('\n', problems));

    private sealed class Scope : IExpressionScope
    {
        private readonly Dictionary<string, object?> variables = new()
        {
            ["Amount"] = 1500.5m,
            ["Order"] = LiquidCases.Values("""{ "Lines": [ { "Name": "Chair" } ] }"""),
            ["Html"] = "<b>",
        };

        public List<string> Read { get; } = [];
        public DateTimeOffset Now { get; } = new(2026, 12, 23, 11, 5, 9, TimeSpan.Zero);
        public IEnumerable<string> VariableNames => variables.Keys;
        public IEnumerable<string> InputNames => ["Name"];
        public IEnumerable<(string Activity, string Output)> Outputs => [];
        public object? LastResult => null;
        public WorkflowIdentity Identity { get; } = new("def", "ver", 7, "inst");
        public string? CorrelationId { get; set; } = "corr-1";
        public string? InstanceName { get; set; }

        public bool TryGetVariable(string name, out object? value)
        {
            Read.Add(name);
            return variables.TryGetValue(name, out value);
        }

        public bool TryGetInput(string name, out object? value)
        {
            value = name == "Name" ? "Sara" : null;
            return name == "Name";
        }

        public void SetVariable(string name, object? value) => throw new NotSupportedException();

        public object? GetOutput(string activity, string? output) => throw new NotSupportedException();

        public Guid NewGuid() => throw new NotSupportedException();

        public double NextRandom() => throw new NotSupportedException();
    }
}
