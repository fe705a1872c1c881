using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Domain.Calendars;
using CaseFlow.Domain.Forms;
using CaseFlow.Host.Ui;

namespace CaseFlow.Host.Features.Library.Editing;

/// <summary>What keeps a field from being written as it should: said before any check.</summary>
/// <param name="Path">Of the field, e.g. <c>fields[2].label.en</c>.</param>
/// <param name="Code">A refusal's code.</param>
public sealed record SheetProblem(string Path, string Code, IReadOnlyDictionary<string, object?> Facts);

/// <summary>A document's JSON, written from what stands in the fields. What cannot be written as it should is written as typed.</summary>
public sealed class SheetFile
{
    private readonly List<SheetProblem> _problems = [];
    private readonly IReadOnlyDictionary<string, JsonNode> _given;

    private SheetFile(IReadOnlyDictionary<string, JsonNode> given) => _given = given;

    public JsonObject Document { get; private set; } = [];

    public IReadOnlyList<SheetProblem> Problems => _problems;

    /// <param name="given">The values of the fixed parts.</param>
    public static SheetFile Write(
        IReadOnlyList<Part> parts,
        JsonObject sheet,
        IReadOnlyDictionary<string, JsonNode> given
    )
    {
        var file = new SheetFile(given);
        file.Document = file.Write(parts, sheet, "");
        return file;
    }

    private JsonObject Write(IReadOnlyList<Part> parts, JsonObject sheet, string prefix)
    {
        var written = new JsonObject();
        foreach (var part in parts)
        {
            if (Write(part, sheet[part.Name], prefix + part.Name) is { } value)
                written[part.Name] = value;
            else if (part.Required)
                Note(part.Kind == PartKind.Local ? $"{prefix}{part.Name}.ar" : prefix + part.Name, "form.required");
        }
        return written;
    }

    private JsonNode? Write(Part part, JsonNode? typed, string path) =>
        part.Kind switch
        {
            PartKind.Fixed => _given.GetValueOrDefault(part.Name)?.DeepClone(),
            PartKind.Local => Local(part, typed as JsonObject, path),
            PartKind.Day => Day(typed as JsonObject, path),
            PartKind.Number => Number(part, Sheet.Text(typed).Trim(), path),
            PartKind.Flag => Sheet.Text(typed) == "true" ? true
            : part.Always ? false
            : null,
            PartKind.Choices => Texts(part, typed as JsonArray),
            PartKind.Group => Group(part, typed as JsonObject, path),
            PartKind.List => Items(part, typed as JsonArray, path),
            _ => Plain(Sheet.Text(typed), part.MaxLength, lines: false, path),
        };

    private JsonNode? Plain(string typed, int longest, bool lines, string path)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        if (TextRules.Clean(typed, lines) is not { } text)
        {
            Note(path, "form.characters");
            return typed;
        }
        if (text.Length > longest)
            Note(path, "form.too-long", ("max", longest), ("length", text.Length));
        return text;
    }

    private JsonObject? Local(Part part, JsonObject? typed, string path)
    {
        var arabic = Plain(Sheet.Text(typed?["ar"]), part.MaxLength, part.Lines, $"{path}.ar");
        var english = Plain(Sheet.Text(typed?["en"]), part.MaxLength, part.Lines, $"{path}.en");
        if (arabic is null && english is null)
            return null;
        if (arabic is null)
            Note($"{path}.ar", "form.required");
        if (english is null)
            Note($"{path}.en", "form.required");
        return new JsonObject { ["ar"] = arabic ?? "", ["en"] = english ?? "" };
    }

    private JsonNode? Number(Part part, string typed, string path)
    {
        if (typed.Length == 0)
            return null;
        if (Numerals.Number(typed) is not { } number)
        {
            Note(path, "form.number");
            return typed;
        }
        if (part.Decimals)
            return JsonValue.Create(number);
        if (number == decimal.Truncate(number) && Math.Abs(number) <= int.MaxValue)
            return (int)number;
        Note(path, "library.whole-number");
        return typed;
    }

    private JsonObject? Day(JsonObject? typed, string path)
    {
        var input = SheetDays.Input(typed);
        if (input.IsEmpty)
            return null;
        if (!input.TryGet(out var day))
        {
            Note(path, "form.date");
            return new JsonObject { ["day"] = $"{input.Year}-{input.Month}-{input.Day}" };
        }
        return new JsonObject
        {
            ["day"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["calendar"] = input.Calendar == CalendarKind.Hijri ? "hijri" : "gregorian",
        };
    }

    private static JsonArray? Texts(Part part, JsonArray? typed) =>
        typed is { Count: > 0 } ? new JsonArray([.. typed.Select(t => (JsonNode)Sheet.Text(t))])
        : part.Always ? []
        : null;

    private JsonObject? Group(Part part, JsonObject? typed, string path)
    {
        // A group that nobody has touched is none; one that must be there is asked for part by part.
        if (typed is null || (!part.Required && part.Parts.All(p => IsEmpty(p, typed[p.Name]))))
            return part.Required ? Write(part.Parts, [], $"{path}.") : null;
        return Write(part.Parts, typed, $"{path}.");
    }

    private JsonArray? Items(Part part, JsonArray? typed, string path)
    {
        if (typed is not { Count: > 0 })
            return part.Always ? [] : null;
        return new JsonArray([
            .. typed
                .OfType<JsonObject>()
                .Select(
                    (item, i) =>
                        (JsonNode)Write(part.Parts, item, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]."))
                ),
        ]);
    }

    private static bool IsEmpty(Part part, JsonNode? typed) =>
        typed switch
        {
            null => true,
            JsonArray list => list.Count == 0,
            JsonObject both => both.All(m => Sheet.Text(m.Value).Length == 0 || m.Key == "calendar"),
            _ => Sheet.Text(typed) is "" || part.Kind == PartKind.Flag,
        };

    private void Note(string path, string code, params (string Name, object? Value)[] facts) =>
        _problems.Add(new SheetProblem(path, code, facts.ToDictionary(f => f.Name, f => f.Value)));
}

/// <summary>A day as it stands in the sheet.</summary>
internal static class SheetDays
{
    public static DateFieldInput Input(JsonObject? typed) =>
        new(
            Sheet.Text(typed?["day"]),
            Sheet.Text(typed?["month"]),
            Sheet.Text(typed?["year"]),
            Sheet.Text(typed?["calendar"]) == nameof(CalendarKind.Hijri) ? CalendarKind.Hijri : CalendarKind.Gregorian
        );
}
