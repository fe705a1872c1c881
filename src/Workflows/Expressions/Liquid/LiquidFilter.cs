using CaseFlow.Workflows.Expressions.Liquid.Rendering;

namespace CaseFlow.Workflows.Expressions.Liquid;

/// <summary>A filter: a pure function of its input, its arguments and the settings of the rendering.</summary>
/// <param name="input">A plain value or <see cref="LiquidMarkup"/>.</param>
/// <param name="arguments">What follows the colon.</param>
/// <param name="context">Settings and limits; a filter that does work per item or character charges it there.</param>
/// <returns>A plain value or <see cref="LiquidMarkup"/>.</returns>
public delegate object? LiquidFilter(object? input, LiquidArguments arguments, LiquidContext context);

/// <summary>The evaluated arguments of one filter call.</summary>
public sealed record LiquidArguments(
    IReadOnlyList<object?> Positional,
    IReadOnlyList<KeyValuePair<string, object?>> Named
)
{
    /// <summary>The argument at that place, from 0; null when there are fewer.</summary>
    public object? this[int index] => index < Positional.Count ? Positional[index] : null;

    /// <summary>How many positional arguments there are.</summary>
    public int Count => Positional.Count;

    /// <summary>The argument given as <c>name: value</c>; null when it is not given.</summary>
    public object? this[string name] => Named.LastOrDefault(pair => pair.Key == name).Value;
}
