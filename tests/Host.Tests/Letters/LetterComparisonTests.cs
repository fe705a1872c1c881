using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Features.Library.Letters;

namespace CaseFlow.Host.Tests.Letters;

/// <summary>What changed between two versions of a letter.</summary>
public sealed class LetterComparisonTests
{
    private static readonly PolicyDocument Rejection = PolicyFolder
        .Read(Catalogue.LibraryFolder.Shipped)
        .Documents.Single(d => d.Id == "letters/rejection");

    [Fact]
    public void A_letter_does_not_differ_from_itself() =>
        Assert.True(LetterComparison.Of(Rejection, Rejection).IsEmpty);

    [Fact]
    public void A_changed_word_is_marked_in_its_line()
    {
        var after = With("letters/rejection.en.liquid", "Thank you for your trust", "Thank you for your patience");

        var wording = Assert.Single(LetterComparison.Of(Rejection, after).Wordings);

        Assert.Equal(("BodyEn", "en"), (wording.Field, wording.Language));
        Assert.Equal(
            [DiffKind.Removed, DiffKind.Added, DiffKind.Same, DiffKind.Same, DiffKind.Gap],
            wording.Lines.Select(l => l.Kind)
        );
        Assert.Equal(["trust"], wording.Lines[0].Words.Where(w => w.Changed).Select(w => w.Text));
        Assert.Equal(["patience"], wording.Lines[1].Words.Where(w => w.Changed).Select(w => w.Text));
    }

    [Fact]
    public void Properties_are_told_one_by_one()
    {
        var after = With("letters/rejection.json", "\"P58\", \"P59\", \"P3\"", "\"P58\"");

        var change = Assert.Single(LetterComparison.Of(Rejection, after).Properties);

        Assert.Equal(new PropertyChange("Clauses", "P58 P59 P3", "P58"), change);
    }

    [Theory]
    [InlineData("a\nb\nc", "a\nc", "-b")]
    [InlineData("a\nc", "a\nb\nc", "+b")]
    [InlineData("a", "b", "-a+b")]
    [InlineData("", "b", "-+b")]
    [InlineData("x\na\nb", "a\nb\nx", "-x+x")]
    public void Lines_are_found_again_where_they_went(string before, string after, string told) =>
        Assert.Equal(
            told,
            string.Concat(
                TextDiff
                    .Of(before, after)
                    .Where(l => l.Kind is DiffKind.Removed or DiffKind.Added)
                    .Select(l => (l.Kind == DiffKind.Added ? "+" : "-") + string.Concat(l.Words.Select(w => w.Text)))
            )
        );

    [Fact]
    public void Two_huge_texts_with_nothing_in_common_are_compared_at_once()
    {
        var before = string.Join('\n', Enumerable.Range(0, 5_000).Select(i => $"before {i}"));
        var after = string.Join('\n', Enumerable.Range(0, 5_000).Select(i => $"after {i}"));

        Assert.Equal(10_000, TextDiff.Of(before, after).Count);
    }

    private static PolicyDocument With(string file, string text, string replacement)
    {
        Assert.Contains(text, Rejection.Files[file], StringComparison.Ordinal);
        var files = new Dictionary<string, string>(Rejection.Files)
        {
            [file] = Rejection.Files[file].Replace(text, replacement, StringComparison.Ordinal),
        };
        return new PolicyDocument(Rejection.Id, files);
    }
}
