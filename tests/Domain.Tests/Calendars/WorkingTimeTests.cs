using System.Globalization;
using CaseFlow.Domain.Calendars;

namespace CaseFlow.Domain.Tests.Calendars;

/// <summary>How long something takes by a calendar of work.</summary>
public sealed class WorkingTimeTests
{
    private static readonly TimeZoneInfo Riyadh = WorkingCalendarTests.Riyadh;

    private static readonly WorkingCalendar Official = new(
        "official",
        1,
        new("التقويم الرسمي", "Official calendar"),
        [DayOfWeek.Friday, DayOfWeek.Saturday],
        new WorkingHours(new TimeOnly(8, 0), new TimeOnly(16, 0)),
        [
            // 1 to 4 Shawwal 1448: Tuesday to Friday.
            new Holiday(
                new("عيد الفطر", "Eid al-Fitr"),
                new EnteredDay(new DateOnly(2027, 3, 9)),
                new EnteredDay(new DateOnly(2027, 3, 12))
            ),
        ]
    );

    [Theory]
    [InlineData("2026-11-26T14:00", "2.00:00:00", "2026-11-30T14:00")] // two days, given on a Thursday
    [InlineData("2026-11-26T14:00", "04:00:00", "2026-11-29T10:00")] // two hours on Thursday, two on Sunday
    [InlineData("2026-11-26T14:00", "02:00:00", "2026-11-26T16:00")] // ends when work does
    [InlineData("2026-11-26T14:00", "1.04:00:00", "2026-11-30T10:00")] // a day, then hours
    [InlineData("2026-11-27T22:00", "1.00:00:00", "2026-11-30T08:00")] // given on Friday night: from Sunday morning
    [InlineData("2026-11-24T18:00", "02:30:00", "2026-11-25T10:30")] // given after work
    [InlineData("2026-11-24T08:00", "08:00:00", "2026-11-24T16:00")] // the hours of one day
    [InlineData("2026-11-24T08:00", "23:00:00", "2026-11-25T08:00")] // more than a day has: one day
    [InlineData("2026-11-24T09:00", "00:00:00", "2026-11-24T09:00")]
    [InlineData("2026-11-27T09:00", "00:00:00", "2026-11-29T08:00")] // at once means when work begins
    [InlineData("2026-11-27T09:00", "-1.00:00:00", "2026-11-29T08:00")]
    [InlineData("2027-03-08T15:00", "1.00:00:00", "2027-03-14T15:00")] // the eve of Eid: over it and its weekend
    [InlineData("2027-03-10T12:00", "01:00:00", "2027-03-14T09:00")] // within Eid
    public void Days_are_working_days_at_the_same_hour_and_hours_are_hours_of_work(
        string from,
        string span,
        string until
    ) => Assert.Equal(At(until), Official.After(At(from), Span(span), Riyadh));

    [Fact]
    public void A_longer_time_never_ends_earlier_and_a_later_beginning_neither()
    {
        var random = new Random(4);
        for (var i = 0; i < 3000; i++)
        {
            var (moment, span) = (Moment(random), Length(random));
            var end = Official.After(moment, span, Riyadh);

            Assert.True(Official.After(moment, span + Length(random), Riyadh) >= end);
            Assert.True(Official.After(moment + Length(random), span, Riyadh) >= end);
        }
    }

    [Fact]
    public void No_time_ends_before_the_next_working_moment_or_outside_of_work()
    {
        var random = new Random(5);
        for (var i = 0; i < 3000; i++)
        {
            var moment = Moment(random);

            var end = Official.After(moment, Length(random), Riyadh);

            var wall = TimeZoneInfo.ConvertTime(end, Riyadh).DateTime;
            Assert.True(end >= Official.NextWorkingMoment(moment, Riyadh));
            Assert.True(Official.IsWorkingDay(DateOnly.FromDateTime(wall)));
            Assert.InRange(TimeOnly.FromDateTime(wall), Official.Hours.From, Official.Hours.To);
        }
    }

    [Fact]
    public void Whole_days_add_up()
    {
        var random = new Random(6);
        for (var i = 0; i < 1000; i++)
        {
            var moment = Moment(random);
            var (first, then) = (TimeSpan.FromDays(random.Next(0, 40)), TimeSpan.FromDays(random.Next(0, 40)));

            Assert.Equal(
                Official.After(moment, first + then, Riyadh),
                Official.After(Official.After(moment, first, Riyadh), then, Riyadh)
            );
        }
    }

    [Fact]
    public void A_working_day_holds_as_much_as_its_hours()
    {
        var random = new Random(7);
        for (var i = 0; i < 1000; i++)
        {
            // Not from the very opening, from which a day's hours end with the day itself.
            var moment = Official.NextWorkingMoment(Moment(random), Riyadh);
            var end = Official.After(moment, TimeSpan.FromHours(8), Riyadh);

            if (TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Riyadh).DateTime) > Official.Hours.From)
            {
                Assert.Equal(Official.After(moment, TimeSpan.FromDays(1), Riyadh), end);
            }
        }
    }

    [Fact]
    public void Where_clocks_change_a_day_ends_at_the_same_hour_of_the_clock()
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var thursday = new DateTimeOffset(2026, 3, 26, 9, 0, 0, TimeSpan.FromHours(1));

        Assert.Equal(
            new DateTimeOffset(2026, 3, 29, 9, 0, 0, TimeSpan.FromHours(2)),
            Official.After(thursday, TimeSpan.FromDays(1), berlin)
        );
    }

    [Fact]
    public void By_a_calendar_without_any_work_time_passes_as_without_one()
    {
        var closed = Official with { Weekend = Enum.GetValues<DayOfWeek>() };

        Assert.Equal(At("2026-11-29T22:30"), closed.After(At("2026-11-27T22:30"), TimeSpan.FromDays(2), Riyadh));
    }

    [Theory]
    [InlineData("10675199.00:00:00")]
    [InlineData("36525.00:00:01")]
    public void What_lasts_longer_than_a_century_never_ends(string span) =>
        Assert.Equal(DateTimeOffset.MaxValue, Official.After(At("2026-11-24T09:00"), Span(span), Riyadh));

    [Fact]
    public void A_time_that_leads_beyond_the_calendar_never_ends() =>
        Assert.Equal(DateTimeOffset.MaxValue, Official.After(At("9999-12-20T09:00"), TimeSpan.FromDays(30), Riyadh));

    [Fact]
    public void Only_calendars_in_force_count()
    {
        var times = new WorkingTimes("Asia/Riyadh", [Official]);

        Assert.Equal(At("2026-11-30T14:00"), times.After("official", At("2026-11-26T14:00"), TimeSpan.FromDays(2)));
        Assert.Null(times.After("Official", At("2026-11-26T14:00"), TimeSpan.FromDays(2)));
        Assert.Null(WorkingTimes.None.After("official", At("2026-11-26T14:00"), TimeSpan.FromDays(2)));
    }

    private static DateTimeOffset Moment(Random random) =>
        At("2026-11-25T00:00").AddSeconds(random.Next(0, 2 * 365 * 86400));

    /// <summary>Up to twelve days, to the minute, with more weight on short ones.</summary>
    private static TimeSpan Length(Random random) =>
        TimeSpan.FromMinutes(random.Next(0, 12 * 24 * 60) >> random.Next(0, 6));

    private static TimeSpan Span(string text) => TimeSpan.Parse(text, CultureInfo.InvariantCulture);

    private static DateTimeOffset At(string wall) =>
        new(DateTime.Parse(wall, CultureInfo.InvariantCulture), CalendarDate.RiyadhOffset);
}
