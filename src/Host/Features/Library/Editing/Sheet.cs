using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Host.Ui;

namespace CaseFlow.Host.Features.Library.Editing;

/// <summary>
/// What stands in the fields of an editor, as typed: objects, lists and texts by the names of the document's parts. Nothing that was
/// typed is lost by not being valid.
/// </summary>
public static class Sheet
{
    /// <summary>What a document says.</summary>
    public static JsonObject Of(IReadOnlyList<Part> parts, JsonObject document)
    {
        var sheet = new JsonObject();
        foreach (var part in parts)
            sheet[part.Name] = document[part.Name] is { } value ? Of(part, value) : null;
        return sheet;
    }

    /// <summary>What a browser posted. Names that no part has are passed over, and so is what lies beyond the length of a list.</summary>
    public static JsonObject Read(IReadOnlyList<Part> parts, IFormCollection posted) =>
        Read(parts, new Posted(posted), "");

    private static JsonNode? Of(Part part, JsonNode value) =>
        (part.Kind, value) switch
        {
            (PartKind.Local, JsonObject both) => new JsonObject
            {
                ["ar"] = Text(both["ar"]),
                ["en"] = Text(both["en"]),
            },
            (PartKind.Local, _) => new JsonObject { ["ar"] = Text(value), ["en"] = "" },
            (PartKind.Day, JsonObject day) => DayOf(day),
            (PartKind.Group, JsonObject group) => Of(part.Parts, group),
            (PartKind.List, JsonArray list) => new JsonArray([
                .. list.OfType<JsonObject>().Select(item => (JsonNode)Of(part.Parts, item)),
            ]),
            (PartKind.Choices, JsonArray list) => new JsonArray([.. list.Select(v => (JsonNode)Text(v))]),
            (PartKind.Group or PartKind.List or PartKind.Choices, _) => null,
            _ => Text(value),
        };

    private static JsonObject Read(IReadOnlyList<Part> parts, Posted posted, string prefix)
    {
        var sheet = new JsonObject();
        foreach (var part in parts)
            sheet[part.Name] = Read(part, posted, prefix + part.Name);
        return sheet;
    }

    private static JsonNode? Read(Part part, Posted posted, string name) =>
        part.Kind switch
        {
            PartKind.Fixed => null,
            PartKind.Local => new JsonObject { ["ar"] = posted.Text($"{name}.ar"), ["en"] = posted.Text($"{name}.en") },
            PartKind.Day => Typed(posted.Day(name)),
            PartKind.Choices => new JsonArray([.. posted.Texts(name).Select(v => (JsonNode)v)]),
            PartKind.Group => Read(part.Parts, posted, $"{name}."),
            PartKind.List => new JsonArray([
                .. Enumerable
                    .Range(0, part.Most)
                    .Select(i => string.Create(CultureInfo.InvariantCulture, $"{name}[{i}]"))
                    .TakeWhile(posted.HasItem)
                    .Select(item => (JsonNode)Read(part.Parts, posted, $"{item}.")),
            ]),
            _ => posted.Text(name),
        };

    private static JsonObject DayOf(JsonObject day) =>
        DateOnly.TryParseExact(Text(day["day"]), "yyyy-MM-dd", CultureInfo.InvariantCulture, 0, out var date)
            ? Typed(
                DateFieldInput.Of(
                    date,
                    Text(day["calendar"]) == "hijri"
                        ? Domain.Calendars.CalendarKind.Hijri
                        : Domain.Calendars.CalendarKind.Gregorian
                )
            )
            : [];

    private static JsonObject Typed(DateFieldInput day) =>
        new()
        {
            ["day"] = day.Day,
            ["month"] = day.Month,
            ["year"] = day.Year,
            ["calendar"] = $"{day.Calendar}",
        };

    internal static string Text(JsonNode? node) =>
        node switch
        {
            null => "",
            JsonValue value when value.TryGetValue(out bool flag) => flag ? "true" : "false",
            _ => node.ToString(),
        };

    /// <summary>A posted form that knows which items of lists it has.</summary>
    private sealed class Posted(IFormCollection form)
    {
        private readonly HashSet<string> _items = [.. form.Keys.SelectMany(Items)];

        public string Text(string name) => form[name].LastOrDefault()?.ReplaceLineEndings("\n") ?? "";

        public IEnumerable<string> Texts(string name) => form[name].OfType<string>().Where(t => t.Length > 0);

        public DateFieldInput Day(string name) => DateFieldInput.Read(form, name);

        public bool HasItem(string name) => _items.Contains(name);

        private static IEnumerable<string> Items(string key)
        {
            for (var end = key.IndexOf(']'); end >= 0; end = key.IndexOf(']', end + 1))
                yield return key[..(end + 1)];
        }
    }
}
