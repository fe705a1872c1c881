using CaseFlow.Domain;
using CaseFlow.Domain.Calendars;
using CaseFlow.Domain.Forms;
using CaseFlow.Host.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace CaseFlow.Host.Tests.Ui;

public sealed class FormTests
{
    [Fact]
    public void A_Hijri_date_in_Arabic_digits_is_the_same_day_as_its_Gregorian_one()
    {
        var input = DateFieldInput.Read(
            Posted(("birth.day", "١٢"), ("birth.month", "٩"), ("birth.year", "١٤٠٥"), ("birth.calendar", "Hijri")),
            "birth"
        );

        Assert.True(input.TryGet(out var day));
        Assert.Equal(new DateOnly(1985, 5, 31), day);
    }

    [Theory]
    [InlineData("31", "2", "2026", "Gregorian")]
    [InlineData("30", "13", "1448", "Hijri")]
    [InlineData("30", "1", "1448", "Hijri")]
    [InlineData("first", "2", "2026", "Gregorian")]
    [InlineData("1", "2", "26", "Gregorian")]
    public void A_day_that_is_not_in_the_calendar_is_no_date(string day, string month, string year, string calendar) =>
        Assert.False(
            DateFieldInput
                .Read(Posted(("d.day", day), ("d.month", month), ("d.year", year), ("d.calendar", calendar)), "d")
                .TryGet(out _)
        );

    [Fact]
    public void A_date_may_also_come_whole_from_a_program()
    {
        Assert.True(DateFieldInput.Read(Posted(("d", "2026-11-22")), "d").TryGet(out var day));
        Assert.Equal(new DateOnly(2026, 11, 22), day);
    }

    [Fact]
    public void A_day_is_shown_for_editing_in_the_calendar_of_the_reader() =>
        Assert.Equal(
            new DateFieldInput("12", "6", "1448", CalendarKind.Hijri),
            DateFieldInput.Of(new DateOnly(2026, 11, 22), CalendarKind.Hijri)
        );

    [Fact]
    public void A_posted_form_becomes_answers_by_key()
    {
        var answers = FormPost.Read(
            Form(
                Field("name", FieldType.Text),
                Field("needs", FieldType.Choices),
                Field("since", FieldType.Date),
                Field("owns", FieldType.YesNo)
            ),
            Posted(("name", "نورة"), ("needs", "visit"), ("since", "2026-01-05"), ("stranger", "x"))
        );

        Assert.Equal("نورة", answers["name"]);
        Assert.Equal(["visit"], Assert.IsType<List<object?>>(answers["needs"]));
        Assert.Equal(new DateOnly(2026, 1, 5), answers["since"]);
        Assert.Null(answers["owns"]);
        Assert.False(answers.ContainsKey("stranger"));
    }

    [Fact]
    public void A_table_is_read_row_by_row()
    {
        var rows = Field("people", FieldType.Rows) with { Columns = [Field("name", FieldType.Text)] };

        var answers = FormPost.Read(
            Form(rows),
            Posted(("people[0].name", "سارة"), ("people[1].name", "خالد"), ("people[3].name", "stray"))
        );

        var read = Assert.IsAssignableFrom<IEnumerable<object?>>(answers["people"]).Cast<Dictionary<string, object?>>();
        Assert.Equal(["سارة", "خالد"], read.Select(r => r["name"]));
    }

    [Fact]
    public void A_wrong_date_is_passed_on_so_that_the_check_can_say_so()
    {
        var form = Form(Field("since", FieldType.Date));

        var result = FormCheck.Check(
            form,
            FormPost.Read(form, Posted(("since.day", "31"), ("since.month", "2"), ("since.year", "2026")))
        );

        Assert.Equal("form.date", Assert.Single(result.Problems).Code);
    }

    [Fact]
    public void The_summary_of_problems_leads_to_the_fields()
    {
        var cell = new FormFieldView("people[0].name", FieldType.Text, "الاسم") { Error = "مطلوب" };
        var table = new FormFieldView("people", FieldType.Rows, "الأسرة")
        {
            Rows =
            [
                [cell],
            ],
        };
        var sound = new FormFieldView("mobile", FieldType.Phone, "الجوال");

        var summary = ErrorSummaryView.Of([table, sound]);

        Assert.Equal("field-people-0-name", Assert.Single(summary.Problems).FieldId);
    }

    private static FormDefinition Form(params FormField[] fields) =>
        new("test", 1, new LocalText("نموذج", "Form"), null, fields);

    private static FormField Field(string key, FieldType type) => new(key, type, new LocalText(key, key));

    private static FormCollection Posted(params (string Key, string Value)[] values) =>
        new(values.ToDictionary(v => v.Key, v => new StringValues(v.Value)));
}
