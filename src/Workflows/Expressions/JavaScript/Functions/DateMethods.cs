using System.Collections.Frozen;
using CaseFlow.Workflows.Expressions.JavaScript.Evaluation;
using CaseFlow.Workflows.Expressions.JavaScript.Values;
using Parts = CaseFlow.Workflows.Expressions.JavaScript.Functions.DateMath.Parts;

namespace CaseFlow.Workflows.Expressions.JavaScript.Functions;

/// <summary>Methods of dates. Local time is UTC, so that no script depends on the machine.</summary>
internal static class DateMethods
{
    /// <summary>Changes parts of a date to the numbers given; an invalid date starts from 1970 for the year only.</summary>
    private delegate Parts Change(Parts parts, double[] given);

    // Before the table, which is built from it.
    private static readonly string[] Zones = ["", "UTC"];

    public static readonly FrozenDictionary<string, NativeFunction> Table = NativeFunctions.Table([
        .. Getters(
            ("Date", p => p.Day),
            ("Day", p => p.Weekday),
            ("FullYear", p => p.Year),
            ("Hours", p => p.Hours),
            ("Milliseconds", p => p.Milliseconds),
            ("Minutes", p => p.Minutes),
            ("Month", p => p.Month),
            ("Seconds", p => p.Seconds)
        ),
        .. Setters(
            ("Date", 1, (p, n) => p with { Day = n[0] }),
            ("FullYear", 3, (p, n) => p with { Year = n[0], Month = Or(n, 1, p.Month), Day = Or(n, 2, p.Day) }),
            (
                "Hours",
                4,
                (p, n) =>
                    p with
                    {
                        Hours = n[0],
                        Minutes = Or(n, 1, p.Minutes),
                        Seconds = Or(n, 2, p.Seconds),
                        Milliseconds = Or(n, 3, p.Milliseconds),
                    }
            ),
            ("Milliseconds", 1, (p, n) => p with { Milliseconds = n[0] }),
            (
                "Minutes",
                3,
                (p, n) =>
                    p with
                    {
                        Minutes = n[0],
                        Seconds = Or(n, 1, p.Seconds),
                        Milliseconds = Or(n, 2, p.Milliseconds),
                    }
            ),
            ("Month", 2, (p, n) => p with { Month = n[0], Day = Or(n, 1, p.Day) }),
            ("Seconds", 2, (p, n) => p with { Seconds = n[0], Milliseconds = Or(n, 1, p.Milliseconds) })
        ),
        ("getTime", 0, On((_, date, _) => date.Time)),
        ("getTimezoneOffset", 0, On((_, date, _) => double.IsNaN(date.Time) ? double.NaN : 0.0)),
        ("setTime", 1, On((run, date, a) => date.Time = DateMath.Clip(Operators.ToNumber(run, a.At(0))))),
        ("toDateString", 0, On((_, date, _) => DateText.Day(date.Time))),
        ("toISOString", 0, On(ToIso)),
        ("toJSON", 1, On((run, date, a) => double.IsNaN(date.Time) ? null : ToIso(run, date, a))),
        ("toString", 0, On((_, date, _) => DateText.Full(date.Time))),
        ("toTimeString", 0, On((_, date, _) => DateText.TimeOfDay(date.Time))),
        ("toUTCString", 0, On((_, date, _) => DateText.Utc(date.Time))),
        ("valueOf", 0, On((_, date, _) => date.Time)),
    ]);

    private static IEnumerable<(string, int, Native)> Getters(
        params (string Part, Func<Parts, double> Read)[] getters
    ) =>
        from getter in getters
        from zone in Zones
        select ($"get{zone}{getter.Part}", 0, On((_, date, _) => Read(date, getter.Read)));

    private static IEnumerable<(string, int, Native)> Setters(
        params (string Part, int Length, Change Change)[] setters
    ) =>
        from setter in setters
        from zone in Zones
        select ($"set{zone}{setter.Part}", setter.Length, On((run, date, a) => Write(run, date, a, setter)));

    private static double Read(JsDate date, Func<Parts, double> read) =>
        double.IsNaN(date.Time) ? double.NaN : read(DateMath.Split(date.Time));

    private static object Write(
        Run run,
        JsDate date,
        object?[] arguments,
        (string Part, int Length, Change Change) setter
    )
    {
        var given = arguments
            .Take(setter.Length)
            .Select(a => Operators.ToNumber(run, a))
            .DefaultIfEmpty(double.NaN)
            .ToArray();
        if (double.IsNaN(date.Time) && setter.Part != "FullYear")
        {
            return double.NaN;
        }

        var parts = DateMath.Split(double.IsNaN(date.Time) ? 0 : date.Time);
        date.Time = DateMath.Join(setter.Change(parts, given));
        return date.Time;
    }

    private static double Or(double[] given, int index, double missing) =>
        index < given.Length ? given[index] : missing;

    private static object ToIso(Run run, JsDate date, object?[] arguments) =>
        double.IsNaN(date.Time) ? throw run.RangeError("Invalid time value") : DateText.Iso(date.Time);

    private static Native On(Func<Run, JsDate, object?[], object?> method) =>
        (run, self, arguments) =>
            self is JsDate date
                ? method(run, date, arguments)
                : throw run.TypeError("A method of Date was called on something else");
}
