using CaseFlow.Domain.Calendars;
using CaseFlow.Workflows.Expressions;
using CaseFlow.Workflows.Letters;

namespace CaseFlow.Workflows.Tests.Letters;

public sealed class LetterRenderingTests
{
    private const string Layout = "{{ page.body }}";

    private const string Metadata = """
        {
          "key": "letter", "version": 1, "class": "Circular", "clauses": ["P12"], "channels": ["portal"],
          "name": { "ar": "س", "en": "n" }, "subject": { "ar": "س {{ letter.date | both_dates }}", "en": "s" }
        }
        """;

    private static readonly DateTimeOffset Date = new(2026, 12, 23, 11, 5, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("{{ letter.date | hijri }}", "<span class=\"together\">١٤ رجب ١٤٤٨ هـ</span>")]
    [InlineData("{{ letter.date | gregorian }}", "<span class=\"together\">٢٣ ديسمبر ٢٠٢٦ م</span>")]
    [InlineData(
        "{{ letter.date | both_dates }}",
        "<span class=\"together\">١٤ رجب ١٤٤٨ هـ</span> · <span class=\"together\">٢٣ ديسمبر ٢٠٢٦ م</span>"
    )]
    [InlineData("{{ '2026-12-23' | gregorian }}", "<span class=\"together\">٢٣ ديسمبر ٢٠٢٦ م</span>")]
    [InlineData("{{ '2026-12-23T21:30:00Z' | gregorian }}", "<span class=\"together\">٢٤ ديسمبر ٢٠٢٦ م</span>")]
    [InlineData("{{ 'No 12' | digits }}", "No ١٢")]
    [InlineData("{{ 1250 | money }}", "<span class=\"together\">١٬٢٥٠ ريال</span>")]
    [InlineData("{{ '1250.5' | money }}", "<span class=\"together\">١٬٢٥٠٫٥٠ ريال</span>")]
    [InlineData("{{ 0.125 | money }}", "<span class=\"together\">٠٫١٢ ريال</span>")]
    [InlineData("{{ 'A&B-1' | bdi }}", "<bdi>A&amp;B-1</bdi>")]
    [InlineData("{{ member.title | default: 'عضو' }}", "عضو")]
    public void Filters_write_for_an_arabic_reader(string body, string expected) =>
        Assert.Equal(expected, Render(body, CalendarText.Arabic).Html);

    [Theory]
    [InlineData(
        "{{ letter.date | date_time }}",
        "<span class=\"together\">الأربعاء ٢٣ ديسمبر ٢٠٢٦ م</span> · <span class=\"together\">١٤ رجب ١٤٤٨ هـ، ٢:٠٥ م</span>"
    )]
    [InlineData("{{ 1250 | money }}", "<span class=\"together\">١٬٢٥٠ ريال</span>")]
    public void The_readers_own_calendar_comes_first(string body, string expected) =>
        Assert.Equal(expected, Render(body, CalendarText.Arabic with { First = CalendarKind.Gregorian }).Html);

    [Fact]
    public void A_subject_is_plain_text() =>
        Assert.Equal("س ١٤ رجب ١٤٤٨ هـ · ٢٣ ديسمبر ٢٠٢٦ م", Render("x", CalendarText.Arabic).Subject);

    [Fact]
    public void A_required_field_that_the_caller_left_out_stops_the_letter()
    {
        var template = Load("{{ case.number }}");

        var error = Assert.Throws<ExpressionException>(() =>
            template.Render("ar", Values(), Settings(CalendarText.Arabic))
        );

        Assert.Equal((1, 8), (error.Line, error.Column));
    }

    [Fact]
    public void What_no_field_declares_does_not_reach_the_letter()
    {
        var values = Values();
        values["decision"] = "x";

        Assert.Equal("y", Load("{% assign a = 'y' %}{{ a }}").Render("ar", values, Settings(CalendarText.Arabic)).Html);
    }

    private static RenderedLetter Render(string body, CalendarText reader) =>
        Load(body).Render("ar", Values(), Settings(reader));

    private static Dictionary<string, object?> Values() =>
        new()
        {
            ["letter"] = new Dictionary<string, object?> { ["number"] = "1", ["date"] = Date },
        };

    private static LetterSettings Settings(CalendarText reader) => new(reader, DateTimeOffset.UnixEpoch);

    private static LetterTemplate Load(string body)
    {
        var bodies = new Dictionary<string, string> { ["ar"] = body, ["en"] = body };
        Assert.True(
            LetterTemplate.TryLoad(Metadata, bodies, Layout, out var template, out var problems),
            string.Join('\n', problems)
        );
        return template;
    }
}
