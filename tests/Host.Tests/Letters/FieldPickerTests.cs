using CaseFlow.Domain.Letters;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Features.Library.Letters;
using CaseFlow.Host.Tests.Ui;
using CaseFlow.Workflows.Letters;

namespace CaseFlow.Host.Tests.Letters;

/// <summary>The fields that an author picks from: each has words, and what it inserts is right as it stands.</summary>
public sealed class FieldPickerTests
{
    public static TheoryData<LetterClass> Classes => [.. Enum.GetValues<LetterClass>()];

    [Theory]
    [InlineData("Texts.resx")]
    [InlineData("Texts.en.resx")]
    public void Every_field_has_words(string file)
    {
        var folder = Path.Combine("Features", "Library", "Letters");
        var words = Sources.Resource(Sources.Of(file, folder).Single(f => f.Name == file).Text);
        var groups = Enum.GetValues<LetterClass>().SelectMany(FieldPicker.Of).Concat(FieldPicker.OfLayout()).ToList();

        var missing = groups
            .SelectMany(g => g.Fields.Select(f => f.Path).Append(g.Name))
            .Where(path => !words.ContainsKey($"Field.{path}"))
            .Distinct();

        Assert.Empty(missing);
    }

    [Theory]
    [MemberData(nameof(Classes))]
    public void Whatever_is_inserted_is_right_as_it_stands(LetterClass letter)
    {
        var shelf = PolicyFolder.Read(Catalogue.LibraryFolder.Shipped);
        var layout = shelf.Documents.Single(d => d.Id == PolicyDocument.Layout).Files[
            $"letters/{LetterTemplate.LayoutFile}"
        ];
        var begun = LetterStarters.Of("begun", letter, "خطاب", "Letter", null);
        var metadata = begun.Files["letters/begun.json"];
        foreach (var field in FieldPicker.Of(letter).SelectMany(g => g.Fields))
        {
            var body = field.InList ? Loop(field) : field.Snippet;
            var bodies = LetterTemplate.Languages.ToDictionary(l => l, _ => body);

            LetterTemplate.TryLoad(metadata, bodies, layout, out _, out var problems, "begun");

            Assert.DoesNotContain(problems, p => p.Code is not ("letter.missing-part" or "letter.objection-missing"));
            Assert.Contains(field.Path, LetterTemplate.MentionsIn(body)!);
        }
    }

    private static string Loop(FieldChoice field)
    {
        var one = field.Snippet.Split(' ').First(w => w.Contains('.', StringComparison.Ordinal)).Split('.')[0];
        return $"{{% for {one} in {field.Path[..field.Path.IndexOf('[', StringComparison.Ordinal)]} %}}{field.Snippet}{{% endfor %}}";
    }

    [Theory]
    [InlineData("Short and Latin.", 1)]
    [InlineData("سلام", 1)]
    public void A_short_text_is_one_message(string text, int messages) =>
        Assert.Equal(messages, SmsLength.Messages(text));

    [Theory]
    [InlineData('ا', 70, 1)]
    [InlineData('ا', 71, 2)]
    [InlineData('a', 160, 1)]
    [InlineData('a', 161, 2)]
    [InlineData('€', 80, 1)]
    [InlineData('€', 81, 2)]
    public void Messages_are_counted_by_the_alphabet_they_need(char letter, int length, int messages) =>
        Assert.Equal(messages, SmsLength.Messages(new string(letter, length)));
}
