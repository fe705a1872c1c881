using System.Text.RegularExpressions;
using CaseFlow.Host.Ui;

namespace CaseFlow.Host.Tests.Ui;

public sealed partial class TextRules
{
    public static TheoryData<string> Areas =>
        [.. Sources.Of("*.resx").Select(f => f.Name).Where(n => !n.EndsWith(".en.resx", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Areas))]
    public void Every_text_is_there_in_both_languages(string area)
    {
        var (arabic, english) = Pair(area);

        Assert.Equal(arabic.Keys.Order(StringComparer.Ordinal), english.Keys.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(arabic.Concat(english), t => string.IsNullOrWhiteSpace(t.Value));
    }

    [Theory]
    [MemberData(nameof(Areas))]
    public void Arabic_texts_are_Arabic_and_English_ones_are_not(string area)
    {
        var (arabic, english) = Pair(area);

        Assert.DoesNotContain(
            arabic.Where(t => english[t.Key] != t.Value),
            t => !ArabicLetter().IsMatch(Placeholder().Replace(t.Value, "")) && Word().IsMatch(t.Value)
        );
        Assert.DoesNotContain(
            english,
            t => ArabicLetter().IsMatch(t.Value) && !t.Key.StartsWith("Preferences.", StringComparison.Ordinal)
        );
    }

    /// <summary>Named facts say the same in both languages; numbered ones may be swallowed by an Arabic dual.</summary>
    [Fact]
    public void A_refusal_mentions_the_same_facts_in_both_languages()
    {
        var (arabic, english) = Pair(Path.Combine("Ui", "Refusals.resx"));

        var different = arabic.Keys.Where(k => !Facts(arabic[k]).SetEquals(Facts(english[k])));

        Assert.Empty(different);
    }

    [Theory]
    [MemberData(nameof(Areas))]
    public void Every_text_that_a_page_asks_for_exists(string area)
    {
        var keys = Pair(area).Arabic.Keys;

        var missing = Uses(area).Where(use => !keys.Any(key => Regex.IsMatch(key, use))).Distinct();

        Assert.Empty(missing);
    }

    [Fact]
    public void Every_refusal_in_the_sources_has_its_sentence()
    {
        var known = Pair(Path.Combine("Ui", "Refusals.resx")).Arabic;

        var missing = Directory
            .EnumerateFiles(Path.Combine(Sources.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f =>
                !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            )
            .SelectMany(f => RefusalCode().Matches(File.ReadAllText(f)))
            .Select(m => m.Groups[1].Value + m.Groups[2].Value)
            .Where(code => !known.ContainsKey(code))
            .Distinct();

        Assert.Empty(missing);
    }

    [Fact]
    public void Every_fault_of_the_engine_has_its_cause_in_words()
    {
        var known = Pair(Path.Combine("Features", "Administration", "Texts.resx")).Arabic;

        var missing = Directory
            .EnumerateFiles(Path.Combine(Sources.Root, "src", "Workflows"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(f => FaultCode().Matches(File.ReadAllText(f)))
            .Select(m => m.Groups[1].Value)
            .Append("expression.failed")
            .Append("event.not-local")
            .Where(code => !known.ContainsKey($"Cause.{code}"))
            .Distinct();

        Assert.Empty(missing);
    }

    [Fact]
    public void Every_reason_not_to_move_a_case_has_its_sentence() =>
        Assert.Empty(
            Workflows.Migration.MigrationCodes.All.Except(
                Pair(Path.Combine("Features", "Migrations", "Texts.resx")).Arabic.Keys
            )
        );

    [Fact]
    public void Every_icon_on_a_page_exists()
    {
        var icons = new IconSet();

        var missing = Sources
            .Of("*.cshtml")
            .SelectMany(f => IconName().Matches(f.Text))
            .Select(m => m.Groups[1].Value)
            .Concat(Navigation.Icons)
            .Where(name => !icons.Contains(name))
            .Distinct();

        Assert.Empty(missing);
    }

    private static (Dictionary<string, string> Arabic, Dictionary<string, string> English) Pair(string area)
    {
        var all = Sources.Of("*.resx").ToDictionary(f => f.Name, f => f.Text);
        var english = Path.ChangeExtension(area, ".en.resx");
        Assert.True(all.ContainsKey(english), $"{english} is missing.");
        return (Sources.Resource(all[area]), Sources.Resource(all[english]));
    }

    // Shared["…"] anywhere, and T["…"] or texts["…"] in the area's own folder; holes in a key become "anything".
    private static IEnumerable<string> Uses(string area)
    {
        var folder = Path.GetDirectoryName(area)!;
        var file = Path.GetFileNameWithoutExtension(area);
        if (file != "Texts")
        {
            return [];
        }

        var own = Sources.Of("*.c*").Where(f => AreaOf(f.Name) == folder).SelectMany(f => OwnKey().Matches(f.Text));
        var shared = folder == "Ui" ? Sources.Of("*.cshtml").SelectMany(f => SharedKey().Matches(f.Text)) : [];
        return own.Concat(shared).Select(m => $"^{Hole().Replace(Regex.Escape(m.Groups[1].Value), ".+")}$");
    }

    /// <summary>The nearest folder above a file that has texts of its own.</summary>
    private static string? AreaOf(string file)
    {
        var folder = Path.GetDirectoryName(file);
        while (folder is { Length: > 0 } && !Folders.Value.Contains(folder))
            folder = Path.GetDirectoryName(folder);
        return folder;
    }

    private static readonly Lazy<HashSet<string>> Folders = new(() =>
        [.. Sources.Of("Texts.resx").Select(f => Path.GetDirectoryName(f.Name)!)]
    );

    private static HashSet<string> Facts(string text) => [.. Placeholder().Matches(text).Select(m => m.Value)];

    [GeneratedRegex(@"\b(?:T|texts)\[\$?""([^""]+)""")]
    private static partial Regex OwnKey();

    [GeneratedRegex(@"\bShared\[\$?""([^""]+)""")]
    private static partial Regex SharedKey();

    [GeneratedRegex(@"\\\{[^}]*\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("[\u0600-\u06FF]")]
    private static partial Regex ArabicLetter();

    [GeneratedRegex("[A-Za-z]{2,}")]
    private static partial Regex Word();

    [GeneratedRegex(@"Refusal(?:Exception)?\s*\.\s*Of\(\s*""([^""]+)""|""(form\.[a-z-]+)""")]
    private static partial Regex RefusalCode();

    [GeneratedRegex(@"(?:FaultException|Faulting)\(\s*""([a-z-]+\.[a-z-]+)""")]
    private static partial Regex FaultCode();

    [GeneratedRegex(@"<icon name=""([a-z0-9-]+)""")]
    private static partial Regex IconName();
}
