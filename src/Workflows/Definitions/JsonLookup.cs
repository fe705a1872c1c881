using System.Text.Json;
using System.Text.Json.Nodes;

namespace CaseFlow.Workflows.Definitions;

/// <summary>Forgiving reads from a JSON object: a value of the wrong kind counts as absent.</summary>
internal static class JsonLookup
{
    /// <summary>The value under a key in exact spelling, or else in any case, as Elsa reads the document level.</summary>
    public static JsonNode? AnyCase(this JsonObject json, string key) =>
        json.TryGetPropertyValue(key, out var exact)
            ? exact
            : json.FirstOrDefault(p => p.Key.Equals(key, StringComparison.OrdinalIgnoreCase)).Value;

    public static string? Text(this JsonObject json, string key) => json[key].AsText();

    public static long? Whole(this JsonObject json, string key) => json[key].AsWhole();

    public static string? AsText(this JsonNode? node) =>
        node?.GetValueKind() is JsonValueKind.String ? node.GetValue<string>() : null;

    /// <summary>A truth value, also written as text.</summary>
    public static bool? AsFlag(this JsonNode? node) =>
        node?.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String => bool.TryParse(node.GetValue<string>(), out var flag) ? flag : null,
            _ => null,
        };

    /// <summary>A whole number, also written as text: documents may carry numbers as JSON strings.</summary>
    public static long? AsWhole(this JsonNode? node) =>
        node?.GetValueKind() switch
        {
            JsonValueKind.Number => long.TryParse(node.ToJsonString(), Style, Invariant, out var number)
                ? number
                : null,
            JsonValueKind.String => long.TryParse(node.GetValue<string>(), Style, Invariant, out var number)
                ? number
                : null,
            _ => null,
        };

    private const System.Globalization.NumberStyles Style = System.Globalization.NumberStyles.Integer;

    private static System.Globalization.CultureInfo Invariant => System.Globalization.CultureInfo.InvariantCulture;
}
