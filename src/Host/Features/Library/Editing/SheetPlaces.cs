using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CaseFlow.Host.Catalogue;

namespace CaseFlow.Host.Features.Library.Editing;

/// <summary>Finds the field that a problem of the policy library is about.</summary>
public static partial class SheetPlaces
{
    // What a problem says of an item, by the member of it that is wrong.
    private static readonly Dictionary<string, string[]> Members = new(StringComparer.Ordinal)
    {
        ["library.unknown-clause"] = ["clause"],
        ["library.options"] = ["options"],
        ["library.columns"] = ["columns"],
        ["library.min-above-max"] = ["min"],
        ["library.bad-pattern"] = ["pattern"],
        ["library.unknown-fact"] = ["visibleWhen.field", "requiredWhen.field", "proves"],
        ["library.unknown-option"] = ["visibleWhen.equals", "requiredWhen.equals"],
        ["library.validity-days"] = ["validity.days"],
        ["library.bad-key"] = ["key", "code", "value"],
        ["library.text-missing"] = ["label.ar", "text.ar", "title.ar", "name.ar"],
    };

    /// <returns>Null when it is about no field of this sheet.</returns>
    public static string? PathOf(FolderProblem problem, string file, IReadOnlyList<Part> parts, JsonObject sheet)
    {
        if (problem.File != file || problem.Place is not { } place)
            return null;
        if (JsonPath().Match(place) is { Success: true } json)
            return json.Groups[1].Value;
        var (path, inside, item) = Walk(place.Split('/'), parts, sheet);
        if (path is null)
            return null;
        return path.EndsWith(']') ? $"{path}.{Member(problem, inside, item)}" : path;
    }

    /// <summary>The member with the value that the problem names; else the first that it may be about.</summary>
    private static string? Member(FolderProblem problem, IReadOnlyList<Part> parts, JsonObject item)
    {
        var known = (Members.GetValueOrDefault(problem.Code) ?? []).Where(m => Has(parts, m)).ToList();
        var detail = $"{problem.Facts.GetValueOrDefault("detail")}";
        return known.Find(m => Values(item, m).Any(v => v.Length > 0 && detail.Contains(v, StringComparison.Ordinal)))
            ?? known.FirstOrDefault()
            ?? parts.FirstOrDefault(p => p.Kind != PartKind.Fixed)?.Name;
    }

    private static IEnumerable<string> Values(JsonObject item, string member)
    {
        JsonNode? node = item;
        foreach (var name in member.Split('.'))
            node = (node as JsonObject)?[name];
        return node is JsonArray several ? several.Select(Sheet.Text) : [Sheet.Text(node)];
    }

    private static (string? Path, IReadOnlyList<Part> Inside, JsonObject Item) Walk(
        string[] steps,
        IReadOnlyList<Part> parts,
        JsonObject sheet
    )
    {
        string? path = null;
        for (var i = 0; i < steps.Length; i++)
        {
            // A column is named below its field without the word "columns".
            var part =
                parts.FirstOrDefault(p => p.Name == steps[i])
                ?? (i > 0 ? parts.FirstOrDefault(p => p.Kind == PartKind.List && p.Name == "columns") : null);
            if (part is null)
                return (path, parts, sheet);
            var key = part.Name == steps[i] ? steps.ElementAtOrDefault(++i) : steps[i];
            path = path is null ? part.Name : $"{path}.{part.Name}";
            if (part.Kind != PartKind.List || key is null || sheet[part.Name] is not JsonArray items)
                return (path, parts, sheet);
            var index = items.ToList().FindIndex(item => Sheet.Text((item as JsonObject)?[part.ItemKey]) == key);
            if (index < 0)
                return (path, parts, sheet);
            path = string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");
            (parts, sheet) = (part.Parts, (JsonObject)items[index]!);
        }
        return (path, parts, sheet);
    }

    private static bool Has(IReadOnlyList<Part> parts, string member)
    {
        var names = member.Split('.');
        return parts.FirstOrDefault(p => p.Name == names[0]) is { } part
            && (names.Length == 1 || part.Kind == PartKind.Local || part.Parts.Any(p => p.Name == names[1]));
    }

    [GeneratedRegex(@"\A\$\.([\w.\[\]]+)( line \d+)?\z")]
    private static partial Regex JsonPath();
}
