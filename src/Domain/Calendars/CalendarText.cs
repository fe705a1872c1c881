using System.Globalization;

namespace CaseFlow.Domain.Calendars;

/// <summary>Which of the two calendars a reader thinks in; it comes first wherever both are shown.</summary>
public enum CalendarKind
{
    /// <summary>Umm al-Qura.</summary>
    Hijri,

    /// <summary>Gregorian.</summary>
    Gregorian,
}

/// <summary>
/// How one reader sees dates and numbers. Independent of the machine's culture data, so that the same letter reads the
/// same on every host and in every year.
/// </summary>
/// <param name="Language">Month names and era marks: <c>ar</c> or anything else for English.</param>
/// <param name="Digits">Shape of digits.</param>
/// <param name="First">The calendar shown first.</param>
public sealed record CalendarText(string Language, DigitShape Digits, CalendarKind First)
{
    /// <summary>Arabic names, Arabic-Indic digits, Hijri first.</summary>
    public static CalendarText Arabic { get; } = new("ar", DigitShape.ArabicIndic, CalendarKind.Hijri);

    /// <summary>English names, Latin digits, Gregorian first.</summary>
    public static CalendarText English { get; } = new("en", DigitShape.Latin, CalendarKind.Gregorian);

    private bool InArabic => Language == "ar";

    /// <summary>«١٤ رجب ١٤٤٨ هـ» or "14 Rajab 1448 AH"; the Gregorian form outside the Hijri tables.</summary>
    public string Hijri(CalendarDate date)
    {
        if (date.Hijri is not { } hijri)
        {
            return Gregorian(date);
        }

        var month = MonthNames.Hijri(hijri.Month, InArabic);
        return Shape($"{hijri.Day} {month} {hijri.Year} {(InArabic ? "هـ" : "AH")}");
    }

    /// <summary>«٢٣ ديسمبر ٢٠٢٦ م» or "23 December 2026".</summary>
    public string Gregorian(CalendarDate date)
    {
        var month = MonthNames.Gregorian(date.Day.Month, InArabic);
        return Shape($"{date.Day.Day} {month} {date.Day.Year}{(InArabic ? " م" : "")}");
    }

    /// <summary>Both calendars with a middle dot between, the reader's own first; one alone outside the Hijri tables.</summary>
    public string Both(CalendarDate date)
    {
        if (date.Hijri is null)
        {
            return Gregorian(date);
        }

        return First == CalendarKind.Hijri
            ? $"{Hijri(date)} · {Gregorian(date)}"
            : $"{Gregorian(date)} · {Hijri(date)}";
    }

    /// <summary>Both dates of the moment's day in Riyadh, with weekday before and the clock after.</summary>
    public string Moment(DateTimeOffset instant)
    {
        var comma = InArabic ? "،" : ",";
        return $"{Weekday(instant)}{(InArabic ? "" : ",")} {Both(CalendarDate.At(instant))}{comma} {Time(instant)}";
    }

    /// <summary>«الأربعاء» or "Wednesday" in Riyadh.</summary>
    public string Weekday(DateTimeOffset instant) =>
        MonthNames.Weekday(CalendarDate.InRiyadh(instant).DayOfWeek, InArabic);

    /// <summary>The clock in Riyadh on twelve hours: «٢:٠٥ م» or "2:05 PM".</summary>
    public string Time(DateTimeOffset instant)
    {
        var local = CalendarDate.InRiyadh(instant);
        var hour = local.Hour % 12 == 0 ? 12 : local.Hour % 12;
        var half = (InArabic, local.Hour < 12) switch
        {
            (true, true) => "ص",
            (true, false) => "م",
            (false, true) => "AM",
            (false, false) => "PM",
        };
        return Shape(string.Create(CultureInfo.InvariantCulture, $"{hour}:{local.Minute:00} {half}"));
    }

    private string Shape(string text) => Digits.Apply(text);
}
