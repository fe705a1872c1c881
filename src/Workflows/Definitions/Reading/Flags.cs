using System.Text.Json;
using System.Text.Json.Nodes;

namespace CaseFlow.Workflows.Definitions.Reading;

/// <summary>Reads the engine's flags: in <c>customProperties</c> first, then on the node, in camel or Pascal case.</summary>
internal static class Flags
{
    private static readonly string[] MergeModes = ["None", "Stream", "Merge", "Converge", "Cascade", "Race"];

    public static NodeFlags Read(JsonObject raw, JsonObject custom) =>
        new(
            Find(raw, custom, "canStartWorkflow").AsFlag() ?? false,
            Find(raw, custom, "runAsynchronously").AsFlag() ?? false,
            MergeMode(Find(raw, custom, "mergeMode"))
        );

    private static JsonNode? Find(JsonObject raw, JsonObject custom, string key)
    {
        var pascal = char.ToUpperInvariant(key[0]) + key[1..];
        return custom[key] ?? custom[pascal] ?? raw[key] ?? raw[pascal];
    }

    private static string? MergeMode(JsonNode? written) =>
        written?.GetValueKind() switch
        {
            JsonValueKind.String => written.GetValue<string>(),
            JsonValueKind.Number => written.AsWhole() is >= 0 and var number && number < MergeModes.Length
                ? MergeModes[number]
                : written.ToJsonString(),
            _ => null,
        };
}
