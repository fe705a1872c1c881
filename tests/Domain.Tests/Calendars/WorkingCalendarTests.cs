using CaseFlow.Domain.Calendars;
using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Tests.Cases;

namespace CaseFlow.Domain.Tests.Calendars;

public sealed class WorkingCalendarTests
{
    internal static readonly TimeZoneInfo Riyadh = TimeZoneInfo.CreateCustomTimeZone(
        "Riyadh",
        CalendarDate.RiyadhOffset,
        "Riyadh",
        "Riyadh"
    );

    private static readonly WorkingCalendar Official = new(
        "official",
        1,
        new("التقويم الرسمي", "Official calendar"),
        [DayOfWeek.Friday, DayOfWeek.Saturday],
        new WorkingHours(new TimeOnly(8, 0), new TimeOnly(16, 0)),
        [
            new Holiday(new("يوم التأسيس", "Founding Day"), new EnteredDay(new DateOnly(2027, 2, 22))),
            // 1 to 4 Shawwal 1448: Tuesday to Friday, with the weekend at its end.
            new Holiday(
                new("عيد الفطر", "Eid al-Fitr"),
                new EnteredDay(new DateOnly(2027, 3, 9), CalendarKind.Hijri),
                new EnteredDay(new DateOnly(2027, 3, 12), CalendarKind.Hijri)
            ),
        ]
    );

    [Theory]
    [InlineData("2026-11-27T22:30", "2026-11-29T08:00")] // Friday night: Sunday morning
    [InlineData("2026-11-26T16:00", "2026-11-29T08:00")] // Thursday, just closed
    [InlineData("2026-11-26T15:59:59", "2026-11-26T15:59:59")] // a second earlier
    [InlineData("2026-11-25T07:59:59", "2026-11-25T08:00")] // before work begins
    [InlineData("2026-11-25T08:00", "2026-11-25T08:00")]
    [InlineData("2027-02-22T10:00", "2027-02-23T08:00")] // Founding Day, a Monday
    [InlineData("2027-02-21T17:00", "2027-02-23T08:00")] // the evening before it
    [InlineData("2027-03-08T18:00", "2027-03-14T08:00")] // the eve of Eid: over its weekend to Sunday
    [InlineData("2027-03-10T09:00", "2027-03-14T08:00")] // within Eid
    public void A_moment_outside_working_hours_is_put_off_to_the_next_of_them(string moment, string next) =>
        Assert.Equal(At(next), Official.NextWorkingMoment(At(moment), Riyadh));

    [Fact]
    public void No_moment_ever_becomes_an_earlier_one_and_each_falls_into_working_hours()
    {
        var random = new Random(59);
        for (var i = 0; i < 2000; i++)
        {
            var moment = At("2026-11-25T00:00").AddSeconds(random.Next(0, 2 * 365 * 86400));

            var next = Official.NextWorkingMoment(moment, Riyadh);

            var wall = TimeZoneInfo.ConvertTime(next, Riyadh).DateTime;
            Assert.True(next >= moment);
            Assert.True(Official.IsWorkingDay(DateOnly.FromDateTime(wall)));
            Assert.InRange(TimeOnly.FromDateTime(wall), new TimeOnly(8, 0), new TimeOnly(15, 59, 59, 999));
        }
    }

    [Fact]
    public void Where_clocks_change_in_the_night_work_begins_by_the_new_clock()
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var saturday = new DateTimeOffset(2026, 3, 28, 20, 0, 0, TimeSpan.FromHours(1));

        Assert.Equal(
            new DateTimeOffset(2026, 3, 29, 8, 0, 0, TimeSpan.FromHours(2)),
            Official.NextWorkingMoment(saturday, berlin)
        );
    }

    [Fact]
    public void A_calendar_without_any_work_holds_nothing_up()
    {
        var closed = Official with { Weekend = Enum.GetValues<DayOfWeek>() };

        Assert.Equal(At("2026-11-27T22:30"), closed.NextWorkingMoment(At("2026-11-27T22:30"), Riyadh));
    }

    [Fact]
    public void Without_a_calendar_the_reply_may_leave_at_the_very_second()
    {
        var world = World.Decided(DecisionOutcome.Accept);

        Assert.Equal(World.Start.AddDays(14), world.EarliestReply);
    }

    [Fact]
    public void With_a_calendar_the_permit_waits_for_working_hours_and_never_comes_before_the_floor()
    {
        var floor = World.Start.AddDays(14);
        var day = DateOnly.FromDateTime(floor.ToOffset(CalendarDate.RiyadhOffset).Date);
        var world = World.Decided(
            DecisionOutcome.Accept,
            w =>
                w.Policy = World.DefaultPolicy with
                {
                    ReleaseCalendar = "official",
                    ReleaseHours = Official with { Holidays = [new Holiday(new("", ""), new EnteredDay(day))] },
                }
        );
        world.Now = floor;

        var later = world.Ask<ReleaseNotYet>(new OpenRelease()).NotBefore;
        world.Now = later;

        Assert.True(later > floor);
        Assert.Equal(new TimeOnly(8, 0), TimeOnly.FromDateTime(later.ToOffset(CalendarDate.RiyadhOffset).DateTime));
        world.Ask<ReleaseOpened>(new OpenRelease());
    }

    [Fact]
    public void What_was_promised_holds_when_the_calendar_changes_afterwards()
    {
        var policy = World.DefaultPolicy with { ReleaseHours = Official };
        var promised = At("2026-12-30T12:00");
        var study = new StudyRecord(World.Start, World.Start, World.Start, 1, 14, 30, promised, "", []);

        Assert.True(StudyClock.EarliestReply(study, policy, World.Start) >= promised);
        Assert.Equal(promised, StudyClock.EarliestReply(study, World.DefaultPolicy, World.Start));
    }

    private static DateTimeOffset At(string wall) =>
        new(DateTime.Parse(wall, System.Globalization.CultureInfo.InvariantCulture), CalendarDate.RiyadhOffset);
}
