using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Workflows.Definitions.Reading;

namespace CaseFlow.Workflows.Definitions.Writing;

/// <summary>Moves the engine's flags into <c>customProperties</c>, in camel case.</summary>
internal static class FlagForm
{
    public static void Shape(JsonObject json)
    {
        var custom = json["customProperties"] as JsonObject;
        foreach (var flag in Flags.Names)
        {
            var written = Flags.Find(json, custom ?? [], flag);
            if (written is not JsonValue || flag != Flags.MergeMode && written.AsFlag() is null)
            {
                continue;
            }
            if (custom is null)
            {
                custom = [];
                json["customProperties"] = custom;
            }
            var value = flag == Flags.MergeMode ? Flags.MergeModeOf(written) : written.DeepClone();
            Remove(json, flag);
            custom.Remove(Flags.Pascal(flag));
            custom[flag] = value;
        }
    }

    private static void Remove(JsonObject json, string flag)
    {
        foreach (var key in new[] { flag, Flags.Pascal(flag) })
        {
            if (json[key]?.GetValueKind() is not (JsonValueKind.Object or JsonValueKind.Array))
            {
                json.Remove(key);
            }
        }
    }
}
