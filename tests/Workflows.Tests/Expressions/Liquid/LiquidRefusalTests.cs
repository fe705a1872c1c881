using CaseFlow.Workflows.Expressions.Liquid;

namespace CaseFlow.Workflows.Tests.Expressions.Liquid;

public sealed class LiquidRefusalTests
{
    private static readonly IReadOnlyList<LiquidCase> Rows = [.. LiquidCases.Read("liquid-refusals.txt")];

    public static TheoryData<int> Lines => [.. Rows.Select(row => row.Line)];

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_wrong_template_is_refused_with_every_problem_at_its_place(int line)
    {
        var row = Rows.Single(r => r.Line == line);

        Assert.Equal(row.Expected, string.Join(' ', Problems(row.Template, LiquidDialect.Expressions)));
    }

    [Fact]
    public void An_unknown_filter_is_refused_in_a_strict_dialect_only()
    {
        Assert.Empty(Problems("{{ a | shout }}", LiquidDialect.Expressions));
        Assert.Equal(["liquid.unknown-filter@1:8"], Problems("{{ a | shout }}", LiquidDialect.Strict([])));
        Assert.Empty(Problems("{{ a | shout }}", LiquidDialect.Strict(["shout"])));
    }

    [Fact]
    public void Problems_stop_at_fifty()
    {
        var template = string.Concat(Enumerable.Repeat("{{ a b }}", 1000));

        Assert.Equal(50, Problems(template, LiquidDialect.Expressions).Count);
    }

    [Theory]
    [InlineData("{% if a %}", "{% endif %}")]
    [InlineData("{% for a in b %}", "{% endfor %}")]
    [InlineData("{% capture a %}", "{% endcapture %}")]
    public void Blocks_nested_too_deeply_are_refused(string open, string close)
    {
        var template = Repeat(open, 5_000) + Repeat(close, 5_000);

        Assert.Contains(
            Problems(template, LiquidDialect.Expressions),
            p => p.StartsWith("liquid.too-deep", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("a[", "]")]
    [InlineData("(1..", ")")]
    public void Brackets_nested_too_deeply_are_refused(string open, string close)
    {
        var template = "{{ " + Repeat(open, 30_000) + "1" + Repeat(close, 30_000) + " }}";

        Assert.Contains(
            Problems(template, LiquidDialect.Expressions),
            p => p.StartsWith("liquid.too-deep", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_template_that_is_too_long_is_refused() =>
        Assert.Equal(["liquid.too-long@1:1"], Problems(Repeat("x", 200_001), LiquidDialect.Expressions));

    private static List<string> Problems(string template, LiquidDialect dialect)
    {
        var parsed = LiquidTemplate.TryParse(template, dialect, out _, out var problems);
        Assert.Equal(parsed, problems.Count == 0);
        return [.. problems.Select(p => $"{p.Code}@{p.Line}:{p.Column}")];
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
