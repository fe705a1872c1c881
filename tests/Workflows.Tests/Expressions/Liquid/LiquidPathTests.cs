using CaseFlow.Workflows.Expressions.Liquid;

namespace CaseFlow.Workflows.Tests.Expressions.Liquid;

public sealed class LiquidPathTests
{
    [Theory]
    [InlineData("nothing", "")]
    [InlineData("{{ a }}", "a")]
    [InlineData("{{ a.b.c }}", "a.b.c")]
    [InlineData("{{ a['b'].c }}", "a.b.c")]
    [InlineData("{{ a[0].b }}", "a[].b")]
    [InlineData("{{ a[b].c }}", "a[].c b")]
    [InlineData("{{ [a] }}", "[] a")]
    [InlineData("{{ 'a' | append: b }}", "b")]
    [InlineData("{{ a | default: b, allow_false: c }}", "a b c")]
    [InlineData("{% if a.b == c and d %}{{ e }}{% elsif f %}{% else %}{{ g }}{% endif %}", "a.b c d e f g")]
    [InlineData("{% case a %}{% when b, c %}{{ d }}{% else %}{{ e }}{% endcase %}", "a b c d e")]
    [InlineData("{% for x in a.b limit:c offset:d %}{{ x.name }}{% else %}{{ e }}{% endfor %}", "a.b c d a.b[].name e")]
    [InlineData("{% for x in a %}{% for y in x.list %}{{ y.z }}{% endfor %}{% endfor %}", "a a[].list a[].list[].z")]
    [InlineData("{% for x in a %}{{ forloop.index }}{% endfor %}", "a")]
    [InlineData("{% for x in (a..b) %}{{ x }}{% endfor %}", "a b")]
    [InlineData("{% for x in a %}{% endfor %}{{ x.y }}", "a x.y")]
    [InlineData("{% assign x = a.b %}{{ x.c }}", "a.b a.b.c")]
    [InlineData("{% assign x = 'text' %}{{ x.size }}", "")]
    [InlineData("{% assign x = a | first %}{{ x.b }}", "a a[].b")]
    [InlineData("{% assign x = a | where: 'k', v %}{% for y in x %}{{ y.b }}{% endfor %}", "a a[].k v a a[].b")]
    [InlineData("{% assign x = a | map: 'k' %}{% for y in x %}{{ y.b }}{% endfor %}", "a a[].k a[].k a[].k.b")]
    [InlineData("{% assign x = a | split: ',' %}{% for y in x %}{{ y }}{% endfor %}", "a")]
    [InlineData("{% capture x %}{{ a }}{% endcapture %}{{ x }}", "a")]
    [InlineData("{% if a %}{% assign x = b %}{% endif %}{{ x.c }}", "a b b.c x.c")]
    [InlineData("{% if a %}{% assign x = b %}{% else %}{% assign x = c %}{% endif %}{{ x.d }}", "a b c b.d c.d")]
    [InlineData("{{ x.y }}{% assign x = a %}", "a.y x.y a")]
    [InlineData("{% for i in (1..2) %}{{ x.y }}{% assign x = a %}{% endfor %}", "a.y x.y a")]
    [InlineData("{% cycle a: b, c %}", "b c a")]
    [InlineData("{% increment c %}{{ c }}", "c")]
    [InlineData("{% comment %}{{ a }}{% endcomment %}{% raw %}{{ b }}{% endraw %}", "")]
    public void Every_field_is_reported_by_its_source(string template, string paths)
    {
        var found = Parse(template).Paths.Select(path => path.Text).Order(StringComparer.Ordinal);

        Assert.Equal(paths.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal), found);
    }

    [Fact]
    public void A_path_knows_its_place_and_its_parts()
    {
        var path = Parse("one\n  {% for x in a.b %}\n{{ x.c }}{% endfor %}").Paths[^1];

        Assert.Equal(["a", "b", "[]", "c"], path.Segments);
        Assert.Equal((3, 4), (path.Line, path.Column));
    }

    [Fact]
    public void Walking_down_a_tree_in_a_loop_comes_to_an_end()
    {
        var template = Parse(
            "{% assign x = root %}{% for i in (1..9) %}{{ x.name }}{% assign x = x.child %}{% endfor %}"
        );

        Assert.Contains(template.Paths, path => path.Text == "root.child.name");
    }

    private static LiquidTemplate Parse(string text) =>
        LiquidTemplate.TryParse(text, LiquidDialect.Expressions, out var template, out var problems)
            ? template
            : throw new InvalidOperationException(string.Join('\n', problems));
}
