using System.Text.Json.Nodes;

namespace CaseFlow.Host.Tests.Publishing;

/// <summary>Documents as small as a procedure can be.</summary>
internal static class Procedure
{
    /// <summary>Writes one line.</summary>
    public static string Saying(string id, string text, string? name = null) =>
        Of(id, name ?? id, Node("say", "Elsa.WriteLine", ("text", Wrapped(text))));

    /// <summary>Uses another as an activity.</summary>
    public static string Using(string id, string other) =>
        Of(id, id, Node("use", "AnotherProcedure", ("workflowDefinitionId", other)));

    public static string Of(string id, string name, params JsonObject[] activities)
    {
        var start = Node("start", "Elsa.Start");
        JsonObject[] all = [start, .. activities];
        var connections = new JsonArray();
        for (var i = 1; i < all.Length; i++)
        {
            connections.Add(
                new JsonObject
                {
                    ["source"] = new JsonObject { ["activity"] = Id(all[i - 1]), ["port"] = "Done" },
                    ["target"] = new JsonObject { ["activity"] = Id(all[i]), ["port"] = "In" },
                }
            );
        }
        return new JsonObject
        {
            ["definitionId"] = id,
            ["name"] = name,
            ["root"] = Node("root", "Elsa.Flowchart", ("activities", new JsonArray(all)), ("connections", connections)),
        }.ToJsonString();
    }

    public static JsonObject Node(string id, string type, params (string Key, JsonNode? Value)[] members)
    {
        var node = new JsonObject
        {
            ["id"] = id,
            ["type"] = type,
            ["version"] = 1,
        };
        foreach (var (key, value) in members)
            node[key] = value;
        return node;
    }

    public static JsonObject Wrapped(string text) =>
        new()
        {
            ["typeName"] = "String",
            ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = text },
        };

    private static string Id(JsonObject node) => node["id"]!.GetValue<string>();
}
