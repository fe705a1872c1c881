using CaseFlow.Workflows.Expressions.JavaScript;

namespace CaseFlow.Workflows.Tests.Expressions.JavaScript;

public sealed class ScriptRefusalTests
{
    private static readonly IReadOnlyList<ScriptCase> Rows = [.. ScriptCases.Read("script-refusals.txt")];

    public static TheoryData<int> Lines => [.. Rows.Select(row => row.Line)];

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_text_is_refused_with_code_and_place(int line)
    {
        var row = Rows.Single(r => r.Line == line);

        Assert.False(Script.TryParse(row.Script, out var script, out var problems));
        Assert.Null(script);
        Assert.Equal(row.Expected, string.Join(", ", problems.Select(p => $"{p.Code} {p.Line}:{p.Column}")));
    }

    [Fact]
    public void A_refusal_names_the_construct_and_says_what_to_write_instead()
    {
        Assert.False(Script.TryParse("{ total: 5 }", out _, out var problems));

        Assert.Contains("({ … })", problems.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_of_more_than_a_hundred_thousand_characters_is_refused()
    {
        Assert.True(Script.TryParse(new string(' ', Script.MaxLength), out _, out _));
        Assert.False(Script.TryParse(new string(' ', Script.MaxLength + 1), out _, out var problems));
        Assert.Equal("js.too-long", problems.Single().Code);
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("[", "]")]
    [InlineData("f(", ")")]
    [InlineData("{", "}")]
    [InlineData("if (1) ", "1")]
    [InlineData("!", "1")]
    [InlineData("- ", "1")]
    [InlineData("() => ", "1")]
    [InlineData("2 ** ", "1")]
    [InlineData("1 ? 2 : ", "3")]
    [InlineData("x = ", "1")]
    [InlineData("`${", "}`")]
    [InlineData("({ a: ", "})")]
    [InlineData("[1].map(function () { return ", "})")]
    [InlineData("a?.[", "]")]
    [InlineData("new Date(", ")")]
    public void Nesting_without_end_is_refused_and_never_ends_the_process(string open, string close)
    {
        var text = string.Concat(Enumerable.Repeat(open, 3000)) + "1" + string.Concat(Enumerable.Repeat(close, 3000));

        Assert.False(Script.TryParse(text, out _, out var problems));
        Assert.Equal("js.too-deep", problems[^1].Code);
    }

    [Theory]
    [InlineData("1", " + 1")]
    [InlineData("''", ".trim()")]
    [InlineData("variables", ".a")]
    [InlineData("variables", "?.[0]")]
    [InlineData("getX", "()")]
    public void A_chain_without_end_is_refused_and_never_ends_the_process(string first, string more)
    {
        var text = first + string.Concat(Enumerable.Repeat(more, 9000));

        Assert.False(Script.TryParse(text, out _, out var problems));
        Assert.Equal("js.too-deep", problems.Single().Code);
    }

    [Fact]
    public void A_chain_of_three_hundred_texts_is_accepted() =>
        Assert.True(Script.TryParse("'a'" + string.Concat(Enumerable.Repeat(" + 'a'", 300)), out _, out _));
}
