using CaseFlow.Workflows.Expressions.JavaScript.Evaluation;
using CaseFlow.Workflows.Expressions.JavaScript.Values;

namespace CaseFlow.Workflows.Expressions.JavaScript.Functions;

/// <summary><c>Date</c>. The present is that of the burst, and the local time zone is UTC.</summary>
internal static class DateFunctions
{
    public static readonly NativeFunction Kind = new(
        "Date",
        7,
        (run, _, _) => DateText.Full(Now(run)),
        Make,
        NativeFunctions.Members(
            ("now", 0, (run, _, _) => Now(run)),
            ("parse", 1, (run, _, a) => DateParser.Parse(Short(run, Operators.ToText(run, a.At(0))))),
            ("UTC", 7, (run, _, a) => FromParts(run, a))
        )
    );

    public static double Now(Run run) => DateMath.FromMoment(run.Surroundings.Scope.Now);

    private static JsDate Make(Run run, object? self, object?[] arguments)
    {
        switch (arguments)
        {
            case []:
                return new JsDate(Now(run));
            case [JsDate other]:
                return new JsDate(other.Time);
            case [var value]:
                var primitive = Operators.ToPrimitive(run, value);
                return new JsDate(
                    primitive is string text
                        ? DateParser.Parse(Short(run, text))
                        : DateMath.Clip(Operators.ToNumber(run, primitive))
                );
            default:
                return new JsDate(FromParts(run, arguments));
        }
    }

    private static double FromParts(Run run, object?[] arguments)
    {
        double Part(int index, double missing) =>
            index < arguments.Length ? Operators.ToNumber(run, arguments[index]) : missing;

        var year = Part(0, double.NaN);
        // Two digits mean the last century.
        year = Math.Truncate(year) is >= 0 and <= 99 ? 1900 + Math.Truncate(year) : year;
        return DateMath.Join(new(year, Part(1, 0), Part(2, 1), Part(3, 0), Part(4, 0), Part(5, 0), Part(6, 0), 0));
    }

    // No date is longer, and the patterns need not look at more.
    private static string Short(Run run, string text)
    {
        run.Charge(4);
        return text.Length > 100 ? "" : text;
    }
}
