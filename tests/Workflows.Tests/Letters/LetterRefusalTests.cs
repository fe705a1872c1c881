using CaseFlow.Workflows.Letters;

namespace CaseFlow.Workflows.Tests.Letters;

/// <summary>Each test spoils one thing in a copy of the shipped letters.</summary>
public sealed class LetterRefusalTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("letters").FullName;

    public LetterRefusalTests()
    {
        foreach (var file in Directory.EnumerateFiles(ShippedLetters.Folder))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }
    }

    public void Dispose() => Directory.Delete(folder, true);

    [Theory]
    [InlineData(
        "acknowledgement.ar.liquid",
        "{{ case.number | bdi }}",
        "{{ case.nmber | bdi }}",
        "letter.unknown-field"
    )]
    [InlineData("acknowledgement.ar.liquid", "{{ row.label }}", "{{ row.lable }}", "letter.unknown-field")]
    [InlineData("acknowledgement.ar.liquid", "{{ case.service }}", "{{ decision.decidedAt }}", "letter.unknown-field")]
    [InlineData(
        "study-notice.en.liquid",
        "{{ portal.url | bdi }}",
        "{{ decision.conditions }}",
        "letter.unknown-field"
    )]
    [InlineData(
        "evaluation-invitation.ar.liquid",
        "{{ case.service }}",
        "{{ registration.number }}",
        "letter.unknown-field"
    )]
    [InlineData("acknowledgement.ar.liquid", "| bdi", "| bid", "liquid.unknown-filter")]
    [InlineData("acknowledgement.ar.liquid", "{%- endfor %}", "", "liquid.stray-tag")]
    [InlineData("acknowledgement.ar.liquid", "{{ case.service }}", "{{ case.summary }}", "letter.fails.not-printable")]
    [InlineData("acknowledgement.ar.liquid", "{{ case.service }}", "{{ member.title }}", "letter.fails.no-value")]
    [InlineData(
        "acknowledgement.ar.liquid",
        "{{ case.service }}",
        "{{ case.service | both_dates }}",
        "letter.fails.not-a-date"
    )]
    [InlineData("rejection.ar.liquid", "{{ letter.objection }}", "", "letter.missing-part")]
    [InlineData("rejection.en.liquid", "{{ reason.text }}", "", "letter.missing-part")]
    [InlineData("rejection.ar.liquid", "{{ reason.clause | bdi }}", "", "letter.missing-part")]
    [InlineData("study-notice.ar.liquid", "{{ study.earliestReplyAt | date_time }}", "", "letter.missing-part")]
    [InlineData("letter.html.liquid", "{{ page.body }}", "{{ page.content }}", "letter.unknown-field")]
    [InlineData("letter.html.liquid", "{{ page.body }}", "", "letter.missing-part")]
    [InlineData("service.ar.liquid", "<p>", "<p><script>alert(1)</script>", "letter.active-content")]
    [InlineData(
        "service.ar.liquid",
        "<p>",
        "<p><img src='https://tracker.example/pixel.gif'>",
        "letter.active-content"
    )]
    [InlineData("letter.html.liquid", "@page {", "@import 'x'; @page {", "letter.active-content")]
    [InlineData(
        "letter.html.liquid",
        "margin: 0; background: #ece7dc",
        "background: url(//x.example/a)",
        "letter.active-content"
    )]
    [InlineData(
        "letter.html.liquid",
        "<meta charset",
        "<meta http-equiv=refresh content=0><meta charset",
        "letter.active-content"
    )]
    [InlineData("service.en.liquid", "<p>", "<p onclick=\"go()\">", "letter.active-content")]
    [InlineData("rejection.json", "<p>لكم", "<p><a href='javascript:go()'>لكم</a>", "letter.active-content")]
    [InlineData("rejection.json", "\"objection\"", "\"objektion\"", "letter.metadata")]
    [InlineData("rejection.json", "\"version\": 1", "\"version\": 0", "letter.version")]
    [InlineData("rejection.json", "\"Decision.Reject\"", "\"Decision.Maybe\"", "letter.class")]
    [InlineData("rejection.json", "[\"P58\", \"P59\", \"P3\"]", "[]", "letter.clauses")]
    [InlineData("rejection.json", "[\"P58\", \"P59\", \"P3\"]", "[\"58\"]", "letter.clause-form")]
    [InlineData("rejection.json", "\"print\"", "\"fax\"", "letter.channel-unknown")]
    [InlineData("rejection.json", "\"key\": \"rejection\"", "\"key\": \"rejected\"", "letter.key-differs")]
    [InlineData("rejection.json", "الرد على طلبكم", "رفض طلبكم", "letter.telling-subject")]
    [InlineData(
        "rejection.json",
        "رقم \\u2066{{ case.number }}\\u2069\"",
        "{{ decision.conditions }}\"",
        "letter.unknown-field"
    )]
    [InlineData("rejection.json", "{{ society.email | bdi }}", "{{ society.mail | bdi }}", "letter.unknown-field")]
    [InlineData("rejection.json", "\"key\"", "key", "letter.json")]
    public void A_spoilt_letter_is_refused_at_its_file(string file, string text, string replacement, string code)
    {
        Change(file, text, replacement);

        var problems = LetterFolder.Load(folder).Problems;

        Assert.Contains(problems, problem => problem.Code == code && problem.File == file);
    }

    [Fact]
    public void An_unknown_field_is_reported_with_line_and_column()
    {
        Change("rejection.ar.liquid", "{{ reason.clause | bdi }}", "{{ reason.clause | bdi }}{{ reason.number }}");

        var problem = Assert.Single(LetterFolder.Load(folder).Problems);

        Assert.Equal(("rejection.ar.liquid", "letter.unknown-field", 5), (problem.File, problem.Code, problem.Line));
        Assert.Contains("decision.reasons[].number", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_problem_inside_the_metadata_says_in_which_text_it_is()
    {
        Change("rejection.json", "Reply to your request", "Reply to {{ member.age }} your request");

        var problem = LetterFolder.Load(folder).Problems.First(p => p.Code == "letter.unknown-field");

        Assert.Equal(
            ("subject.en", "member.age", 1, 13),
            (problem.Place, problem.Detail, problem.Line, problem.Column)
        );
    }

    [Fact]
    public void A_rejection_without_any_contact_is_refused()
    {
        var file = Path.Combine(folder, "rejection.ar.liquid");
        File.WriteAllText(
            file,
            File.ReadAllText(file)
                .Replace("society.", "portal.", StringComparison.Ordinal)
                .Replace("portal.phone", "portal.url", StringComparison.Ordinal)
                .Replace("portal.email", "portal.url", StringComparison.Ordinal)
        );

        var problem = Assert.Single(LetterFolder.Load(folder).Problems);

        Assert.Equal("letter.missing-part", problem.Code);
    }

    [Fact]
    public void A_letter_needs_both_languages()
    {
        File.Delete(Path.Combine(folder, "service.en.liquid"));

        Assert.Contains(
            new LetterProblem("service.en.liquid", "letter.body", "The body is missing."),
            LetterFolder.Load(folder).Problems
        );
    }

    [Fact]
    public void A_body_without_metadata_is_reported()
    {
        File.Delete(Path.Combine(folder, "service.json"));

        Assert.Contains(
            LetterFolder.Load(folder).Problems,
            p => p is { File: "service.ar.liquid", Code: "letter.orphan" }
        );
    }

    [Fact]
    public void One_bad_letter_does_not_keep_the_others_from_loading()
    {
        Change("service.ar.liquid", "{{ case.service }}", "{{ case.nope }}");

        var letters = LetterFolder.Load(folder).Templates;

        Assert.DoesNotContain("service", letters.Keys);
        Assert.Contains("rejection", letters.Keys);
    }

    [Theory]
    [InlineData("rejection.ar.liquid")]
    [InlineData("rejection.json")]
    [InlineData("letter.html.liquid")]
    public void The_hash_changes_with_every_part_of_the_wording(string file)
    {
        var before = LetterFolder.Load(folder).Templates["rejection"].ContentHash;
        File.AppendAllText(Path.Combine(folder, file), "\n");

        Assert.NotEqual(before, LetterFolder.Load(folder).Templates["rejection"].ContentHash);
    }

    [Fact]
    public void The_hash_does_not_change_with_the_line_ends_of_a_checkout()
    {
        var before = LetterFolder.Load(folder).Templates["rejection"].ContentHash;
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            File.WriteAllText(file, File.ReadAllText(file).ReplaceLineEndings("\r\n"));
        }

        Assert.Equal(before, LetterFolder.Load(folder).Templates["rejection"].ContentHash);
    }

    private void Change(string file, string text, string replacement)
    {
        var path = Path.Combine(folder, file);
        var content = File.ReadAllText(path);
        Assert.Contains(text, content, StringComparison.Ordinal);
        File.WriteAllText(path, content.Replace(text, replacement, StringComparison.Ordinal));
    }
}
