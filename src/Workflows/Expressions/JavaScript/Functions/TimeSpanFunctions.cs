using System.Collections.Frozen;
using System.Globalization;
using CaseFlow.Workflows.Expressions.JavaScript.Evaluation;
using CaseFlow.Workflows.Expressions.JavaScript.Values;

namespace CaseFlow.Workflows.Expressions.JavaScript.Functions;

/// <summary><c>TimeSpan</c>: makes the durations that delays and timers take.</summary>
internal static class TimeSpanFunctions
{
    public static readonly JsObject Namespace = NativeFunctions.Namespace([
        .. NativeFunctions.Members(
            ("FromDays", 1, (run, _, a) => From(run, a, TimeSpan.TicksPerDay)),
            ("FromHours", 1, (run, _, a) => From(run, a, TimeSpan.TicksPerHour)),
            ("FromMilliseconds", 1, (run, _, a) => From(run, a, TimeSpan.TicksPerMillisecond)),
            ("FromMinutes", 1, (run, _, a) => From(run, a, TimeSpan.TicksPerMinute)),
            ("FromSeconds", 1, (run, _, a) => From(run, a, TimeSpan.TicksPerSecond)),
            ("Parse", 1, (run, _, a) => Parse(run, Operators.ToText(run, a.At(0))))
        ),
        new("Zero", TimeSpan.Zero),
    ]);

    private static object From(Run run, object?[] arguments, long unit)
    {
        var ticks = Math.Round(Operators.ToNumber(run, arguments.At(0)) * unit);
        return Math.Abs(ticks) < long.MaxValue
            ? TimeSpan.FromTicks((long)ticks)
            : throw run.RangeError("The number makes no duration");
    }

    private static object Parse(Run run, string text) =>
        TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span)
            ? span
            : throw run.RangeError($"\"{text[..Math.Min(40, text.Length)]}\" is no duration");
}

/// <summary>What a script can read from a duration.</summary>
internal static class TimeSpanMethods
{
    private static readonly FrozenDictionary<string, NativeFunction> Table = NativeFunctions.Table(
        ("toString", 0, (run, self, _) => Operators.ToText(run, self)),
        ("toJSON", 0, (run, self, _) => Operators.ToText(run, self)),
        ("valueOf", 0, (run, self, _) => Operators.ToNumber(run, self))
    );

    public static object Member(TimeSpan span, string name) =>
        name switch
        {
            "Days" => (double)span.Days,
            "Hours" => (double)span.Hours,
            "Minutes" => (double)span.Minutes,
            "Seconds" => (double)span.Seconds,
            "TotalDays" => span.TotalDays,
            "TotalHours" => span.TotalHours,
            "TotalMinutes" => span.TotalMinutes,
            "TotalSeconds" => span.TotalSeconds,
            "TotalMilliseconds" => span.TotalMilliseconds,
            _ => Table.TryGetValue(name, out var method) ? method : Special.Undefined,
        };
}
