using System.Text.RegularExpressions;

namespace CaseFlow.Domain.Tests;

/// <summary>The glossary and the code speak one language.</summary>
public sealed partial class GlossaryTests
{
    private static readonly string Root = LayersTests.FindRoot();

    [Fact]
    public void Every_identifier_of_the_glossary_is_used_in_code()
    {
        var code = string.Join(
            '\n',
            Directory
                .EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
                .Where(f =>
                    !f.Contains(
                        $"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}",
                        StringComparison.Ordinal
                    )
                )
                .Select(File.ReadAllText)
        );
        var words = Word().Matches(code).Select(m => m.Value).ToHashSet();
        var unused = Rows()
            .SelectMany(row => Identifier().Matches(row[2]))
            .SelectMany(m => m.Groups[1].Value.Split('.'));

        Assert.Empty(unused.Except(words));
    }

    [Fact]
    public void Every_role_is_in_the_glossary()
    {
        var listed = string.Join(' ', Rows().Select(row => row[2]));

        Assert.All(Parties.Role.All, role => Assert.Contains(role, listed, StringComparison.Ordinal));
    }

    [Fact]
    public void No_term_is_listed_twice()
    {
        var terms = Rows().Select(row => row[0]).ToList();

        Assert.NotEmpty(terms);
        Assert.Equal(terms.Distinct(), terms);
    }

    // The four columns English, Arabic, identifier, note; the table of avoided words has three.
    private static IEnumerable<string[]> Rows() =>
        File.ReadLines(Path.Combine(Root, "docs", "glossary.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length == 4 && cells[0] != "English");

    [GeneratedRegex("`([A-Za-z.]+)`")]
    private static partial Regex Identifier();

    [GeneratedRegex("[A-Za-z]+")]
    private static partial Regex Word();
}
