using System.Globalization;

namespace CaseFlow.Workflows.Schedules;

/// <summary>The two day fields of a cron expression, of which one at most is restricted.</summary>
internal sealed class CronDays
{
    private static readonly CronField OfMonth = new("day of the month", 1, 31, []);
    private static readonly CronField OfWeek = new(
        "day of the week",
        1,
        7,
        ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"]
    );

    private readonly List<Func<DateTime, bool>> meant = [];

    private CronDays() { }

    /// <exception cref="FormatException">A field is wrong, or both are restricted.</exception>
    public static CronDays Parse(string ofMonth, string ofWeek)
    {
        var days = new CronDays();
        var (anyOfMonth, anyOfWeek) = (ofMonth is "*" or "?", ofWeek is "*" or "?");
        if (!anyOfMonth && !anyOfWeek)
        {
            throw new FormatException(
                "Days of the month and days of the week cannot both be given: write ? for one of them."
            );
        }
        if (!anyOfMonth)
        {
            days.meant.AddRange(ofMonth.Split(',').Select(DayOfMonth));
        }
        if (!anyOfWeek)
        {
            days.meant.AddRange(ofWeek.Split(',').Select(DayOfWeek));
        }
        return days;
    }

    public bool Matches(DateTime day) => meant.Count == 0 || meant.Exists(m => m(day));

    private static Func<DateTime, bool> DayOfMonth(string item)
    {
        if (item.StartsWith('L'))
        {
            var weekday = item.EndsWith('W');
            var rest = item[1..(weekday ? ^1 : ^0)];
            var before = rest.Length == 0 ? 0 : Before(rest, item);
            return day => IsDay(day, DateTime.DaysInMonth(day.Year, day.Month) - before, weekday);
        }
        if (item.EndsWith('W'))
        {
            var number = OfMonth.Value(item[..^1], item);
            return day => IsDay(day, Math.Min(number, DateTime.DaysInMonth(day.Year, day.Month)), weekday: true);
        }
        var meant = new bool[32];
        OfMonth.Add(item, meant);
        return day => meant[day.Day];
    }

    private static int Before(string text, string item) =>
        text[0] == '-'
        && int.TryParse(text[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var days)
        && days <= 30
            ? days
            : throw OfMonth.Wrong(item);

    /// <summary>Whether a day is that one of its month or, with <paramref name="weekday"/>, the nearest Monday to Friday in the month.</summary>
    private static bool IsDay(DateTime day, int number, bool weekday)
    {
        if (number < 1)
        {
            return false;
        }
        var last = DateTime.DaysInMonth(day.Year, day.Month);
        var shift = weekday
            ? new DateTime(day.Year, day.Month, number).DayOfWeek switch
            {
                System.DayOfWeek.Saturday => number == 1 ? 2 : -1,
                System.DayOfWeek.Sunday => number == last ? -2 : 1,
                _ => 0,
            }
            : 0;
        return day.Day == number + shift;
    }

    private static Func<DateTime, bool> DayOfWeek(string item)
    {
        if (item == "L")
        {
            return day => day.DayOfWeek == System.DayOfWeek.Saturday;
        }
        if (item.EndsWith('L'))
        {
            var weekday = OfWeek.Value(item[..^1], item);
            return day => Number(day) == weekday && day.Day + 7 > DateTime.DaysInMonth(day.Year, day.Month);
        }
        if (item.Split('#') is [var name, var nth])
        {
            var weekday = OfWeek.Value(name, item);
            var week = nth is ['1' or '2' or '3' or '4' or '5'] ? nth[0] - '0' : throw OfWeek.Wrong(item);
            return day => Number(day) == weekday && (day.Day - 1) / 7 == week - 1;
        }
        var meant = new bool[8];
        OfWeek.Add(item, meant);
        return day => meant[Number(day)];
    }

    private static int Number(DateTime day) => (int)day.DayOfWeek + 1;
}
