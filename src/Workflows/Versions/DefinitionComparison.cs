using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Workflows.Versions;

/// <summary>One difference between two versions.</summary>
/// <param name="Kind">What has changed.</param>
/// <param name="ActivityId">The activity it is about; null for the definition itself.</param>
/// <param name="Name">The property, variable or connection that changed.</param>
/// <param name="Before">What was there, as text; null when nothing was.</param>
/// <param name="After">What is there now, as text; null when nothing is.</param>
public sealed record DefinitionChange(
    ChangeKind Kind,
    string? ActivityId,
    string? Name = null,
    string? Before = null,
    string? After = null
);

/// <summary>Kinds of differences.</summary>
public enum ChangeKind
{
    /// <summary>An activity is new.</summary>
    ActivityAdded,

    /// <summary>An activity is gone.</summary>
    ActivityRemoved,

    /// <summary>An activity sits in another container.</summary>
    ActivityMoved,

    /// <summary>A property of an activity, an input with its expression included, has another value.</summary>
    PropertyChanged,

    /// <summary>A connection is new.</summary>
    ConnectionAdded,

    /// <summary>A connection is gone.</summary>
    ConnectionRemoved,

    /// <summary>A variable, input or output is new, gone or different.</summary>
    DeclarationChanged,

    /// <summary>A property of the definition itself has another value.</summary>
    DefinitionChanged,
}

/// <summary>Compares two versions by what they do. Boxes that were moved about and identities of versions are no changes.</summary>
public static class DefinitionComparison
{
    private static readonly string[] Declarations = ["variables", "inputs", "outputs"];

    private static readonly HashSet<string> NotCompared = new(
        [.. ContentHash.NotContent, "root", .. Declarations],
        StringComparer.Ordinal
    );

    private static readonly HashSet<string> NotOfNode = new(StringComparer.Ordinal)
    {
        "id",
        "nodeId",
        "activities",
        "connections",
    };

    /// <summary>All differences: the definition's own first, then by activity in the order of the newer version.</summary>
    public static IReadOnlyList<DefinitionChange> Of(WorkflowDefinition before, WorkflowDefinition after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (old, now) = (DefinitionWriter.ToJson(before), DefinitionWriter.ToJson(after));
        return
        [
            .. Values(Members(old, NotCompared), Members(now, NotCompared))
                .Select(v => new DefinitionChange(ChangeKind.DefinitionChanged, null, v.Name, v.Before, v.After)),
            .. Declarations
                .SelectMany(d => Values(Named(old[d]), Named(now[d])))
                .Select(v => new DefinitionChange(ChangeKind.DeclarationChanged, null, v.Name, v.Before, v.After)),
            .. Activities(before, after),
            .. Connections(before, after),
        ];
    }

    private static IEnumerable<DefinitionChange> Activities(WorkflowDefinition before, WorkflowDefinition after)
    {
        var old = before.Activities.ToDictionary(a => a.Id, StringComparer.Ordinal);
        foreach (var node in after.Activities)
        {
            if (!old.Remove(node.Id, out var was))
            {
                yield return new DefinitionChange(ChangeKind.ActivityAdded, node.Id, node.Type);
                continue;
            }
            if (was.Parent?.Id != node.Parent?.Id || was.Port != node.Port)
            {
                yield return new DefinitionChange(
                    ChangeKind.ActivityMoved,
                    node.Id,
                    null,
                    was.Parent?.Id,
                    node.Parent?.Id
                );
            }
            foreach (var (name, from, to) in Values(Properties(was), Properties(node)))
            {
                yield return new DefinitionChange(ChangeKind.PropertyChanged, node.Id, name, from, to);
            }
        }
        foreach (var gone in old.Values)
        {
            yield return new DefinitionChange(ChangeKind.ActivityRemoved, gone.Id, gone.Type);
        }
    }

    private static IEnumerable<DefinitionChange> Connections(WorkflowDefinition before, WorkflowDefinition after)
    {
        var (old, now) = (Keys(before), Keys(after));
        return
        [
            .. now.Except(old).Select(c => new DefinitionChange(ChangeKind.ConnectionAdded, null, c)),
            .. old.Except(now).Select(c => new DefinitionChange(ChangeKind.ConnectionRemoved, null, c)),
        ];
    }

    private static List<string> Keys(WorkflowDefinition definition) =>
        [
            .. definition
                .Activities.Where(a => a.Graph is not null)
                .SelectMany(a => a.Graph!.Connections)
                .Select(c => $"{c.Source.Id} ({c.SourcePort ?? "Done"}) → {c.Target.Id}"),
        ];

    /// <summary>The node without its place on the canvas and without what is embedded in it, which is compared by itself.</summary>
    private static Dictionary<string, string> Properties(ActivityNode node)
    {
        var ports = node.AllChildren.Select(c => c.Port).ToHashSet(StringComparer.Ordinal);
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in node.Raw)
        {
            if (NotOfNode.Contains(key) || ports.Contains(key))
            {
                continue;
            }
            if (key is "metadata" or "customProperties" && value is JsonObject inner)
            {
                foreach (var (name, part) in inner.Where(p => p.Key != "designer"))
                {
                    Put(found, name, part);
                }
            }
            else
            {
                Put(found, key, Expression(value));
            }
        }
        return found;
    }

    /// <summary>Of an input what its author wrote, and in which language.</summary>
    private static JsonNode? Expression(JsonNode? value) =>
        value is JsonObject wrapper && wrapper["expression"] is JsonObject expression
            ? expression["type"]?.ToString() is "Literal" or null
                ? expression["value"]
                : JsonValue.Create($"{expression["type"]}: {expression["value"]}")
            : value;

    private static Dictionary<string, string> Members(JsonObject json, HashSet<string> without)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in json.Where(m => !without.Contains(m.Key)))
        {
            Put(found, key, value);
        }
        return found;
    }

    private static Dictionary<string, string> Named(JsonNode? list)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in (list as JsonArray ?? []).OfType<JsonObject>())
        {
            Put(found, item["name"]?.ToString() ?? "", item);
        }
        return found;
    }

    /// <summary>Nothing, null, false and an empty list or object all say the same: not given.</summary>
    private static void Put(Dictionary<string, string> found, string name, JsonNode? value)
    {
        if (value?.GetValueKind() is null or JsonValueKind.Null or JsonValueKind.False)
        {
            return;
        }
        if (value is JsonArray { Count: 0 } or JsonObject { Count: 0 })
        {
            return;
        }
        found[name] =
            value.GetValueKind() is JsonValueKind.String
                ? value.GetValue<string>()
                : value.ToJsonString(DefinitionJson.Compact);
    }

    private static IEnumerable<(string Name, string? Before, string? After)> Values(
        Dictionary<string, string> before,
        Dictionary<string, string> after
    ) =>
        from name in after.Keys.Union(before.Keys)
        let pair = (Before: before.GetValueOrDefault(name), After: after.GetValueOrDefault(name))
        where pair.Before != pair.After
        select (name, pair.Before, pair.After);
}
