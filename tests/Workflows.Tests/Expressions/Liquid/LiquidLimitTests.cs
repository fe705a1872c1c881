using CaseFlow.Workflows.Expressions;
using CaseFlow.Workflows.Expressions.Liquid;

namespace CaseFlow.Workflows.Tests.Expressions.Liquid;

public sealed class LiquidLimitTests
{
    private static readonly LiquidSettings Settings = new() { Now = DateTimeOffset.UnixEpoch };

    public static TheoryData<string> Hostile =>
        [
            "{% for a in (1..100000) %}{% for b in (1..100000) %}{% for c in (1..100000) %}{% endfor %}{% endfor %}{% endfor %}",
            "{% for a in (1..100000000) %}{% endfor %}",
            "{% assign a = 'x' %}{% for i in (1..1000) %}{% assign a = a | append: a %}{% endfor %}",
            "{% assign a = 'xxxxxxxxxxxxxxxx' %}{% for i in (1..1000) %}{% assign a = a | replace: 'x', a %}{% endfor %}",
            "{% for i in (1..100000) %}{% for j in (1..100) %}0123456789{% endfor %}{% endfor %}",
            "{% capture a %}0123456789{% endcapture %}{% for i in (1..100) %}{% capture a %}{{ a }}{{ a }}{% endcapture %}{% endfor %}",
            "{% assign a = (1..100000) %}{% for i in (1..100) %}{% assign a = a | concat: a %}{% endfor %}",
            "{% assign a = (1..50000) %}{% for i in (1..100000) %}{% assign b = a | reverse | sort | uniq | join %}{% endfor %}",
            "{% assign a = (1..100000) | join: '0123456789' %}{% for i in (1..100000) %}{% assign b = a | upcase %}{% endfor %}",
            "{% assign a = (1..100000) | join: ',' %}{% for i in (1..100000) %}{% if a contains 'zzz' %}{% endif %}{% endfor %}",
            "{{ 79228162514264337593543950335 | times: 10 }}",
            "{{ 1 | divided_by: 0 }}",
            "{{ 1 | modulo: 0 }}",
            "{{ '%99999999Y' | append: '' | size | plus: '1e40' }}{{ 'x' | slice: 99999999999 }}",
            "{{ 'not base64' | base64_decode }}",
            "{% if 'a' < 1 %}{% endif %}",
            "{{ 'a' | concat: 'b' }}",
        ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_hostile_template_ends_in_an_error_with_a_place(string template)
    {
        var error = Assert.Throws<ExpressionException>(() => Render(template));

        Assert.Equal(1, error.Line);
        Assert.InRange(error.Column, 1, template.Length);
    }

    [Fact]
    public void Deeply_nested_data_end_in_an_error_and_not_in_a_crash()
    {
        object? data = 1L;
        for (var i = 0; i < 100_000; i++)
        {
            data = new List<object?> { data };
        }

        var values = new Dictionary<string, object?>
        {
            ["a"] = data,
            ["b"] = new List<object?> { data },
        };
        foreach (
            var template in new[] { "{{ a | json }}", "{{ a }}", "{{ a | join: ',' }}", "{% if a == b %}{% endif %}" }
        )
        {
            Assert.Throws<ExpressionException>(() => Parse(template).Render(values, Settings));
        }
    }

    [Fact]
    public void A_date_pattern_cannot_ask_for_an_endless_width()
    {
        var text = Render("{{ 0 | date: '%99999999Y' }}");

        Assert.Equal(99, text.Length);
    }

    [Fact]
    public void Ten_thousand_items_are_no_burden()
    {
        var text = Render("{% for i in (1..10000) %}{{ i | plus: 1 }},{% endfor %}");

        Assert.EndsWith(",10001,", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_are_those_of_the_settings()
    {
        var tight = Settings with { Limits = new ExpressionLimits(100, 10, 50, 10) };

        Assert.Equal("12345", Parse("{% for i in (1..5) %}{{ i }}{% endfor %}").Render(NoValues, tight));
        Assert.Throws<ExpressionException>(() => Parse("{% for i in (1..11) %}{% endfor %}").Render(NoValues, tight));
        Assert.Throws<ExpressionException>(() => Parse(new string('x', 51)).Render(NoValues, tight));
    }

    private static readonly Dictionary<string, object?> NoValues = [];

    private static string Render(string template) => Parse(template).Render(NoValues, Settings);

    private static LiquidTemplate Parse(string text) =>
        LiquidTemplate.TryParse(text, LiquidDialect.Expressions, out var template, out var problems)
            ? template
            : throw new InvalidOperationException(string.Join('\n', problems));
}
