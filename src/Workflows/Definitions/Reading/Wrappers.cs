using System.Text.Json.Nodes;

namespace CaseFlow.Workflows.Definitions.Reading;

/// <summary>Undoes what polymorphic and reference-keeping writers put around arrays.</summary>
internal static class Wrappers
{
    private static readonly string[] TypedKeys = ["items", "values", "_items", "_values", "$values"];

    /// <summary>The array inside <c>{ "$values": [...] }</c>; anything else as it is.</summary>
    public static JsonNode? Values(JsonNode? node) =>
        node is JsonObject json && json.TryGetPropertyValue("$values", out var values) && values is JsonArray
            ? values
            : node;

    /// <summary>The array inside an object with <c>_type</c>; null when this is no such wrapper.</summary>
    public static JsonArray? Typed(JsonNode? node) =>
        node is JsonObject json && json.ContainsKey("_type")
            ? TypedKeys.Select(k => json[k]).OfType<JsonArray>().FirstOrDefault()
            : null;

    /// <summary>Whether any value below this one is a wrapper.</summary>
    public static bool Any(JsonNode? node) =>
        Typed(node) is not null
        || node switch
        {
            JsonObject json => json.Any(p => Any(p.Value)),
            JsonArray array => array.Any(Any),
            _ => false,
        };

    /// <summary>A copy of the tree with each wrapper replaced by its array, places kept.</summary>
    public static JsonNode? Unwrapped(JsonNode? node, DocumentPlaces? places)
    {
        JsonNode? copy =
            Typed(node)
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
            places?.Copy(node, copy);
        }
        return copy;
    }

    private static JsonObject Copy(JsonObject json, DocumentPlaces? places)
    {
        var copy = new JsonObject();
        foreach (var (key, value) in json)
        {
            copy.Add(key, Unwrapped(value, places));
        }
        return copy;
    }
}
