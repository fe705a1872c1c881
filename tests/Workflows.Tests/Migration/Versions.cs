using System.Text.Json.Nodes;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Migration;
using CaseFlow.Workflows.Tests.Execution;

namespace CaseFlow.Workflows.Tests.Migration;

/// <summary>Further versions of a definition, and plans.</summary>
internal static class Versions
{
    /// <summary>The same document as the next version.</summary>
    public static WorkflowDefinition Next(this WorkflowDefinition definition, Func<string, string>? edit = null)
    {
        var stamp = new DefinitionStamp("v2", definition.DefinitionId, 2, DateTimeOffset.UnixEpoch, true, true);
        var text = DefinitionWriter.Write(definition, stamp);
        Assert.True(
            DefinitionReader.TryRead(edit?.Invoke(text) ?? text, out var next, out var problems),
            string.Join('\n', problems)
        );
        return next!;
    }

    public static WorkflowDefinition Second(string chart, string more = "{}") => Chart.Read(chart, more).Next();

    public static WorkflowDefinition Second(JsonNode root, string more = "{}") => Chart.Definition(root, more).Next();

    public static MigrationPlan Renaming(params (string From, string To)[] nodes) =>
        MigrationPlan.None with
        {
            Nodes = nodes.ToDictionary(n => $"Workflow1:{n.From}", n => $"Workflow1:{n.To}"),
        };

    public static IEnumerable<string> Codes(this MigrationResult result) => result.Problems.Select(p => p.Code);
}
