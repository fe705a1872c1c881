using System.Text.Json.Nodes;

namespace CaseFlow.Workflows.Definitions.Reading;

/// <summary>Undoes what polymorphic and reference-keeping writers put around arrays.</summary>
internal static class Wrappers
{
    private static readonly string[] TypedKeys = ["items", "values", "_items", "_values", "$values"];

    // Free bags: nothing in them is interpreted, so nothing in them is touched.
    private static readonly HashSet<string> Verbatim = new(StringComparer.Ordinal) { "customProperties", "metadata" };

    /// <summary>The array inside <c>{ "$values": [...] }</c>; anything else as it is.</summary>
    public static JsonNode? Values(JsonNode? node) =>
        node is JsonObject json && json.TryGetPropertyValue("$values", out var values) && values is JsonArray
            ? values
            : node;

    /// <summary>The array inside an object with <c>_type</c>, or inside <c>$values</c>, however often wrapped; null when this is no wrapper.</summary>
    private static JsonArray? List(JsonNode? node) =>
        node is not JsonObject json ? null
        : json.ContainsKey("_type") ? TypedKeys.Select(k => Inner(json[k])).FirstOrDefault(l => l is not null)
        : Inner(json["$values"]);

    private static JsonArray? Inner(JsonNode? node) => node as JsonArray ?? List(node);

    /// <summary>The tree with each wrapper replaced by its array: itself when there is none, else a copy.</summary>
    public static JsonNode? Resolved(JsonNode node, DocumentPlaces places) =>
        Any(node) ? Unwrapped(node, places) : node;

    /// <summary>Whether any value below this one is a wrapper.</summary>
    private static bool Any(JsonNode? node) =>
        List(node) is not null
        || node switch
        {
            JsonObject json => json.Any(p => !Verbatim.Contains(p.Key) && Any(p.Value)),
            JsonArray array => array.Any(Any),
            _ => false,
        };

    /// <summary>A copy of the tree with each wrapper replaced by its array, places kept.</summary>
    private static JsonNode? Unwrapped(JsonNode? node, DocumentPlaces places)
    {
        JsonNode? copy =
            List(node)
            ?? node switch
            {
                JsonObject json => Copy(json, places),
                _ => node,
            };
        if (copy is JsonArray array)
        {
            copy = new JsonArray([.. array.Select(i => Unwrapped(i, places))]);
        }
        else if (copy is JsonValue)
        {
            copy = copy.DeepClone();
        }
        if (node is not null && copy is not null)
        {
            places.Copy(node, copy);
        }
        return copy;
    }

    private static JsonObject Copy(JsonObject json, DocumentPlaces places)
    {
        var copy = new JsonObject();
        foreach (var (key, value) in json)
        {
            copy.Add(key, Verbatim.Contains(key) ? value?.DeepClone() : Unwrapped(value, places));
        }
        return copy;
    }
}
