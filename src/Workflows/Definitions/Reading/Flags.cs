using System.Text.Json;
using System.Text.Json.Nodes;

namespace CaseFlow.Workflows.Definitions.Reading;

/// <summary>Reads the engine's flags: in <c>customProperties</c> first, then on the node, in camel or Pascal case.</summary>
internal static class Flags
{
    public const string MergeMode = "mergeMode";

    public static readonly string[] Names = ["canStartWorkflow", "runAsynchronously", MergeMode];

    private static readonly string[] MergeModes = ["None", "Stream", "Merge", "Converge", "Cascade", "Race"];

    public static NodeFlags Read(JsonObject raw, JsonObject custom) =>
        new(
            Find(raw, custom, "canStartWorkflow").AsFlag() ?? false,
            Find(raw, custom, "runAsynchronously").AsFlag() ?? false,
            MergeModeOf(Find(raw, custom, MergeMode))
        );

    public static JsonNode? Find(JsonObject raw, JsonObject custom, string key) =>
        custom[key] ?? custom[Pascal(key)] ?? raw[key] ?? raw[Pascal(key)];

    public static string Pascal(string key) => char.ToUpperInvariant(key[0]) + key[1..];

    /// <summary>The name of a merge mode; a designer may have stored its number.</summary>
    public static string? MergeModeOf(JsonNode? written) =>
        written?.GetValueKind() switch
        {
            JsonValueKind.String => written.GetValue<string>(),
            JsonValueKind.Number => written.AsWhole() is >= 0 and var number && number < MergeModes.Length
                ? MergeModes[number]
                : written.ToJsonString(),
            _ => null,
        };
}
