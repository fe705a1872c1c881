using System.Text.Json;
using System.Text.Json.Nodes;

namespace CaseFlow.Workflows.Definitions.Reading;

/// <summary>
/// Finds the activities directly below a node without knowing its type, so that unknown types keep their children: any object with a
/// <c>type</c> text that is no expression, no variable and no wrapped input, directly, in a list, or in a list entry's member.
/// </summary>
internal static class EmbeddedActivities
{
    public static IEnumerable<(string Place, JsonObject Node)> In(JsonObject raw) =>
        raw.Where(p => MayHold(p.Key) && !NodeKeys.IsCommon(raw, p.Key)).SelectMany(p => Under(p.Key, p.Value));

    /// <summary>A slash would make the place of an activity ambiguous, and no property of an activity has one.</summary>
    private static bool MayHold(string key) => key != "variable" && !key.Contains('/', StringComparison.Ordinal);

    private static IEnumerable<(string Place, JsonObject Node)> Under(string key, JsonNode? value) =>
        Wrappers.Values(value) switch
        {
            JsonObject json when IsActivity(json) => [(key, json)],
            JsonArray list => list.SelectMany((item, index) => InItem($"{key}/{index}", item, key == "activities")),
            _ => [],
        };

    private static IEnumerable<(string Place, JsonObject Node)> InItem(string place, JsonNode? item, bool always) =>
        item is not JsonObject json ? []
        : always || IsActivity(json) ? [(place, json)]
        : json.Where(p => MayHold(p.Key) && p.Value is JsonObject inner && IsActivity(inner))
            .Select(p => ($"{place}/{p.Key}", (JsonObject)p.Value!));

    private static bool IsActivity(JsonObject json) =>
        json["type"]?.GetValueKind() is JsonValueKind.String
        && !json.ContainsKey("typeName")
        && !json.ContainsKey("expression")
        && (
            json["id"]?.GetValueKind() is JsonValueKind.String
            || json["nodeId"]?.GetValueKind() is JsonValueKind.String
            || json["version"]?.GetValueKind() is JsonValueKind.Number
        );
}
