using System.Text.Json.Nodes;

namespace CaseFlow.Workflows.Definitions.Writing;

/// <summary>The canonical form of an activity and all below it.</summary>
internal static class NodeForm
{
    public static JsonObject Canonical(ActivityNode node)
    {
        var json = (JsonObject)node.Raw.DeepClone();
        Shape(json, node);
        return json;
    }

    private static void Shape(JsonObject json, ActivityNode node)
    {
        Path(json, node);
        FlagForm.Shape(json);
        foreach (var (key, value) in json.ToList())
        {
            // Below this activity only its own inputs are shaped; embedded activities take their turn below.
            if (node.Inputs.ContainsKey(key) && value is JsonObject input)
            {
                InputForm.Shape(input);
            }
        }
        CaseConditions(json);
        if (node.Type == "Elsa.Flowchart")
        {
            json.Remove("start");
            json["connections"] = ConnectionForm.Canonical(json["connections"]);
        }
        foreach (var child in node.AllChildren)
        {
            Embedded(json, child);
        }
    }

    private static void Path(JsonObject json, ActivityNode node)
    {
        if (json.ContainsKey("nodeId"))
        {
            json["nodeId"] = node.NodeId;
        }
        else
        {
            json.Insert(json.IndexOf("id") + 1, "nodeId", node.NodeId);
        }
    }

    private static void CaseConditions(JsonObject json)
    {
        foreach (var item in (json["cases"] as JsonArray ?? []).OfType<JsonObject>())
        {
            if (item["condition"] is JsonObject condition)
            {
                InputForm.Shape(condition);
            }
        }
    }

    private static void Embedded(JsonObject json, ActivityNode child)
    {
        var slot = child.Place.Split('/').Aggregate((JsonNode?)json, Step);
        if (slot is not JsonObject written)
        {
            return;
        }
        if (written.Text("type") != child.Type)
        {
            // The reader has put an activity back that Elsa had stored away as not found.
            var original = (JsonObject)child.Raw.DeepClone();
            written.ReplaceWith(original);
            written = original;
        }
        Shape(written, child);
    }

    /// <summary>One segment of <see cref="ActivityNode.Place"/> further down.</summary>
    internal static JsonNode? Step(JsonNode? node, string segment) =>
        node is JsonArray list
            ? list[int.Parse(segment, System.Globalization.CultureInfo.InvariantCulture)]
            : (node as JsonObject)?[segment];
}
