using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Domain;
using CaseFlow.Domain.Forms;
using CaseFlow.Host.Catalogue;

namespace CaseFlow.Host.Features.Library.Editing.Policy;

/// <summary>One value as it stands in its field.</summary>
/// <param name="Text">As typed; empty when the policy leaves it open.</param>
/// <param name="Problem">What keeps it from being a value, before any check.</param>
public sealed record ParameterEntry(
    ParameterRule Rule,
    string Clause,
    LocalText Label,
    string Text,
    FieldProblem? Problem = null
);

/// <summary>The values of the policy as an administrator sees and types them.</summary>
public sealed record ParameterSheet(IReadOnlyList<ParameterEntry> Entries)
{
    private const int Longest = 100;
    private const string File = $"{PolicyDocument.Parameters}.json";

    /// <summary>What a document says; a value that it does not know yet is open.</summary>
    public static ParameterSheet Of(PolicyDocument document)
    {
        var known = Values(document);
        return new([
            .. ParameterRule.All.Select(rule =>
                known[rule.Key] is JsonObject entry
                    ? new ParameterEntry(
                        rule,
                        $"{entry["clause"] ?? rule.Clause}",
                        entry["label"]?.Deserialize<LocalText>(LibraryJson.Options) ?? rule.Label,
                        Shown(rule, entry["value"])
                    )
                    : new ParameterEntry(rule, rule.Clause, rule.Label, "")
            ),
        ]);
    }

    /// <summary>The same with what was typed instead.</summary>
    public ParameterSheet With(IFormCollection posted) =>
        new([.. Entries.Select(e => Read(e, $"{posted[e.Rule.Key]}".Trim()))]);

    /// <summary>The document that says so; <paramref name="version"/> is the number inside it.</summary>
    public PolicyDocument Write(int version)
    {
        var values = new JsonObject();
        foreach (var entry in Entries)
            values[entry.Rule.Key] = new JsonObject
            {
                ["value"] = Value(entry.Rule, entry.Text),
                ["clause"] = entry.Clause,
                ["label"] = JsonSerializer.SerializeToNode(entry.Label, LibraryJson.Options),
            };
        var root = new JsonObject { ["version"] = version, ["parameters"] = values };
        return new PolicyDocument(
            PolicyDocument.Parameters,
            new Dictionary<string, string> { [File] = root.ToJsonString(EditorJson.Written) }
        );
    }

    private static ParameterEntry Read(ParameterEntry entry, string typed) =>
        entry with
        {
            Text = typed,
            Problem = Doubt(entry.Rule, typed) is { } found
                ? new FieldProblem(entry.Rule.Key, found.Code, new Dictionary<string, object?>(found.Facts))
                : null,
        };

    private static (string Code, KeyValuePair<string, object?>[] Facts)? Doubt(ParameterRule rule, string typed)
    {
        if (typed.Length == 0)
            return rule.Optional ? null : ("form.required", []);
        if (typed.Length > Longest)
            return ("form.too-long", [new("max", Longest), new("length", typed.Length)]);
        if (rule.Kind == ParameterKind.YesNo)
            return typed is "true" or "false" ? null : ("form.unknown-option", []);
        if (!rule.IsNumber)
            return null;
        if (Numerals.Number(typed) is not { } number)
            return ("form.number", []);
        if (rule.Kind != ParameterKind.Hours && number != decimal.Truncate(number))
            return ("library.whole-number", []);
        if (number < rule.Least)
            return ("form.too-small", [new("min", rule.Least)]);
        return number > rule.Most ? ("form.too-large", [new("max", rule.Most)]) : null;
    }

    private static JsonNode? Value(ParameterRule rule, string text) =>
        text.Length == 0 ? null
        : rule.Kind == ParameterKind.YesNo ? text == "true"
        : rule.IsNumber && Numerals.Number(text) is { } number
            ? rule.Kind == ParameterKind.Hours
                    ? TimeSpan.FromHours((double)number).ToString("c", CultureInfo.InvariantCulture)
                : (int)number
        : text;

    private static string Shown(ParameterRule rule, JsonNode? value) =>
        value switch
        {
            null => "",
            JsonValue v
                when rule.Kind == ParameterKind.Hours
                    && TimeSpan.TryParse($"{v}", CultureInfo.InvariantCulture, out var time) =>
                time.TotalHours.ToString("0.##", CultureInfo.InvariantCulture),
            _ => $"{value}",
        };

    private static JsonObject Values(PolicyDocument document) =>
        (EditorJson.Node(document) as JsonObject)?["parameters"] as JsonObject ?? [];
}
