namespace CaseFlow.Domain.Tests;

/// <summary>The decisions in docs/adr have one numbering.</summary>
public sealed class DecisionTests
{
    [Fact]
    public void Each_decision_bears_the_next_number_in_its_name_and_its_title()
    {
        var files = Directory.GetFiles(Path.Combine(LayersTests.FindRoot(), "docs", "adr"), "*.md");
        var names = files.Select(Path.GetFileName).Order(StringComparer.Ordinal).ToList();

        Assert.Equal(Enumerable.Range(1, names.Count).Select(n => $"{n:D4}"), names.Select(n => n![..4]));
        Assert.All(files, f => Assert.StartsWith($"# {Path.GetFileName(f)[..4]}: ", File.ReadLines(f).First()));
    }
}
