using System.Text.Json.Nodes;

namespace CaseFlow.Workflows.Definitions.Reading;

/// <summary>Which keys of a node are its own affair: neither input, nor output, nor embedded activity.</summary>
internal static class NodeKeys
{
    private static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "id",
        "nodeId",
        "name",
        "type",
        "version",
        "customProperties",
        "metadata",
        "variables",
        "connections",
        "canStartWorkflow",
        "CanStartWorkflow",
        "runAsynchronously",
        "RunAsynchronously",
        "applicationProperties",
        "_type",
    };

    public static bool IsCommon(JsonObject node, string key) => Common.Contains(key) || IsOldStart(node, key);

    /// <summary>Old flowcharts name an activity there, which nothing reads any more; elsewhere, as in <c>Elsa.For</c>, it is an input.</summary>
    private static bool IsOldStart(JsonObject node, string key) =>
        key == "start" && node.Text("type") == "Elsa.Flowchart";
}
