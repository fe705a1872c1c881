using CaseFlow.Domain.Calendars;
using CaseFlow.Host.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Host.Tests.Ui;

public sealed class ReaderTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 30, 0, CalendarDate.RiyadhOffset);

    [Fact]
    public void An_Arabic_reader_sees_money_in_Arabic_digits_and_separators() =>
        Assert.Equal("١٬٢٥٠٫٥٠ ريال", For("ar").Money(1250.5m));

    [Fact]
    public void An_English_reader_sees_money_in_Latin_digits() => Assert.Equal("SAR 1,250", For("en").Money(1250m));

    [Fact]
    public void Digits_follow_the_reader_and_not_the_language() =>
        Assert.Equal("1,284", For("ar", digits: DigitShape.Latin).Number(1284));

    [Fact]
    public void A_share_is_shown_in_percent() => Assert.Equal("٤٢٪", For("ar").Percent(0.42m));

    [Theory]
    [InlineData("ar", "١٢ جمادى الآخرة ١٤٤٨ هـ · ٢٢ نوفمبر ٢٠٢٦ م")]
    [InlineData("en", "22 November 2026 · 12 Jumada II 1448 AH")]
    public void Both_dates_are_shown_with_the_readers_own_first(string language, string expected) =>
        Assert.Equal(expected, For(language).Date(Now));

    [Theory]
    [InlineData(1, "غدًا")]
    [InlineData(2, "بعد يومين")]
    [InlineData(3, "بعد ٣ أيام")]
    [InlineData(11, "بعد ١١ يومًا")]
    [InlineData(100, "بعد ١٠٠ يوم")]
    [InlineData(-1, "أمس")]
    [InlineData(-8, "قبل ٨ أيام")]
    public void Distances_in_days_are_said_in_proper_Arabic(int days, string expected) =>
        Assert.Equal(expected, For("ar").Relative(Now.AddDays(days)));

    [Fact]
    public void A_day_begins_at_midnight_in_Riyadh()
    {
        var lateEvening = new DateTimeOffset(2026, 11, 22, 21, 30, 0, TimeSpan.Zero);

        Assert.Equal("tomorrow", For("en").Relative(lateEvening));
    }

    [Fact]
    public void Distances_within_the_day_are_said_in_hours() =>
        Assert.Equal("بعد ساعتين", For("ar").Relative(Now.AddHours(2).AddMinutes(10)));

    [Theory]
    [InlineData("ar", 0, "Other")]
    [InlineData("ar", 1, "One")]
    [InlineData("ar", 2, "Two")]
    [InlineData("ar", 10, "Few")]
    [InlineData("ar", 99, "Many")]
    [InlineData("ar", 102, "Other")]
    [InlineData("ar", 103, "Few")]
    [InlineData("en", 2, "Other")]
    public void A_noun_takes_its_form_from_the_count(string language, int count, string form) =>
        Assert.Equal(form, Plural.Form(language, count));

    private static Reader For(string language, DigitShape? digits = null)
    {
        var preferences = RequestPreferences.DefaultsFor(language);
        var context = new DefaultHttpContext();
        context.Features.Set(preferences with { Digits = digits ?? preferences.Digits });
        System.Globalization.CultureInfo.CurrentUICulture = preferences.TextCulture;
        var texts = new ServiceCollection()
            .AddLogging()
            .AddLocalization()
            .BuildServiceProvider()
            .GetRequiredService<IStringLocalizer<Texts>>();
        return new Reader(new HttpContextAccessor { HttpContext = context }, new Still(Now), texts);
    }

    private sealed class Still(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
    }
}
