namespace CaseFlow.Domain.Calendars;

/// <summary>
/// Names of months and weekdays. Names of dates are part of the calendar, like its numbers, hence here and not among the
/// texts of the pages; fixed here, because culture data differ between hosts and a letter must re-render byte for byte.
/// </summary>
public static class MonthNames
{
    private static readonly string[] HijriArabic =
    [
        "محرم",
        "صفر",
        "ربيع الأول",
        "ربيع الآخر",
        "جمادى الأولى",
        "جمادى الآخرة",
        "رجب",
        "شعبان",
        "رمضان",
        "شوال",
        "ذو القعدة",
        "ذو الحجة",
    ];

    private static readonly string[] HijriEnglish =
    [
        "Muharram",
        "Safar",
        "Rabi I",
        "Rabi II",
        "Jumada I",
        "Jumada II",
        "Rajab",
        "Shaban",
        "Ramadan",
        "Shawwal",
        "Dhul-Qadah",
        "Dhul-Hijjah",
    ];

    private static readonly string[] GregorianArabic =
    [
        "يناير",
        "فبراير",
        "مارس",
        "أبريل",
        "مايو",
        "يونيو",
        "يوليو",
        "أغسطس",
        "سبتمبر",
        "أكتوبر",
        "نوفمبر",
        "ديسمبر",
    ];

    private static readonly string[] GregorianEnglish =
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];

    private static readonly string[] WeekdayArabic =
    [
        "الأحد",
        "الاثنين",
        "الثلاثاء",
        "الأربعاء",
        "الخميس",
        "الجمعة",
        "السبت",
    ];

    /// <summary>Name of an Umm al-Qura month, counted from 1.</summary>
    public static string Hijri(int month, bool arabic) => (arabic ? HijriArabic : HijriEnglish)[month - 1];

    /// <summary>Name of a Gregorian month, counted from 1; the Arabic ones are those used in Saudi Arabia.</summary>
    public static string Gregorian(int month, bool arabic) => (arabic ? GregorianArabic : GregorianEnglish)[month - 1];

    /// <summary>Name of a weekday.</summary>
    public static string Weekday(DayOfWeek day, bool arabic) => arabic ? WeekdayArabic[(int)day] : day.ToString();
}
