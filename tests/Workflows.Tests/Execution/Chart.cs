using System.Text.Json.Nodes;
using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Workflows.Tests.Execution;

/// <summary>
/// Flowcharts in a few lines. <c>d = Elsa.Delay {"timeSpan":"1.00:00:00"}</c> declares an activity, <c>a:True -> b</c> connects two. An
/// activity that is not declared writes a line with its own id.
/// </summary>
internal static class Chart
{
    public static WorkflowDefinition Read(string text, string more = "{}", string id = "d") =>
        Definition(Flowchart("f", text), more, id);

    public static WorkflowDefinition Definition(JsonNode root, string more = "{}", string id = "d")
    {
        var document = (JsonObject)JsonNode.Parse(more)!;
        (document["id"], document["definitionId"], document["version"]) = ($"{id}-v1", id, 1);
        document["root"] = root;
        Assert.True(
            DefinitionReader.TryRead(document.ToJsonString(), out var definition, out var problems),
            string.Join('\n', problems)
        );
        return definition!;
    }

    /// <summary>A flowchart of a text; <paramref name="embedded"/> is an activity that the text mentions by its id.</summary>
    public static JsonObject Flowchart(string id, string text, JsonObject? embedded = null)
    {
        var nodes = new Dictionary<string, JsonObject>();
        if (embedded is not null)
        {
            nodes[(string)embedded["id"]!] = embedded;
        }
        var connections = new JsonArray();
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split(" = ", 2) is [var name, var rest])
            {
                var parts = rest.Split(' ', 2);
                nodes[name] = Activity(name, parts[0], parts.Length > 1 ? parts[1] : "{}");
                continue;
            }
            var ends = line.Split("->", 2, StringSplitOptions.TrimEntries);
            connections.Add(Connection(nodes, ends[0], ends[1]));
        }
        return new JsonObject
        {
            ["id"] = id,
            ["type"] = "Elsa.Flowchart",
            ["activities"] = new JsonArray([.. nodes.Values]),
            ["connections"] = connections,
        };
    }

    public static JsonObject Activity(string id, string type, string more = "{}")
    {
        var activity = (JsonObject)JsonNode.Parse(more)!;
        (activity["id"], activity["type"], activity["name"]) = (id, type, id);
        return activity;
    }

    private static JsonObject Connection(Dictionary<string, JsonObject> nodes, string source, string target)
    {
        var (id, port) = source.Split(':', 2) is [var left, var right] ? (left, right) : (source, "Done");
        foreach (var name in new[] { id, target })
        {
            nodes.TryAdd(name, Activity(name, "Elsa.WriteLine", $$"""{"text":"{{name}}"}"""));
        }
        return new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = id, ["port"] = port },
            ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
        };
    }
}
