using System.Globalization;
using CaseFlow.Domain.Calendars;
using Microsoft.Extensions.Primitives;

namespace CaseFlow.Host.Ui;

/// <summary>What a reader typed into a date field: three numbers, digits of either shape, in the calendar that they chose.</summary>
public sealed record DateFieldInput(string Day, string Month, string Year, CalendarKind Calendar)
{
    public bool IsEmpty => Day.Length == 0 && Month.Length == 0 && Year.Length == 0;

    /// <summary>Reads <c>{name}.day</c>, <c>.month</c>, <c>.year</c>, <c>.calendar</c>, or one ISO date under the name itself.</summary>
    public static DateFieldInput Read(IFormCollection form, string name)
    {
        if (DateOnly.TryParseExact(Text(form[name]), "yyyy-MM-dd", CultureInfo.InvariantCulture, 0, out var iso))
        {
            return Of(iso, CalendarKind.Gregorian);
        }

        var calendar = Enum.TryParse<CalendarKind>(form[$"{name}.calendar"], out var chosen)
            ? chosen
            : CalendarKind.Gregorian;
        return new(Text(form[$"{name}.day"]), Text(form[$"{name}.month"]), Text(form[$"{name}.year"]), calendar);
    }

    public static DateFieldInput Of(DateOnly day, CalendarKind calendar)
    {
        var date = new CalendarDate(day);
        return calendar == CalendarKind.Hijri && date.Hijri is { } hijri
            ? new(Plain(hijri.Day), Plain(hijri.Month), Plain(hijri.Year), CalendarKind.Hijri)
            : new(Plain(day.Day), Plain(day.Month), Plain(day.Year), CalendarKind.Gregorian);
    }

    /// <summary>The day that was meant; false when there is no such day in that calendar.</summary>
    public bool TryGet(out DateOnly day)
    {
        day = default;
        if (!Whole(Day, out var d) || !Whole(Month, out var m) || !Whole(Year, out var y))
        {
            return false;
        }

        if (Calendar == CalendarKind.Hijri)
        {
            var known = CalendarDate.TryFromHijri(new HijriDate(y, m, d), out var date);
            day = date.Day;
            return known;
        }

        if (y is < 1900 or > 2200 || m is < 1 or > 12 || d < 1 || d > DateTime.DaysInMonth(y, m))
        {
            return false;
        }

        day = new DateOnly(y, m, d);
        return true;
    }

    private static string Text(StringValues value) => DigitShape.Latin.Apply(value.ToString().Trim());

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool Whole(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
