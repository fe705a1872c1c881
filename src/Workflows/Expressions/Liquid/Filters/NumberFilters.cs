using CaseFlow.Workflows.Expressions.Liquid.Rendering;

namespace CaseFlow.Workflows.Expressions.Liquid.Filters;

/// <summary>Arithmetic in decimal, so that money comes out exact.</summary>
internal static class NumberFilters
{
    public static object Plus(object? input, LiquidArguments arguments, LiquidContext context) =>
        context.Number(input) + context.Number(arguments[0]);

    public static object Minus(object? input, LiquidArguments arguments, LiquidContext context) =>
        context.Number(input) - context.Number(arguments[0]);

    public static object Times(object? input, LiquidArguments arguments, LiquidContext context) =>
        context.Number(input) * context.Number(arguments[0]);

    /// <summary>Rounds down to an integer when the divisor is one; write the divisor as <c>2.0</c> to keep the fraction.</summary>
    public static object DividedBy(object? input, LiquidArguments arguments, LiquidContext context)
    {
        var divisor = NotZero(arguments[0], context);
        var quotient = context.Number(input) / divisor;
        return divisor.Scale == 0 ? decimal.Floor(quotient) : quotient;
    }

    /// <summary>The remainder has the sign of the input.</summary>
    public static object Modulo(object? input, LiquidArguments arguments, LiquidContext context) =>
        context.Number(input) % NotZero(arguments[0], context);

    private static decimal NotZero(object? value, LiquidContext context) =>
        context.Number(value) is var number && number != 0
            ? number
            : throw context.Error("Nothing can be divided by 0.");

    /// <summary>Exact halves go to the even neighbour.</summary>
    public static object Round(object? input, LiquidArguments arguments, LiquidContext context)
    {
        var number = context.Number(input);
        var digits = context.Integer(arguments[0]);
        if (digits >= 0)
        {
            return Math.Round(number, Math.Min(digits, 28), MidpointRounding.ToEven);
        }

        var unit = 1m;
        for (; digits < 0 && Math.Abs(number) >= unit; digits++)
        {
            unit *= 10;
        }

        return digits < 0 ? 0m : Math.Round(number / unit, MidpointRounding.ToEven) * unit;
    }

    public static object Floor(object? input, LiquidArguments arguments, LiquidContext context) =>
        decimal.Floor(context.Number(input));

    public static object Ceil(object? input, LiquidArguments arguments, LiquidContext context) =>
        decimal.Ceiling(context.Number(input));

    public static object Abs(object? input, LiquidArguments arguments, LiquidContext context) =>
        Math.Abs(context.Number(input));

    public static object AtLeast(object? input, LiquidArguments arguments, LiquidContext context) =>
        Math.Max(context.Number(input), context.Number(arguments[0]));

    public static object AtMost(object? input, LiquidArguments arguments, LiquidContext context) =>
        Math.Min(context.Number(input), context.Number(arguments[0]));
}
