using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using CaseFlow.Host.Catalogue;
using CaseFlow.Workflows.Definitions;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Host.Features.Procedures;

/// <summary>Says in the language of the current culture what a check has found.</summary>
public sealed partial class FindingText(IStringLocalizer<Findings> sentences)
{
    private const string Isolate = "\u2068";
    private const string EndOfIsolate = "\u2069";

    public string Sentence(DefinitionProblem problem) => Sentence(problem.Code, problem.Facts);

    public string Sentence(FolderProblem problem) => Sentence(problem.Code, problem.Facts);

    /// <summary>The code's sentence with its {facts}. A code that goes into detail has the sentence of the general one.</summary>
    public string Sentence(string code, IReadOnlyDictionary<string, object?> facts)
    {
        for (var general = code; general.Length > 0; general = general[..Math.Max(0, general.LastIndexOf('.'))])
        {
            if (sentences[general] is { ResourceNotFound: false } known)
                return Placeholder().Replace(known.Value, m => Say(m.Groups[1].Value, facts));
        }
        return sentences["unknown"].Value.Replace("{code}", Isolated(code), StringComparison.Ordinal);
    }

    private string Say(string name, IReadOnlyDictionary<string, object?> facts) =>
        facts.GetValueOrDefault(name) switch
        {
            null => "—",
            // What a language says of a text is a finding of its own.
            string code when name == "code" => Sentence(code, facts),
            string word when sentences[$"word.{word}"] is { ResourceNotFound: false } known => known.Value,
            string text => Isolated(text),
            DateTimeOffset at => Isolated(at.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture)),
            IEnumerable many => string.Join(
                sentences["list.comma"].Value,
                many.Cast<object?>().Select(o => Isolated($"{o}"))
            ),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            var other => Isolated(other.ToString() ?? ""),
        };

    /// <summary>What others have written keeps its own direction and ends with itself.</summary>
    private static string Isolated(string text) => $"{Isolate}{text}{EndOfIsolate}";

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();
}
