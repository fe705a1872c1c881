using CaseFlow.Workflows.Expressions.Liquid;

namespace CaseFlow.Workflows.Tests.Expressions.Liquid;

public sealed class LiquidCaseTests
{
    private static readonly DateTimeOffset Now = new(2026, 12, 23, 11, 5, 9, TimeSpan.Zero);

    public static TheoryData<int> Lines => [.. LiquidCases.All.Select(row => row.Line)];

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_template_renders_as_the_table_says(int line)
    {
        var row = LiquidCases.All.Single(r => r.Line == line);

        Assert.Equal(row.Expected, Render(row.Template, row.Data));
    }

    [OracleFact]
    public void Liquidjs_agrees_except_where_the_table_says_why_not()
    {
        var answers = LiquidOracle.Render(LiquidCases.All);
        var surprises = LiquidCases
            .All.Zip(answers)
            .Where(pair => pair.First.Expected == pair.Second != pair.First.Differs is null)
            .Select(pair => $"line {pair.First.Line}: {pair.First.Template} gives {pair.Second}");

        Assert.Empty(surprises);
    }

    [Fact]
    public void Now_is_the_burst_s_moment_and_not_the_machines()
    {
        Assert.Equal("2026-12-23 11:05", Render("{{ 'now' | date: '%Y-%m-%d %H:%M' }}", "{}"));
        Assert.Equal("2026", Render("{{ 'today' | date: '%Y' }}", "{}"));
    }

    [Theory]
    [InlineData("{{ v }}", "2026-12-23 11:05:09Z")]
    [InlineData("{{ v | date: '%d/%m' }}", "23/12")]
    [InlineData("{{ v | json }}", "\"2026-12-23T11:05:09+00:00\"")]
    public void A_date_value_prints_in_universal_time(string template, string expected) =>
        Assert.Equal(expected, Render(template, new Dictionary<string, object?> { ["v"] = Now }));

    [Theory]
    [InlineData(0.1, "0.1")]
    [InlineData(5.0, "5")]
    [InlineData(1e300, "1E+300")]
    [InlineData(double.NaN, "NaN")]
    public void A_binary_number_prints_in_its_shortest_form(double value, string expected) =>
        Assert.Equal(expected, Render("{{ v }}", new Dictionary<string, object?> { ["v"] = value }));

    [Fact]
    public void Dates_are_read_and_shown_in_the_zone_of_the_settings()
    {
        var riyadh = TimeZoneInfo.CreateCustomTimeZone("Riyadh", TimeSpan.FromHours(3), null, null);
        var settings = new LiquidSettings { Now = Now, TimeZone = riyadh };
        var template = Parse("{{ 'now' | date: '%H:%M %z' }} {{ '2026-01-05 08:00' | date: '%H:%M' }}");

        Assert.Equal("14:05 +0300 08:00", template.Render(new Dictionary<string, object?>(), settings));
    }

    private static string Render(string template, string data) => Render(template, LiquidCases.Values(data));

    private static string Render(string template, IReadOnlyDictionary<string, object?> values) =>
        Parse(template).Render(values, new LiquidSettings { Now = Now });

    private static LiquidTemplate Parse(string text)
    {
        Assert.True(
            LiquidTemplate.TryParse(text, LiquidDialect.Expressions, out var template, out var problems),
            string.Join('\n', problems)
        );
        return template;
    }
}
