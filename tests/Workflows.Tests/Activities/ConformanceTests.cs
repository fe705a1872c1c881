using System.Text.RegularExpressions;
using CaseFlow.Workflows.Activities;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Tests.Execution;
using CaseFlow.Workflows.Tests.Expressions.Liquid;

namespace CaseFlow.Workflows.Tests.Activities;

/// <summary>docs/conformance.md says what runs and what is refused, neither more nor less.</summary>
public sealed partial class ConformanceTests
{
    private static readonly string Page = File.ReadAllText(
        Path.Combine(LiquidOracle.Folder, "..", "..", "..", "docs", "conformance.md")
    );

    private static readonly List<(string Type, string Here, string Note)> Rows =
    [
        .. Row().Matches(Page).Select(m => (m.Groups[1].Value, m.Groups[2].Value.Trim(), m.Groups[3].Value.Trim())),
    ];

    public static TheoryData<string> Refused => [.. RefusedTypes.All.Keys];

    [Fact]
    public void The_page_lists_each_type_once() =>
        Assert.Equal(Rows.Count, Rows.Select(r => r.Type).Distinct().Count());

    [Fact]
    public void What_the_page_says_runs_is_the_catalogue() =>
        Assert.Equal(
            ActivityCatalogue.All.Activities.Select(a => a.Type).Order(StringComparer.Ordinal),
            Rows.Where(r => r.Here == "runs").Select(r => r.Type).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void What_the_page_says_is_refused_is_refused_with_that_code_and_sentence() =>
        Assert.Equal(
            RefusedTypes
                .All.Select(r => (r.Key, $"refused `{r.Value.Code}`", r.Value.Message))
                .OrderBy(r => r.Key, StringComparer.Ordinal),
            Rows.Where(r => r.Here != "runs").OrderBy(r => r.Type, StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_refused_type_is_refused_before_publishing_with_its_reason(string type)
    {
        var problems = DefinitionCheck.Check(Chart.Read($"x = {type}\n x -> a"), ActivityCatalogue.All);

        var problem = Assert.Single(problems);
        Assert.Equal(RefusedTypes.All[type].Code, problem.Code);
        Assert.Equal(ProblemSeverity.Error, problem.Severity);
    }

    [GeneratedRegex(@"^\| `((?:Elsa|CaseFlow)\.\w+)` \| ([^|]*) \|([^|]*)\|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
