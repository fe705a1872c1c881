using System.Globalization;
using CaseFlow.Domain.Calendars;

namespace CaseFlow.Host.Ui;

public enum Theme
{
    /// <summary>As the reader's system asks.</summary>
    Auto,
    Light,
    Dark,
}

/// <summary>How this reader wants pages: language, shape of digits, calendar that comes first, colours.</summary>
/// <param name="Language"><c>ar</c> or <c>en</c>.</param>
public sealed record RequestPreferences(string Language, DigitShape Digits, CalendarKind Calendar, Theme Theme)
{
    public static IReadOnlyList<string> Languages { get; } = ["ar", "en"];

    public bool IsArabic => Language == "ar";

    /// <summary>The culture that picks the texts. Formats never come from it: <c>ar-SA</c> would write Hijri dates.</summary>
    public CultureInfo TextCulture => CultureInfo.GetCultureInfo(IsArabic ? "ar-SA" : "en");

    public CalendarText CalendarText => new(Language, Digits, Calendar);

    /// <summary>What a reader of that language gets before choosing otherwise.</summary>
    public static RequestPreferences DefaultsFor(string language) =>
        language == "ar"
            ? new("ar", DigitShape.ArabicIndic, CalendarKind.Hijri, Theme.Auto)
            : new("en", DigitShape.Latin, CalendarKind.Gregorian, Theme.Auto);
}
