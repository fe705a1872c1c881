using System.Text.RegularExpressions;
using CaseFlow.Domain;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Host.Ui;

/// <summary>Turns a refusal's code and facts into a sentence that says what to do, in the reader's language.</summary>
public sealed partial class RefusalText(IStringLocalizer<Refusals> sentences, FactWords words, Reader reader)
{
    private const string Isolate = "\u2068";
    private const string EndOfIsolate = "\u2069";

    public string Sentence(Refusal refusal) => Sentence(refusal.Code, refusal.Facts);

    /// <summary>The code's sentence with its {facts}; a general one that names the code when there is none yet.</summary>
    public string Sentence(string code, IReadOnlyDictionary<string, object?> facts)
    {
        var sentence = sentences[code];
        return sentence.ResourceNotFound
            ? sentences["unknown"].Value.Replace("{code}", Isolated(code), StringComparison.Ordinal)
            : Placeholder().Replace(sentence.Value, m => Say(facts.GetValueOrDefault(m.Groups[1].Value)));
    }

    private string Say(object? fact) =>
        fact switch
        {
            null => "—",
            DateTimeOffset instant => $"{reader.Date(instant)} {reader.Time(instant)}",
            DateOnly day => reader.Date(day),
            int or long or decimal or double => reader.Number(
                Convert.ToDecimal(fact, System.Globalization.CultureInfo.InvariantCulture),
                decimals: 2
            ),
            string text => words.Of(text, reader.Preferences.Language) is { } word ? Quoted(word) : Isolated(text),
            System.Collections.IEnumerable items => string.Join(
                reader.IsArabic ? "، " : ", ",
                items.Cast<object?>().Select(Say)
            ),
            _ => Isolated(fact.ToString() ?? ""),
        };

    private string Quoted(string word) => reader.IsArabic ? $"«{word}»" : $"“{word}”";

    // A code or Latin name inside an Arabic sentence keeps its own direction.
    private static string Isolated(string text) =>
        text.Any(char.IsAsciiLetterOrDigit) ? Isolate + text + EndOfIsolate : text;

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();
}
