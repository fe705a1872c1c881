using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CaseFlow.Host.Features.Library.Editing;

/// <summary>
/// What the buttons of a list do to a sheet: <c>add:fields[2].options</c>, <c>remove:fields[2]</c>, <c>up:fields[2]</c>,
/// <c>down:fields[2]</c>.
/// </summary>
public static partial class SheetActs
{
    /// <returns>The path of the item that the reader should find again; null when it is no such act.</returns>
    public static string? Do(string act, IReadOnlyList<Part> parts, JsonObject sheet)
    {
        if (Act().Match(act) is not { Success: true } match)
            return null;
        var (verb, list) = (match.Groups["verb"].Value, match.Groups["list"].Value);
        if (Find(parts, sheet, list) is not var (part, items))
            return null;
        if (verb == "add")
            return Add(part, items, list);
        if (
            !int.TryParse(match.Groups["item"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            || index >= items.Count
        )
            return null;
        return verb == "remove" ? Remove(items, index, list) : Move(items, index, verb == "up" ? -1 : 1, list);
    }

    private static string? Add(Part part, JsonArray items, string list)
    {
        if (items.Count >= part.Most)
            return null;
        items.Add((JsonNode)part.New());
        return Item(list, items.Count - 1);
    }

    private static string Remove(JsonArray items, int index, string list)
    {
        items.RemoveAt(index);
        return items.Count == 0 ? list : Item(list, Math.Min(index, items.Count - 1));
    }

    private static string Move(JsonArray items, int index, int step, string list)
    {
        var to = Math.Clamp(index + step, 0, items.Count - 1);
        var item = items[index];
        items.RemoveAt(index);
        items.Insert(to, item);
        return Item(list, to);
    }

    private static (Part Part, JsonArray Items)? Find(IReadOnlyList<Part> parts, JsonObject sheet, string path)
    {
        foreach (var (step, isLast) in Steps(path))
        {
            if (parts.FirstOrDefault(p => p.Name == step.Name && p.Kind == PartKind.List) is not { } part)
                return null;
            if (sheet[part.Name] is not JsonArray items)
                sheet[part.Name] = items = [];
            if (isLast)
                return (part, items);
            if (step.Index is not { } index || index >= items.Count || items[index] is not JsonObject item)
                return null;
            (parts, sheet) = (part.Parts, item);
        }
        return null;
    }

    private static IEnumerable<((string Name, int? Index) Step, bool IsLast)> Steps(string path)
    {
        var steps = path.Split('.');
        for (var i = 0; i < steps.Length; i++)
        {
            var match = Step().Match(steps[i]);
            int? index = int.TryParse(
                match.Groups["index"].Value,
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var n
            )
                ? n
                : null;
            yield return ((match.Groups["name"].Value, index), i == steps.Length - 1);
        }
    }

    private static string Item(string list, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{list}[{index}]");

    [GeneratedRegex(
        @"\A(?<verb>add):(?<list>[\w.\[\]]{1,200})\z|\A(?<verb>remove|up|down):(?<list>[\w.\[\]]{1,200})\[(?<item>\d{1,4})\]\z"
    )]
    private static partial Regex Act();

    [GeneratedRegex(@"\A(?<name>\w+)(\[(?<index>\d{1,4})\])?\z")]
    private static partial Regex Step();
}
