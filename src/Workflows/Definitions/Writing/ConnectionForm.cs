using System.Text.Json.Nodes;
using CaseFlow.Workflows.Definitions.Reading;

namespace CaseFlow.Workflows.Definitions.Writing;

/// <summary>The canonical form of a flowchart's connections: nested ends, vertices, unknown keys kept.</summary>
internal static class ConnectionForm
{
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "source",
        "target",
        "sourcePort",
        "targetPort",
        "vertices",
    };

    public static JsonArray Canonical(JsonNode? written) =>
        [
            .. (ConnectionReader.Written(written) ?? []).Select(c =>
                c is JsonObject json ? Connection(json) : c?.DeepClone()
            ),
        ];

    private static JsonObject Connection(JsonObject json)
    {
        var result = new JsonObject
        {
            ["source"] = End(json, "source"),
            ["target"] = End(json, "target"),
            ["vertices"] = json.AnyCase("vertices") as JsonArray is { } vertices
                ? vertices.DeepClone()
                : new JsonArray(),
        };
        foreach (var (key, value) in json.Where(p => !Known.Contains(p.Key)))
        {
            result[key] = value?.DeepClone();
        }
        return result;
    }

    private static JsonObject End(JsonObject connection, string end)
    {
        var (activity, port) = ConnectionReader.End(connection, end);
        var result = new JsonObject { ["activity"] = activity };
        if (port is not null)
        {
            result["port"] = port;
        }
        foreach (var (key, value) in connection.AnyCase(end) as JsonObject ?? [])
        {
            if (
                !key.Equals("activity", StringComparison.OrdinalIgnoreCase)
                && !key.Equals("port", StringComparison.OrdinalIgnoreCase)
            )
            {
                result[key] = value?.DeepClone();
            }
        }
        return result;
    }
}
