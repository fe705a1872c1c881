using System.Text.Json.Nodes;

namespace CaseFlow.Workflows.Definitions.Reading;

/// <summary>Activities that Elsa stored away as <c>Elsa.NotFoundActivity</c> because it did not know their type: we may know it.</summary>
internal static class StoredAway
{
    private const string NotFound = "Elsa.NotFoundActivity";

    /// <summary>The original activity, if there is one and it fits in at this depth; else the node as it is.</summary>
    public static JsonObject Restore(JsonObject node, int depth, DocumentPlaces places)
    {
        if (
            node.Text("type") != NotFound
            || node.Text("originalActivityJson") is null
            || References.Object(node["originalActivityJson"]) is not { } parsed
            || Wrappers.Resolved(parsed, places) is not JsonObject original
            || original.Text("type") is null or NotFound
            || depth + Depth(original) > DocumentText.MaxDepth
        )
        {
            return node;
        }
        original["id"] ??= node["id"]?.DeepClone();
        places.Copy(node, original);
        return original;
    }

    private static int Depth(JsonNode? node) =>
        node switch
        {
            JsonObject json => 1 + json.Select(p => Depth(p.Value)).DefaultIfEmpty().Max(),
            JsonArray list => 1 + list.Select(Depth).DefaultIfEmpty().Max(),
            _ => 0,
        };
}
