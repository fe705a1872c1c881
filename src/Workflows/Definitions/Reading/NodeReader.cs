using System.Text.Json.Nodes;

namespace CaseFlow.Workflows.Definitions.Reading;

/// <summary>Reads the tree of activities. Keys of nodes are exact camel case, as Elsa's own reader wants them.</summary>
internal sealed class NodeReader(DocumentPlaces places, ProblemList problems)
{
    private const int RootDepth = 2;
    private static readonly string[] Containers = ["Elsa.Flowchart", "Elsa.Sequence", "Elsa.Parallel"];

    private readonly OrderedDictionary<string, ActivityNode> byId = new(StringComparer.Ordinal);
    private NodeIds? ids;
    private JsonObject? root;
    private readonly Members members = new(places, problems);
    private readonly InputReader inputs = new(places, problems);
    private readonly DeclarationReader declarations = new(places, problems);
    private readonly ConnectionReader connections = new(places, problems);

    public IReadOnlyDictionary<string, ActivityNode> ById => byId;

    public ActivityNode Root(JsonObject? raw)
    {
        root = raw;
        if (raw is null)
        {
            return Node(EmptySequence(), null, "root", RootDepth);
        }
        if (Wrappers.Resolved(raw, places) is JsonObject tree)
        {
            return Node(tree, null, "root", RootDepth);
        }
        members.WrongKind(raw, "root", "object", null);
        return Node(EmptySequence(), null, "root", RootDepth);
    }

    private static JsonObject EmptySequence() =>
        new()
        {
            ["id"] = "root",
            ["type"] = "Elsa.Sequence",
            ["version"] = 1,
            ["activities"] = new JsonArray(),
        };

    private ActivityNode Node(JsonObject written, ActivityNode? parent, string place, int depth)
    {
        var raw = StoredAway.Restore(written, depth, places);
        var node = new ActivityNode(Content(raw), parent, place);
        Register(node, places.Of(raw));
        var slots = EmbeddedActivities.In(raw).ToList();
        var children = slots.ToDictionary(
            s => s.Place,
            s => Node(s.Node, node, s.Place, depth + s.Place.Split('/').Length),
            StringComparer.Ordinal
        );
        var all = slots.Select(s => children[s.Place]).ToList();
        var direct = all.Where(c => c.Port == "activities").ToList();
        node.Complete(
            new NodeChildren(
                all,
                all.GroupBy(c => c.Port, StringComparer.Ordinal)
                    .ToDictionary(g => g.Key, IReadOnlyList<ActivityNode> (g) => [.. g], StringComparer.Ordinal),
                inputs.Cases(raw, children),
                node.Type == "Elsa.Flowchart" ? new FlowGraph(direct, connections.Read(node, direct)) : null
            )
            {
                States = InputReader.States(raw, children),
                Transitions = inputs.Transitions(raw, children),
            }
        );
        return node;
    }

    private NodeContent Content(JsonObject raw)
    {
        var id = members.Text(raw, "id") ?? "";
        var type = members.Text(raw, "type", id) ?? "";
        var place = places.Of(raw);
        if (string.IsNullOrWhiteSpace(id))
        {
            id = (ids ??= new NodeIds(root)).New(type);
        }
        if (type.Length == 0)
        {
            problems.Add("activity.type-missing", ProblemSeverity.Error, id, "An activity has no type.", place);
        }
        if (Containers.Contains(type))
        {
            foreach (var item in members.Array(raw, "activities", id).Where(i => i is not (null or JsonObject)))
            {
                members.WrongKind(item!, "activities", "array of objects", id);
            }
        }
        var custom = members.Object(raw, "customProperties", id) ?? [];
        return new NodeContent(
            id,
            members.Text(raw, "name", id),
            type,
            raw["version"].AsWhole() is >= 0 and <= int.MaxValue and var version ? (int)version : 0,
            raw,
            custom,
            Flags.Read(raw, custom),
            raw["variables"] is null ? [] : declarations.Variables(members.Array(raw, "variables", id), id),
            inputs.Inputs(raw),
            InputReader.Outputs(raw)
        );
    }

    private void Register(ActivityNode node, Place place)
    {
        if (!byId.TryAdd(node.NodeId, node))
        {
            problems.Add(
                "activity.duplicate-id",
                ProblemSeverity.Error,
                node.Id,
                $"Two activities have the id '{node.Id}'.",
                place,
                ("id", node.Id)
            );
        }
    }
}
