using System.Globalization;
using CaseFlow.Domain.Calendars;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Host.Ui;

/// <summary>
/// The person this page is for. Everything a page shows of numbers, money, dates and moments goes through here, so that
/// digits and calendars are the reader's everywhere. Texts come from resources; this gives what goes into them.
/// </summary>
public sealed class Reader(IHttpContextAccessor http, TimeProvider time, IStringLocalizer<Texts> texts)
{
    public RequestPreferences Preferences => http.HttpContext.Preferences();

    public bool IsArabic => Preferences.IsArabic;

    public string Direction => IsArabic ? "rtl" : "ltr";

    /// <summary>The one of two texts that this reader reads; for data that carry both.</summary>
    public string Pick(string arabic, string? english) =>
        IsArabic || string.IsNullOrWhiteSpace(english) ? arabic : english;

    /// <summary>Any text with its digits in the reader's shape. Not for codes and numbers a reader may have to copy.</summary>
    public string Digits(string text) => Preferences.Digits.Apply(text);

    /// <summary>A number with separated thousands and at most that many decimals.</summary>
    public string Number(decimal value, int decimals = 0)
    {
        var text = value.ToString("#,0." + new string('#', decimals), CultureInfo.InvariantCulture);
        return Separators(text);
    }

    /// <summary>«١٬٢٥٠٫٥٠ ريال» or "SAR 1,250.50".</summary>
    public string Money(decimal riyals)
    {
        var whole = riyals == decimal.Truncate(riyals);
        var text = riyals.ToString(whole ? "#,0" : "#,0.00", CultureInfo.InvariantCulture);
        return texts["Money.Riyals", Separators(text)];
    }

    /// <summary>A share of one: 0.42 is «٤٢٪» or "42%".</summary>
    public string Percent(decimal share)
    {
        var text = Math.Round(share * 100).ToString("0", CultureInfo.InvariantCulture);
        return Digits(text) + (Preferences.Digits == DigitShape.ArabicIndic ? "٪" : "%");
    }

    /// <summary>A count with its noun in the right form: keys <c>{key}.One .Two .Few .Many .Other</c>, all with {0}.</summary>
    public string Counted(IStringLocalizer localizer, string key, int count) =>
        localizer[$"{key}.{Plural.Form(Preferences.Language, count)}", Number(count)];

    /// <summary>Both dates of the day, the reader's calendar first.</summary>
    public string Date(DateOnly day) => Preferences.CalendarText.Both(new CalendarDate(day));

    /// <summary>Both dates of the moment's day in Riyadh, the reader's calendar first.</summary>
    public string Date(DateTimeOffset instant) => Preferences.CalendarText.Both(CalendarDate.At(instant));

    /// <summary>The date in the reader's calendar alone; only where the other one stands close by.</summary>
    public string ShortDate(DateTimeOffset instant)
    {
        var date = CalendarDate.At(instant);
        var text = Preferences.CalendarText;
        return Preferences.Calendar == CalendarKind.Hijri ? text.Hijri(date) : text.Gregorian(date);
    }

    public string Time(DateTimeOffset instant) => Preferences.CalendarText.Time(instant);

    public string Weekday(DateTimeOffset instant) => Preferences.CalendarText.Weekday(instant);

    /// <summary>How far a moment lies from now, in words. Stands beside a date, never in place of one.</summary>
    public string Relative(DateTimeOffset instant) => RelativeTime.Say(instant, time.GetUtcNow(), texts, this);

    private string Separators(string text) =>
        Preferences.Digits == DigitShape.ArabicIndic ? Digits(text.Replace(',', '٬').Replace('.', '٫')) : text;
}
