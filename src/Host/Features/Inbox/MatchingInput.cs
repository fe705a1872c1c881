using System.Globalization;
using CaseFlow.Domain.Cases;
using CaseFlow.Host.Ui;

namespace CaseFlow.Host.Features.Inbox;

/// <summary>What was posted from the page of matching, as the data that completes the task.</summary>
public static class MatchingInput
{
    public static Dictionary<string, object?> Read(IFormCollection posted, MatchSheet sheet) =>
        new(StringComparer.Ordinal)
        {
            ["matches"] = sheet
                .Documents.SelectMany(d => d.Lines, (d, l) => Match(posted, d.On.Requirement.Key, l))
                .Where(m => m is not null)
                .ToList<object?>(),
            ["validity"] = sheet
                .Documents.Where(d => d.Validity is not null)
                .Select(d => Validity(posted, d))
                .ToList<object?>(),
            ["attested"] = posted["attested"] == "true",
            ["missing"] = Missing(posted, sheet.Missing),
        };

    /// <summary>The chosen items with their notes.</summary>
    public static List<object?> Missing(IFormCollection posted, IReadOnlyList<MissingLine> lines) =>
        lines
            .Where(l => posted[l.Name] == "true")
            .Select(l => Item(l.Key, l.Kind, Text(posted, l.Name + ".note")))
            .ToList<object?>();

    /// <summary>What was found to differ is missing too, without being ticked a second time.</summary>
    public static List<object?> MissingWithDiffering(IReadOnlyDictionary<string, object?> data)
    {
        var named = data.Rows("missing");
        return
        [
            .. named,
            .. data.Rows("matches")
                .Where(m => m.Text("result") == "differs" && named.All(n => n.Text("key") != m.Text("fact")))
                .Select(m => Item(m.Text("fact")!, MissingKind.Match, m.Text("note"))),
        ];
    }

    private static Dictionary<string, object?>? Match(IFormCollection posted, string requirement, MatchLine line) =>
        Text(posted, line.Name + ".result") is { } result
            ? new(StringComparer.Ordinal)
            {
                ["fact"] = line.On.Field.Key,
                ["requirement"] = requirement,
                ["method"] = Text(posted, line.Name + ".method"),
                ["result"] = result,
                ["note"] = Text(posted, line.Name + ".note"),
            }
            : null;

    private static Dictionary<string, object?> Validity(IFormCollection posted, MatchDocument document)
    {
        var name = document.Validity!.Name;
        return new(StringComparer.Ordinal)
        {
            ["requirement"] = document.On.Requirement.Key,
            [name[(name.LastIndexOf('.') + 1)..]] = Day(DateFieldInput.Read(posted, name)),
        };
    }

    // What is no day goes on as it was typed, for the rules to say so.
    private static string? Day(DateFieldInput input) =>
        input.IsEmpty ? null
        : input.TryGet(out var day) ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : $"{input.Day}/{input.Month}/{input.Year}";

    private static Dictionary<string, object?> Item(string key, MissingKind kind, string? note) =>
        new(StringComparer.Ordinal)
        {
            ["key"] = key,
            ["kind"] = kind.ToString().ToLowerInvariant(),
            ["note"] = note,
        };

    private static string? Text(IFormCollection posted, string name) =>
        posted[name].ToString().Trim() is { Length: > 0 } text ? text : null;
}
