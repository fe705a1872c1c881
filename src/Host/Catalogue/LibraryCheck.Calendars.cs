using System.Globalization;
using CaseFlow.Domain.Calendars;

namespace CaseFlow.Host.Catalogue;

internal sealed partial class LibraryCheck
{
    // Longer than any holiday: a slip in a year or a month, which would keep replies back for weeks.
    private const int LongestHoliday = 30;

    private void CheckCalendar(string file, WorkingCalendar calendar)
    {
        CheckText(file, "name", calendar.Name);
        if (calendar.Weekend.Distinct().Count() > 5)
            files.Add(file, "weekend", "library.no-working-day", $"{calendar.Weekend.Count}");
        if (calendar.Hours.From >= calendar.Hours.To)
            files.Add(file, "$.hours.to", "library.hours", Span(calendar.Hours));
        foreach (var (index, holiday) in calendar.Holidays.Index())
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"$.holidays[{index}]");
            var days = holiday.Last.DayNumber - holiday.From.Day.DayNumber + 1;
            CheckText(file, $"{at}.name.ar", holiday.Name);
            if (days is < 1 or > LongestHoliday)
                files.Add(file, $"{at}.to", "library.holiday-days", $"{days}");
        }
    }

    private static string Span(WorkingHours hours) =>
        string.Create(CultureInfo.InvariantCulture, $"{hours.From:HH:mm} – {hours.To:HH:mm}");
}
