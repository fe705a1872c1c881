using System.Text.Json.Nodes;

namespace CaseFlow.Host.Features.ElsaApi.Definitions;

/// <summary>Finds the activities of a document that is still plain JSON, wherever they are embedded.</summary>
internal static class ActivityWalk
{
    /// <summary>Every object with an id and a type: nothing else in a definition has both.</summary>
    public static IReadOnlyList<JsonObject> Of(JsonObject document)
    {
        var found = new List<JsonObject>();
        Walk(document["root"], found);
        return found;
    }

    // The depth is bounded by the reader of the JSON.
    private static void Walk(JsonNode? node, List<JsonObject> found)
    {
        switch (node)
        {
            case JsonObject json:
                if (json["id"] is JsonValue && json["type"] is JsonValue)
                    found.Add(json);
                foreach (var (_, member) in json)
                    Walk(member, found);
                break;
            case JsonArray list:
                foreach (var item in list)
                    Walk(item, found);
                break;
        }
    }
}
