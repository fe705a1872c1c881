using System.Globalization;
using System.Text.Json.Nodes;

namespace CaseFlow.Workflows.Definitions.Reading;

/// <summary>Ids for activities that were written without one, as Elsa gives them: <c>WriteLine1</c>, <c>WriteLine2</c>.</summary>
internal sealed class NodeIds(JsonObject? root)
{
    private readonly HashSet<string> taken = [.. Written(root)];
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    public string New(string type)
    {
        var word = type.Split('.')[^1];
        while (true)
        {
            var count = counts[word] = counts.GetValueOrDefault(word) + 1;
            var id = string.Create(CultureInfo.InvariantCulture, $"{word}{count}");
            if (taken.Add(id))
            {
                return id;
            }
        }
    }

    private static IEnumerable<string> Written(JsonNode? node)
    {
        var open = new Stack<JsonNode?>([node]);
        while (open.TryPop(out var next))
        {
            foreach (
                var inner in next switch
                {
                    JsonObject json => json.Select(p => p.Value),
                    JsonArray list => list,
                    _ => [],
                }
            )
            {
                open.Push(inner);
            }
            if (next is JsonObject { } found && found["id"].AsText() is { } id)
            {
                yield return id;
            }
        }
    }
}
