using System.Text.RegularExpressions;
using CaseFlow.Workflows.Expressions;
using CaseFlow.Workflows.Expressions.JavaScript;
using CaseFlow.Workflows.Tests.Expressions.Liquid;

namespace CaseFlow.Workflows.Tests.Expressions.JavaScript;

/// <summary>What docs/expressions.md promises to be in, is.</summary>
public sealed partial class DocumentedFunctionTests
{
    private static readonly string Page = File.ReadAllText(
        Path.Combine(LiquidOracle.Folder, "..", "..", "..", "docs", "expressions.md")
    );

    [Theory]
    [InlineData("Text", "''")]
    [InlineData("Lists", "[]")]
    [InlineData("Numbers", "(0)")]
    public void A_documented_method_exists(string row, string value)
    {
        var names = Code().Matches(Row(row)).Select(m => m.Groups[1].Value).ToList();

        Assert.True(names.Count >= 4);
        Assert.All(
            names.Where(n => n != "length" && char.IsLower(n[0]) && !IsGlobal(n)),
            n => Assert.Equal("function", Kind($"{value}.{n}"))
        );
        Assert.All(names.Where(n => char.IsUpper(n[0]) || IsGlobal(n)), n => Assert.NotEqual("undefined", Kind(n)));
    }

    [Fact]
    public void A_documented_function_of_the_workflow_exists()
    {
        var names = Call().Matches(Section("### What a script sees of the workflow")).Select(m => m.Groups[1].Value);
        var fixedNames = names.Where(n => !n.EndsWith('X') && n is not ("getOutputFromActivity" or "push")).ToList();

        Assert.True(fixedNames.Count > 20);
        Assert.All(
            fixedNames,
            n => Assert.Equal("function", Kind(n.StartsWith("From", StringComparison.Ordinal) ? $"TimeSpan.{n}" : n))
        );
    }

    private static bool IsGlobal(string name) =>
        name.StartsWith("parse", StringComparison.Ordinal) || name is "isNaN" or "isFinite";

    private static string Row(string name) =>
        Page.Split('\n').Single(line => line.StartsWith($"| {name} | `", StringComparison.Ordinal));

    private static string Section(string heading)
    {
        var from = Page.IndexOf(heading, StringComparison.Ordinal);
        return Page[from..Page.IndexOf("\n### ", from + 5, StringComparison.Ordinal)];
    }

    private static object? Kind(string expression)
    {
        Assert.True(
            Script.TryParse($"typeof {expression}", out var script, out var problems),
            string.Join('\n', problems)
        );
        return script.Evaluate(new CaseScope(), ExpressionLimits.Default);
    }

    [GeneratedRegex(@"`([A-Za-z.0-9]+)(?:\([a-z]*\))?`")]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<![.\w])([a-z][A-Za-z]+|From[A-Z][a-z]+)\(")]
    private static partial Regex Call();
}
