using System.Text.Json;
using System.Text.Json.Nodes;

namespace CaseFlow.Workflows.Definitions.Reading;

/// <summary>Reads members that must be of one kind; null and missing are the same, another kind is an error.</summary>
internal sealed class Members(DocumentPlaces places, ProblemList problems)
{
    public string? Text(JsonObject json, string key, string? activityId = null)
    {
        var value = json.AnyCase(key);
        if (value is not null && value.GetValueKind() is not JsonValueKind.String)
        {
            WrongKind(value, key, "text", activityId);
        }
        return value.AsText();
    }

    public JsonObject? Object(JsonObject json, string key, string? activityId = null)
    {
        var value = json.AnyCase(key);
        if (value is not (null or JsonObject))
        {
            WrongKind(value, key, "object", activityId);
        }
        return value as JsonObject;
    }

    public IReadOnlyList<JsonNode?> Array(JsonObject json, string key, string? activityId = null)
    {
        var value = Wrappers.Values(json.AnyCase(key));
        if (value is not (null or JsonArray))
        {
            WrongKind(value, key, "array", activityId);
        }
        return value is JsonArray list ? [.. list] : [];
    }

    public void WrongKind(JsonNode value, string key, string expected, string? activityId) =>
        problems.Add(
            "definition.wrong-kind",
            ProblemSeverity.Error,
            activityId,
            $"'{key}' must be of kind {expected}.",
            places.Of(value),
            ("key", key),
            ("expected", expected)
        );
}
