using System.Text.Json.Nodes;
using CaseFlow.Host.Runtime;
using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Host.Features.ElsaApi.Definitions;

/// <summary>What lies inside a workflow that is used as an activity, for whoever opens it in the drawing.</summary>
internal static class SubgraphApi
{
    public static void MapSubgraph(this RouteGroupBuilder api)
    {
        api.MapGet("/workflow-definitions/subgraph/{versionId}", InsideAsync);
        // Asked for when a line of the journal points into a workflow that is not open.
        api.MapGet(
            "/workflow-definitions/subgraph/segments/{versionId}",
            () => Unsupported.No("NotSupported.Segments")
        );
    }

    private static async Task<IResult> InsideAsync(
        string versionId,
        string parentNodeId,
        DefinitionStore definitions,
        CancellationToken ct
    )
    {
        var definition = await definitions.GetAsync(versionId, ct);
        if (!definition.ById.TryGetValue(parentNodeId, out var node) || node.Workflow is not { } used)
            throw DefinitionsApi.Unknown();
        var inside = DefinitionWriter.ToJson(used);
        foreach (var activity in ActivityWalk.Of(inside))
            activity["nodeId"] =
                parentNodeId + activity["nodeId"]!.ToString()[ActivityNode.WorkflowActivityId.Length..];
        var root = inside["root"]!.AsObject();
        inside.Remove("root");
        var parent = (JsonObject)node.Raw.DeepClone();
        parent["nodeId"] = parentNodeId;
        var rootNode = Node(root, "Root", root["nodeId"]!.ToString(), []);
        return Elsa.Ok(Node(parent, null, parentNodeId, [rootNode]));
    }

    private static JsonObject Node(JsonObject activity, string? port, string nodeId, JsonArray children) =>
        new()
        {
            ["activity"] = activity,
            ["port"] = port,
            ["nodeId"] = nodeId,
            ["parents"] = new JsonArray(),
            ["children"] = children,
        };
}
