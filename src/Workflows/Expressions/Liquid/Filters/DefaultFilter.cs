using CaseFlow.Workflows.Expressions.Liquid.Rendering;
using CaseFlow.Workflows.Expressions.Liquid.Syntax;

namespace CaseFlow.Workflows.Expressions.Liquid.Filters;

internal static class DefaultFilter
{
    /// <summary>The argument in place of nothing, false or something empty; <c>allow_false: true</c> lets false stand.</summary>
    public static object? Default(object? input, LiquidArguments arguments, LiquidContext context)
    {
        var missing = input is false
            ? arguments["allow_false"] is not true
            : input is null || ValueComparison.AreEqual(input, Keyword.Empty, context);
        return missing ? arguments[0] : input;
    }
}
