using System.Globalization;

namespace CaseFlow.Workflows.Expressions.JavaScript.Functions;

/// <summary>Dates as text.</summary>
internal static class DateText
{
    public static readonly string[] Months =
    [
        "Jan",
        "Feb",
        "Mar",
        "Apr",
        "May",
        "Jun",
        "Jul",
        "Aug",
        "Sep",
        "Oct",
        "Nov",
        "Dec",
    ];

    private static readonly string[] Weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

    /// <summary>For example 2025-03-09T08:15:00.000Z.</summary>
    public static string Iso(double time)
    {
        var p = DateMath.Split(time);
        var year = p.Year is >= 0 and <= 9999
            ? Digits(p.Year, 4)
            : (p.Year < 0 ? "-" : "+") + Digits(Math.Abs(p.Year), 6);
        return $"{year}-{Digits(p.Month + 1, 2)}-{Digits(p.Day, 2)}T{Clock(p)}.{Digits(p.Milliseconds, 3)}Z";
    }

    /// <summary>For example Sun Mar 09 2025 08:15:00 GMT+0000 (Coordinated Universal Time).</summary>
    public static string Full(double time) => double.IsNaN(time) ? Invalid : $"{Day(time)} {TimeOfDay(time)}";

    public static string Day(double time)
    {
        if (double.IsNaN(time))
        {
            return Invalid;
        }

        var p = DateMath.Split(time);
        return $"{Weekdays[(int)p.Weekday]} {Months[(int)p.Month]} {Digits(p.Day, 2)} {Year(p)}";
    }

    public static string TimeOfDay(double time) =>
        double.IsNaN(time) ? Invalid : $"{Clock(DateMath.Split(time))} GMT+0000 (Coordinated Universal Time)";

    /// <summary>For example Sun, 09 Mar 2025 08:15:00 GMT.</summary>
    public static string Utc(double time)
    {
        if (double.IsNaN(time))
        {
            return Invalid;
        }

        var p = DateMath.Split(time);
        return $"{Weekdays[(int)p.Weekday]}, {Digits(p.Day, 2)} {Months[(int)p.Month]} {Year(p)} {Clock(p)} GMT";
    }

    private const string Invalid = "Invalid Date";

    private static string Year(DateMath.Parts p) =>
        (p.Year < 0 ? "-" : "") + Digits(Math.Abs(p.Year), p.Year < 0 ? 6 : 4);

    private static string Clock(DateMath.Parts p) =>
        $"{Digits(p.Hours, 2)}:{Digits(p.Minutes, 2)}:{Digits(p.Seconds, 2)}";

    private static string Digits(double number, int count) =>
        ((long)number).ToString("D" + count, CultureInfo.InvariantCulture);
}
