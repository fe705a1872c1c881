using CaseFlow.Domain.Calendars;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Features.Procedures;
using CaseFlow.Host.Tests.Administration;
using CaseFlow.Host.Tests.Catalogue;
using CaseFlow.Host.Tests.Publishing;

namespace CaseFlow.Host.Tests.Library;

/// <summary>The editor of calendars, as a browser without scripts sees it, and what calendars do.</summary>
public sealed class CalendarEditorTests(Office office) : IClassFixture<Office>
{
    private const string Page = "/library/calendars/official/edit";

    [Fact]
    public void The_shipped_calendar_knows_the_weekend_and_the_holidays_in_the_calendar_they_were_entered_in()
    {
        var official = PolicyLibrary.Load(LibraryFolder.Shipped).Calendars["official"];

        var eid = official.Holidays.First(h => h.Name.En == "Eid al-Fitr");
        Assert.Equal([DayOfWeek.Friday, DayOfWeek.Saturday], official.Weekend);
        Assert.Equal(CalendarKind.Hijri, eid.From.Calendar);
        Assert.Equal(new HijriDate(1448, 10, 1), new CalendarDate(eid.From.Day).Hijri);
        Assert.False(official.IsWorkingDay(new DateOnly(2027, 2, 22)));
        Assert.False(official.IsWorkingDay(new DateOnly(2027, 9, 23)));
    }

    [Theory]
    [InlineData("\"to\": \"16:00\"", "\"to\": \"07:00\"", "library.hours")]
    [InlineData("\"2027-03-12\"", "\"2027-03-08\"", "library.holiday-days")]
    [InlineData("\"2027-03-12\"", "\"2028-03-12\"", "library.holiday-days")]
    [InlineData(
        "\"friday\",",
        "\"friday\", \"sunday\", \"monday\", \"tuesday\", \"wednesday\",",
        "library.no-working-day"
    )]
    public void A_calendar_that_nobody_could_work_by_is_refused(string old, string changed, string code)
    {
        using var folder = new LibraryFolder().Edit("calendars/official.json", old, changed);

        Assert.Equal(code, Assert.Single(PolicyLibrary.Load(folder.Path).Problems).Code);
    }

    [Fact]
    public async Task Saving_a_calendar_as_it_is_changes_nothing()
    {
        var omar = await Browser.SignInAsync(office.Server, "omar");
        var before = (await office.VersionsAsync("calendars/official")).Count;
        var copy = Typed.Fields(await omar.ReadAsync(Page), ("act", "save"));

        await omar.PostAsync(Page, copy);

        Assert.Equal(before, (await office.VersionsAsync("calendars/official")).Count);
    }

    [Fact]
    public async Task A_day_typed_in_Hijri_is_kept_as_the_day_that_it_is_and_as_it_was_typed()
    {
        var omar = await Browser.SignInAsync(office.Server, "omar");
        var start = await omar.ReadAsync("/library/calendars/new?from=official");
        await omar.PostAsync(
            "/library/calendars/new",
            Typed.Fields(
                start,
                ("act", "save"),
                ("newKey", "branch"),
                ("holidays[0].from.day", "١"),
                ("holidays[0].from.month", "١"),
                ("holidays[0].from.year", "١٤٤٩"),
                ("holidays[0].from.calendar", "Hijri"),
                ("holidays[0].to.day", ""),
                ("holidays[0].to.month", ""),
                ("holidays[0].to.year", "")
            )
        );

        var from = Typed.File(Assert.Single(await office.VersionsAsync("calendars/branch")))["holidays"]![0]!["from"]!;

        Assert.Equal("2027-06-06", $"{from["day"]}");
        Assert.Equal("hijri", $"{from["calendar"]}");
    }

    [Fact]
    public async Task A_day_that_there_is_not_is_said_at_its_field()
    {
        var omar = await Browser.SignInAsync(office.Server, "omar");
        var fields = Typed.Fields(
            await omar.ReadAsync(Page),
            ("act", "check"),
            ("holidays[0].from.day", "31"),
            ("holidays[0].from.month", "2")
        );

        var page = await (await omar.PostAsync(Page, fields)).Content.ReadAsStringAsync();

        Assert.Contains("id=\"field-holidays-0-from-error\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replies_wait_for_working_hours_once_the_policy_names_a_calendar()
    {
        var shipped = PolicyDocument.Read((await office.VersionsAsync("policy/parameters"))[0]);
        var before = office.Server.Library.Parameters;
        var draft = await office.SendAsync(
            new Features.Library.SaveDocument(
                shipped.Saying(
                    "\"releaseCalendar\": {\n      \"value\": null",
                    "\"releaseCalendar\": {\n      \"value\": \"official\""
                ),
                (await office.VersionsAsync("policy/parameters"))[^1].Mark,
                office.Omar
            )
        );

        await office.SendAsync(new PublishDefinition(draft.Id, draft.Mark, null, null, office.Omar));

        Assert.Null(before.ReleaseHours);
        Assert.Equal("official", office.Server.Library.Parameters.ReleaseHours?.Key);
        // By which replies leave, it cannot go out of force.
        await office.RefusedAsync(new RetractDefinition("calendars/official", null, office.Omar));
    }
}
