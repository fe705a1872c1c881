using System.Text.RegularExpressions;
using CaseFlow.Host.Tests.Ui;

namespace CaseFlow.Host.Tests.Cases;

/// <summary>The timeline tells every event in one sentence, in both languages.</summary>
public sealed partial class EventSentenceTests
{
    [Theory]
    [InlineData("Events.resx")]
    [InlineData("Events.en.resx")]
    public void Every_event_of_the_sources_has_its_sentence(string file)
    {
        var sentences = Sentences(file);
        var codes = Codes();

        Assert.True(codes.Count > 20, "The codes of events are no longer found in the sources.");
        Assert.DoesNotContain(codes, code => !sentences.ContainsKey(code));
    }

    [Fact]
    public void A_sentence_mentions_the_same_facts_in_both_languages()
    {
        var (arabic, english) = (Sentences("Events.resx"), Sentences("Events.en.resx"));

        Assert.DoesNotContain(arabic.Keys, k => !Facts(arabic[k]).SetEquals(Facts(english[k])));
    }

    // What the case records of itself, and what the host adds to its audit trail.
    private static List<string> Codes() =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Sources.Root, "src"), "*.cs", SearchOption.AllDirectories)
                // The engine records nothing of a case; what it notes are incidents.
                .Where(f => !f.Contains("Workflows" + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                .Where(f =>
                    !f.Contains(
                        $"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}",
                        StringComparison.Ordinal
                    )
                )
                .Select(File.ReadAllText)
                .SelectMany(text => Recorded().Matches(text).Concat(Audited().Matches(text)))
                .SelectMany(m => Code().Matches(m.Value))
                .Select(m => m.Groups[1].Value)
                .Distinct(),
        ];

    private static Dictionary<string, string> Sentences(string file) =>
        Sources.Resource(File.ReadAllText(Path.Combine(Sources.Root, "src", "Host", "Features", "Cases", file)));

    private static HashSet<string> Facts(string text) => [.. Placeholder().Matches(text).Select(m => m.Value)];

    [GeneratedRegex(@"\bRecord\([^;]*;", RegexOptions.Singleline)]
    private static partial Regex Recorded();

    [GeneratedRegex(@"AuditTrail\.Line\([^;]*;|ChangeAsync\([^;]*;|Note\([^;]*;", RegexOptions.Singleline)]
    private static partial Regex Audited();

    [GeneratedRegex(@"""((?:case|study|task|letter|message|incident|instance|clock|procedure)\.[a-z-]+)""")]
    private static partial Regex Code();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();
}
