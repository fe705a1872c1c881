using System.Text.RegularExpressions;
using CaseFlow.Host.Tests.Ui;

namespace CaseFlow.Host.Tests.Publishing;

/// <summary>Whatever a check can find, an administrator reads it in his language.</summary>
public sealed partial class FindingTests
{
    [Theory]
    [InlineData("Findings.resx")]
    [InlineData("Findings.en.resx")]
    public void Every_finding_has_its_sentence(string file)
    {
        var sentences = Sentences(file);
        var codes = Codes();

        Assert.True(codes.Count > 90, "The codes of findings are no longer found in the sources.");
        Assert.DoesNotContain(codes, c => !sentences.ContainsKey(c) && !sentences.ContainsKey(General(c)));
    }

    [Fact]
    public void A_finding_mentions_the_same_facts_in_both_languages()
    {
        var (arabic, english) = (Sentences("Findings.resx"), Sentences("Findings.en.resx"));

        Assert.DoesNotContain(arabic.Keys, k => !Facts(arabic[k]).SetEquals(Facts(english[k])));
    }

    private static List<string> Codes() =>
        [
            .. new[]
            {
                "src/Workflows/Definitions",
                "src/Workflows/Proofs",
                "src/Workflows/Expressions",
                "src/Workflows/Activities",
                "src/Workflows/Letters",
                "src/Host/Catalogue",
                "src/Host/Features/Procedures",
            }
                .Select(f => Path.Combine(Sources.Root, f))
                .Where(Directory.Exists)
                .SelectMany(f => Directory.EnumerateFiles(f, "*.cs", SearchOption.AllDirectories))
                .Select(File.ReadAllText)
                .SelectMany(t => Code().Matches(t).Concat(Reported().Matches(t)))
                .Select(m => m.Groups[1].Value)
                .Where(c => !AtRunTime.Contains(c))
                .Distinct(),
        ];

    // What stops a running case is told with the incident; a refusal is told as such; a part of a code is none.
    private static readonly string[] AtRunTime =
    [
        "input.missing",
        "input.invalid",
        "variable.unknown",
        "unsupported.new",
        "unsupported.member",
        "library.needed",
    ];

    private static string General(string code) => code[..code.LastIndexOf('.')];

    private static Dictionary<string, string> Sentences(string file) =>
        Sources.Resource(File.ReadAllText(Path.Combine(Sources.Root, "src", "Host", "Features", "Procedures", file)));

    private static HashSet<string> Facts(string text) => [.. Placeholder().Matches(text).Select(m => m.Value)];

    [GeneratedRegex(
        @"""((?:activity|case|connection|definition|expression|flowchart|input|json|output|reference|type|value|variable|workflow|workflow-input|js|js\.unsupported|liquid|library|letter|file|proof|machine)\.[a-z-]+)"""
    )]
    private static partial Regex Code();

    [GeneratedRegex(
        @"\b(?:findings\.Error|findings\.Warning|Report|Problem|RefusedReason)\(\s*""([a-z-]+(?:\.[a-z-]+)+)"""
    )]
    private static partial Regex Reported();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();
}
