using CaseFlow.Workflows.Expressions;
using CaseFlow.Workflows.Expressions.JavaScript;

namespace CaseFlow.Workflows.Tests.Expressions.JavaScript;

/// <summary>Which names a script reads and changes, by its text alone.</summary>
public sealed class MentionTests
{
    [Theory]
    [InlineData("variables.A + variables['B']", "A B", "")]
    [InlineData("variables?.A", "A", "")]
    [InlineData("getVariable('A')", "A", "")]
    [InlineData("getAmount() > 5", "Amount", "")]
    [InlineData("const f = getAmount; typeof getOther", "Amount Other", "")]
    [InlineData("const { A, B: b } = variables", "A B", "")]
    [InlineData("let A; ({ A } = variables)", "A", "")]
    [InlineData("variables.A = variables.B", "A B", "A")]
    [InlineData("variables.A.b.c = 1", "A", "A")]
    [InlineData("variables.A++; variables.B ||= 1; delete variables.C.x", "A B C", "A B C")]
    [InlineData("setVariable('A', 1); setB(2)", "", "A B")]
    [InlineData("[variables.A] = [1]", "A", "A")]
    [InlineData("for (variables.A of [1]) {}", "A", "A")]
    [InlineData("variables.A.items.push(variables.B)", "A B", "A")]
    [InlineData("variables.A.map(x => x.sku).join()", "A", "")]
    [InlineData("const a = variables.A; a.x = 1", "A", "A")]
    [InlineData("const f = o => { o.x = 1 }; f(variables.A)", "A", "A")]
    [InlineData("Object.assign(variables.A, { x: 1 })", "A", "A")]
    [InlineData("const variables = {}; variables.A = 1", "", "")]
    [InlineData("const getA = () => 1; getA()", "", "")]
    [InlineData("args.A + getInput('B')", "", "")]
    public void Variables_read_and_changed_are_known(string text, string mentioned, string assigned)
    {
        var script = Parse(text);

        Assert.Equal(mentioned, Shown(script.VariablesMentioned));
        Assert.Equal(assigned, Shown(script.VariablesAssigned));
        Assert.False(script.HasComputedNames);
    }

    [Theory]
    [InlineData("variables['A' + 1]")]
    [InlineData("Object.keys(variables)")]
    [InlineData("const v = variables; v.A")]
    [InlineData("const { A, ...rest } = variables")]
    [InlineData("getVariable('A' + 1)")]
    [InlineData("setVariable(getName(), 1)")]
    [InlineData("['A'].map(getVariable)")]
    [InlineData("getOutputFrom(getName())")]
    public void A_name_that_only_the_run_knows_is_owned_up_to(string text) => Assert.True(Parse(text).HasComputedNames);

    [Fact]
    public void Inputs_and_activities_are_known()
    {
        var script = Parse("getInput('A') + getOutputFrom('Decide') + getResultFromBank() + getB()");

        Assert.Equal("A B ResultFromBank", Shown(script.InputsMentioned));
        Assert.Equal("Bank Decide", Shown(script.OutputsMentioned));
    }

    [Fact]
    public void An_accessor_that_can_be_read_in_two_ways_mentions_both_activities() =>
        Assert.Equal("AFromB B", Shown(Parse("getXFromAFromB()").OutputsMentioned));

    [Fact]
    public async Task One_script_serves_many_threads()
    {
        var script = Parse(
            "let n = 0; for (let i = 0; i < 100; i++) { n += variables.Amount + i } variables.Amount = n; n"
        );
        var results = await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(i =>
                    Task.Run(() =>
                    {
                        var scope = new CaseScope();
                        scope.Variables["Amount"] = (long)i;
                        return (i, script.Evaluate(scope, ExpressionLimits.Default), scope.Variables["Amount"]);
                    })
                )
        );

        Assert.All(results, r => Assert.Equal((100.0 * r.i + 4950, 100.0 * r.i + 4950), (r.Item2, r.Item3)));
    }

    private static Script Parse(string text)
    {
        Assert.True(Script.TryParse(text, out var script, out var problems), string.Join('\n', problems));
        return script;
    }

    private static string Shown(IEnumerable<string> names) => string.Join(' ', names.Order(StringComparer.Ordinal));
}
