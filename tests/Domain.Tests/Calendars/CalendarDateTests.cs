using CaseFlow.Domain.Calendars;

namespace CaseFlow.Domain.Tests.Calendars;

public sealed class CalendarDateTests
{
    private static readonly CalendarDate Day = new(new DateOnly(2026, 12, 23));

    [Fact]
    public void A_day_shows_both_calendars_the_readers_first()
    {
        Assert.Equal("١٤ رجب ١٤٤٨ هـ · ٢٣ ديسمبر ٢٠٢٦ م", CalendarText.Arabic.Both(Day));
        Assert.Equal("23 December 2026 · 14 Rajab 1448 AH", CalendarText.English.Both(Day));
    }

    [Fact]
    public void An_arabic_reader_may_prefer_latin_digits_and_the_gregorian_calendar()
    {
        var reader = new CalendarText("ar", DigitShape.Latin, CalendarKind.Gregorian);

        Assert.Equal("23 ديسمبر 2026 م · 14 رجب 1448 هـ", reader.Both(Day));
    }

    [Theory]
    [InlineData("2026-12-23T20:59:59Z", "2026-12-23")]
    [InlineData("2026-12-23T21:00:00Z", "2026-12-24")]
    public void The_day_changes_at_midnight_in_riyadh(string instant, string day) =>
        Assert.Equal(day, CalendarDate.At(DateTimeOffset.Parse(instant, null)).ToString());

    [Theory]
    [InlineData("1900-04-30", 1318, 1, 1)]
    [InlineData("2023-07-19", 1445, 1, 1)]
    [InlineData("2026-02-18", 1447, 9, 1)]
    [InlineData("2077-11-16", 1500, 12, 30)]
    public void Hijri_dates_follow_the_umm_al_qura_tables(string day, int year, int month, int date) =>
        Assert.Equal(new HijriDate(year, month, date), new CalendarDate(DateOnly.Parse(day, null)).Hijri);

    [Theory]
    [InlineData("1900-04-29", "٢٩ أبريل ١٩٠٠ م")]
    [InlineData("2077-11-17", "١٧ نوفمبر ٢٠٧٧ م")]
    public void Outside_the_tables_the_gregorian_date_stands_alone(string day, string text) =>
        Assert.Equal(text, CalendarText.Arabic.Both(new CalendarDate(DateOnly.Parse(day, null))));

    [Fact]
    public void Every_day_of_the_tables_goes_to_hijri_and_back()
    {
        for (var day = new DateOnly(1900, 4, 30); day <= new DateOnly(2077, 11, 16); day = day.AddDays(1))
        {
            var hijri = new CalendarDate(day).Hijri;

            Assert.True(hijri is { } date && CalendarDate.TryFromHijri(date, out var back) && back.Day == day);
        }
    }

    [Theory]
    [InlineData(1448, 13, 1)]
    [InlineData(1448, 1, 31)]
    [InlineData(1501, 1, 1)]
    [InlineData(1448, 0, 1)]
    public void A_hijri_date_that_does_not_exist_is_refused(int year, int month, int day) =>
        Assert.False(CalendarDate.TryFromHijri(new HijriDate(year, month, day), out _));

    [Theory]
    [InlineData("2026-12-23T09:05:00Z", "١٢:٠٥ م", "12:05 PM")]
    [InlineData("2026-12-22T21:00:00Z", "١٢:٠٠ ص", "12:00 AM")]
    public void The_clock_is_that_of_riyadh(string instant, string arabic, string english)
    {
        var moment = DateTimeOffset.Parse(instant, null);

        Assert.Equal(arabic, CalendarText.Arabic.Time(moment));
        Assert.Equal(english, CalendarText.English.Time(moment));
    }

    [Fact]
    public void A_moment_names_weekday_dates_and_clock()
    {
        var moment = DateTimeOffset.Parse("2026-12-23T11:05:00Z", null);

        Assert.Equal("الأربعاء ١٤ رجب ١٤٤٨ هـ · ٢٣ ديسمبر ٢٠٢٦ م، ٢:٠٥ م", CalendarText.Arabic.Moment(moment));
        Assert.Equal("Wednesday, 23 December 2026 · 14 Rajab 1448 AH, 2:05 PM", CalendarText.English.Moment(moment));
    }

    [Fact]
    public void Digits_change_shape_and_nothing_else() =>
        Assert.Equal("رقم ٤٢/A-٠٧", DigitShape.ArabicIndic.Apply("رقم 42/A-07"));
}
