using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Host.Features.ElsaApi.Descriptors;
using CaseFlow.Host.Features.Procedures;
using CaseFlow.Workflows.Definitions;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Host.Features.ElsaApi.Definitions;

/// <summary>What is wrong with a procedure as a sentence: at which activity, by the name it has in the drawing, and why.</summary>
public sealed class ProblemText(
    FindingText sentences,
    IStringLocalizer<ActivityTexts> inputs,
    IStringLocalizer<ElsaTexts> texts
)
{
    /// <summary>Sentences for what was found in a document, the errors only, each once.</summary>
    public IReadOnlyList<string> Sentences(IReadOnlyList<DefinitionProblem> found, string? document)
    {
        var named = Activities(document);
        return
        [
            .. found
                .Where(p => p.Severity == ProblemSeverity.Error)
                .Select(p => Sentence(p, p.ActivityId is { } id ? named.GetValueOrDefault(id) : null))
                .Distinct(StringComparer.Ordinal),
        ];
    }

    public string More(int count) => texts["Problems.More", count];

    private string Sentence(DefinitionProblem problem, JsonObject? activity)
    {
        var facts = problem.Facts.ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);
        if (facts.GetValueOrDefault("input") is string key && key.Length > 0)
            facts["input"] = Label(activity?["type"]?.ToString(), char.ToUpperInvariant(key[0]) + key[1..]);
        var reason = sentences.Sentence(problem.Code, facts);
        return problem.ActivityId is { } id ? $"\u2068{Name(activity) ?? id}\u2069: {reason}" : reason;
    }

    private string Label(string? type, string input) =>
        new[] { $"{type}.{input}", $"*.{input}" }.Select(k => inputs[k]).FirstOrDefault(t => !t.ResourceNotFound)?.Value
        ?? input;

    private static string? Name(JsonObject? activity)
    {
        var shown = (activity?["metadata"] as JsonObject)?["displayText"]?.ToString();
        return string.IsNullOrWhiteSpace(shown) ? activity?["name"]?.ToString() : shown;
    }

    // Also for a document that could not be read as a definition, as long as it is JSON at all.
    private static Dictionary<string, JsonObject> Activities(string? document)
    {
        try
        {
            return document is not null && JsonNode.Parse(document) is JsonObject json
                ? ActivityWalk
                    .Of(json)
                    .GroupBy(a => a["id"]!.ToString(), StringComparer.Ordinal)
                    .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal)
                : [];
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return [];
        }
    }
}
