using System.Text.Json.Nodes;

namespace CaseFlow.Workflows.Tests.Definitions;

/// <summary>Makes readable documents of every shape, old and new, the same ones for the same seed.</summary>
internal sealed class DocumentGenerator(int seed)
{
    private static readonly string[] Types =
    [
        "Elsa.WriteLine",
        "Elsa.If",
        "Elsa.Sequence",
        "Elsa.Flowchart",
        "Elsa.FlowSwitch",
        "Elsa.ForEach",
        "Acme.Own",
    ];

    private static readonly string[] TypeNames =
    [
        "String",
        "Int32",
        "Object",
        "JSON",
        "List<String>",
        "Acme.Order, Acme",
        "TimeSpan",
        "StringMap",
    ];

    private readonly Random random = new(seed);
    private int lastId;

    public JsonObject Document()
    {
        var document = new JsonObject
        {
            [Case("id")] = "v" + seed,
            [Case("definitionId")] = "d",
            [Case("version")] = Pick<JsonNode>(3, "3"),
        };
        Maybe(() => document["$schema"] = "x");
        Maybe(() => document[Case("name")] = "طلب " + seed);
        Maybe(() => document["variables"] = List(() => Variable("1.5")));
        Maybe(() =>
            document["inputs"] = List(() =>
                new JsonObject
                {
                    ["name"] = "In" + Next(),
                    ["type"] = Pick(TypeNames),
                    ["uiHint"] = "singleline",
                }
            )
        );
        Maybe(() => document["customProperties"] = new JsonObject { ["own"] = Any(3) });
        Maybe(() => document["vendor"] = Any(3));
        Maybe(() => document["options"] = new JsonObject { ["usableAsActivity"] = Flip(), ["own"] = Any(1) });
        document[Case("root")] = Activity(4);
        return document;
    }

    private JsonObject Activity(int depth)
    {
        var type = Pick(Types);
        var node = new JsonObject { ["id"] = "n" + Next(), ["type"] = type };
        Maybe(() => node["nodeId"] = "wrong");
        Maybe(() => node["name"] = Pick<JsonNode?>(null, "Name"));
        Maybe(() => node["version"] = Pick<JsonNode>(1, "1"));
        Maybe(() => node["metadata"] = Any(3));
        Maybe(() => node["customProperties"] = Flags(new JsonObject { ["own"] = Any(2) }));
        Maybe(() => Flags(node));
        Maybe(() => node["text"] = Input());
        Maybe(() => node["value"] = Input());
        Maybe(() =>
            node["result"] = Pick<JsonNode?>(
                null,
                new JsonObject
                {
                    ["typeName"] = "Object",
                    ["memoryReference"] = new JsonObject { ["id"] = "v1" },
                }
            )
        );
        Maybe(() => node["variables"] = Wrap(List(() => Variable(7))));
        if (depth > 0)
        {
            Children(node, type, depth - 1);
        }
        return Flip() || Flip() ? node : StoredAway(node, type);
    }

    private void Children(JsonObject node, string type, int depth)
    {
        switch (type)
        {
            case "Elsa.If":
                Maybe(() => node["then"] = Activity(depth));
                node["else"] = null;
                break;
            case "Elsa.Sequence":
                node["activities"] = Wrap(List(() => Activity(depth)));
                break;
            case "Elsa.Flowchart":
                Flowchart(node, depth);
                break;
            case "Elsa.FlowSwitch":
                node["cases"] = Wrap(
                    List(() => new JsonObject { ["label"] = "L" + Next(), ["condition"] = Expression() })
                );
                break;
            case "Elsa.ForEach" or "Acme.Own":
                Maybe(() => node["body"] = Activity(depth));
                break;
        }
    }

    private void Flowchart(JsonObject node, int depth)
    {
        var activities = List(() => Activity(depth));
        // The id of a stored away activity is the one inside.
        var ids = activities.Select(a => (string)a!["id"]!).Append("gone").ToArray();
        node["activities"] = Wrap(activities);
        Maybe(() => node["start"] = ids[0]);
        Maybe(() => node["connections"] = Flip() && Flip() ? Connection(ids) : Wrap(List(() => Connection(ids))));
    }

    private JsonObject Connection(string[] ids)
    {
        var (source, target) = (Pick(ids), Pick(ids));
        var connection = random.Next(3) switch
        {
            0 => new JsonObject
            {
                ["source"] = source,
                ["sourcePort"] = Pick<string?>("Done", null),
                ["target"] = target,
                ["targetPort"] = "In",
            },
            1 => new JsonObject
            {
                ["Source"] = new JsonObject { ["Activity"] = source, ["Port"] = "Done" },
                ["Target"] = new JsonObject { ["Activity"] = target },
            },
            _ => new JsonObject
            {
                ["source"] = new JsonObject
                {
                    ["activity"] = source,
                    ["port"] = "Done",
                    ["own"] = 1,
                },
                ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
            },
        };
        Maybe(() => connection["vertices"] = new JsonArray(new JsonObject { ["x"] = 10.50, ["y"] = 20 }));
        Maybe(() => connection["label"] = Any(1));
        return connection;
    }

    private static JsonObject StoredAway(JsonObject node, string type) =>
        new()
        {
            ["id"] = (string)node["id"]!,
            ["type"] = "Elsa.NotFoundActivity",
            ["missingTypeName"] = type,
            ["originalActivityJson"] = node.ToJsonString(),
        };

    private JsonNode? Input()
    {
        if (Flip() && Flip())
        {
            return Pick<JsonNode?>("bare", 5, true, null);
        }
        var input = new JsonObject { ["typeName"] = Pick(TypeNames), ["expression"] = Expression() };
        Maybe(() => input["memoryReference"] = new JsonObject { ["id"] = "x:input-1" });
        Maybe(() => input["own"] = Any(1));
        return input;
    }

    private JsonObject Expression()
    {
        var reference = new JsonObject
        {
            ["id"] = "v1",
            ["name"] = "اسم",
            ["typeName"] = "String",
        };
        return random.Next(7) switch
        {
            0 => new JsonObject { ["type"] = "Variable", ["value"] = reference },
            1 => new JsonObject { ["type"] = "Variable", ["value"] = reference.ToJsonString() },
            2 => new JsonObject { ["type"] = "Input", ["value"] = reference },
            3 => new JsonObject { ["type"] = null, ["value"] = "x" },
            4 => new JsonObject
            {
                ["type"] = "Literal",
                ["value"] = Pick<JsonNode?>(1.50, "text", null, new JsonObject { ["a"] = 1 }),
            },
            5 => new JsonObject { ["value"] = "no type" },
            _ => new JsonObject { ["type"] = Pick("JavaScript", "Liquid", "Object", "Klingon"), ["value"] = "[1, 2]" },
        };
    }

    private JsonObject Variable(JsonNode value)
    {
        var id = Next();
        var variable = new JsonObject
        {
            ["id"] = "v" + id,
            ["name"] = "Var" + id,
            ["typeName"] = Pick(TypeNames),
            ["isArray"] = Flip(),
        };
        Maybe(() => variable["value"] = value);
        return variable;
    }

    private JsonObject Flags(JsonObject target)
    {
        Maybe(() => target[Pick("canStartWorkflow", "CanStartWorkflow")] = Flip());
        Maybe(() => target[Pick("runAsynchronously", "RunAsynchronously")] = Flip());
        return target;
    }

    private JsonNode Wrap(JsonArray list) =>
        random.Next(4) switch
        {
            0 => new JsonObject { ["$values"] = list },
            1 => new JsonObject { ["_type"] = "Acme[]", ["items"] = list },
            _ => list,
        };

    private JsonNode? Any(int depth) =>
        random.Next(depth > 0 ? 7 : 5) switch
        {
            0 => null,
            1 => JsonNode.Parse("12345678901234567890.10"),
            2 => "نص \" <b> \u0001",
            3 => Flip(),
            4 => new JsonObject { ["_type"] = "kept", ["items"] = new JsonArray() },
            5 => List(() => Any(depth - 1)),
            _ => new JsonObject { ["Key " + Next()] = Any(depth - 1) },
        };

    private JsonArray List(Func<JsonNode?> item) => [.. Enumerable.Range(0, random.Next(4)).Select(_ => item())];

    private void Maybe(Action action)
    {
        if (Flip())
        {
            action();
        }
    }

    private string Case(string key) => random.Next(5) == 0 ? char.ToUpperInvariant(key[0]) + key[1..] : key;

    private T Pick<T>(params T[] choices) => choices[random.Next(choices.Length)];

    private bool Flip() => random.Next(2) == 0;

    private int Next() => ++lastId;
}
