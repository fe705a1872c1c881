using CaseFlow.Workflows.Expressions.JavaScript.Evaluation;
using CaseFlow.Workflows.Expressions.JavaScript.Values;

namespace CaseFlow.Workflows.Expressions.JavaScript.Functions;

/// <summary><c>Math</c>. Its random numbers are those of the burst, so that a replay sees the same.</summary>
internal static class MathFunctions
{
    public static readonly JsObject Namespace = NativeFunctions.Namespace([
        .. NativeFunctions.Members(
            ("abs", 1, Of(n => Math.Abs(n))),
            ("acos", 1, Of(Math.Acos)),
            ("asin", 1, Of(Math.Asin)),
            ("atan", 1, Of(Math.Atan)),
            ("atan2", 2, Of(Math.Atan2)),
            ("cbrt", 1, Of(CubeRoot)),
            ("ceil", 1, Of(n => Math.Ceiling(n))),
            ("cos", 1, Of(Math.Cos)),
            ("exp", 1, Of(Math.Exp)),
            ("floor", 1, Of(n => Math.Floor(n))),
            ("hypot", 2, Hypot),
            ("log", 1, Of(n => Math.Log(n))),
            ("log10", 1, Of(Math.Log10)),
            ("log2", 1, Of(Math.Log2)),
            ("max", 2, (run, _, a) => Extreme(run, a, double.NegativeInfinity, Math.Max)),
            ("min", 2, (run, _, a) => Extreme(run, a, double.PositiveInfinity, Math.Min)),
            ("pow", 2, Of(Operators.Power)),
            ("random", 0, (run, _, _) => run.Surroundings.Scope.NextRandom()),
            ("round", 1, Of(Round)),
            ("sign", 1, Of(n => double.IsNaN(n) || n == 0 ? n : Math.Sign(n))),
            ("sin", 1, Of(Math.Sin)),
            ("sqrt", 1, Of(Math.Sqrt)),
            ("tan", 1, Of(Math.Tan)),
            ("trunc", 1, Of(n => Math.Truncate(n)))
        ),
        new("E", Math.E),
        new("LN10", 2.302585092994046),
        new("LN2", 0.6931471805599453),
        new("LOG10E", 0.4342944819032518),
        new("LOG2E", 1.4426950408889634),
        new("PI", Math.PI),
        new("SQRT1_2", 0.7071067811865476),
        new("SQRT2", 1.4142135623730951),
    ]);

    private static Native Of(Func<double, double> function) =>
        (run, _, arguments) => function(Operators.ToNumber(run, arguments.At(0)));

    private static Native Of(Func<double, double, double> function) =>
        (run, _, arguments) =>
            function(Operators.ToNumber(run, arguments.At(0)), Operators.ToNumber(run, arguments.At(1)));

    // The platform's function misses the last digit now and then, even of whole roots; one step of Newton's mends that.
    private static double CubeRoot(double number)
    {
        var root = Math.Cbrt(number);
        var isPlain = double.IsFinite(root) && root != 0;
        return isPlain ? root - (root * root * root - number) / (3 * root * root) : root;
    }

    // Halves go up, also below zero, and what rounds to zero from below is minus zero.
    private static double Round(double number)
    {
        var floor = Math.Floor(number);
        var rounded = number - floor >= 0.5 ? floor + 1 : floor;
        return rounded == 0 && number < 0 ? -0.0 : rounded;
    }

    private static object? Extreme(Run run, object?[] arguments, double start, Func<double, double, double> better)
    {
        run.Charge(arguments.Length);
        var result = start;
        foreach (var argument in arguments)
        {
            result = better(result, Operators.ToNumber(run, argument));
        }

        return result;
    }

    private static object? Hypot(Run run, object? self, object?[] arguments)
    {
        run.Charge(arguments.Length);
        var sum = arguments.Select(a => Operators.ToNumber(run, a)).Aggregate(0.0, (all, n) => all + n * n);
        return Math.Sqrt(sum);
    }
}
