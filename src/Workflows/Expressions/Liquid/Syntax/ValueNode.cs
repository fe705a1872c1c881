namespace CaseFlow.Workflows.Expressions.Liquid.Syntax;

/// <summary>Something that has a value without filters.</summary>
internal abstract record ValueNode(Place Place);

/// <summary>Null, a bool, a text, a decimal, or one of <see cref="Keyword"/>.</summary>
internal sealed record LiteralNode(Place Place, object? Value) : ValueNode(Place);

/// <summary>The words that stand for a kind of value instead of a value.</summary>
internal enum Keyword
{
    Empty,
    Blank,
}

/// <summary><c>(from..to)</c>, both ends included.</summary>
internal sealed record RangeNode(Place Place, ValueNode From, ValueNode To) : ValueNode(Place);

/// <summary>A name and the way from there: <c>a.b["c"][d]</c>.</summary>
internal sealed record PathNode(Place Place, IReadOnlyList<PathStep> Steps) : ValueNode(Place);

/// <summary>One step of a path: a fixed <paramref name="Name"/>, or an <paramref name="Index"/> known only when rendering.</summary>
internal sealed record PathStep(Place Place, string? Name, ValueNode? Index);

/// <summary>A value and the filters it goes through.</summary>
internal sealed record Pipeline(Place Place, ValueNode Input, IReadOnlyList<FilterCall> Filters);

internal sealed record FilterCall(
    Place Place,
    string Name,
    IReadOnlyList<ValueNode> Arguments,
    IReadOnlyList<KeyValuePair<string, ValueNode>> NamedArguments
);

/// <summary>
/// Comparisons joined by <c>and</c> / <c>or</c>. There are no brackets and no precedence: everything to the right of a
/// joiner belongs to it, so <c>a and b or c</c> is <c>a and (b or c)</c>.
/// </summary>
/// <param name="Parts">One comparison more than there are joiners.</param>
/// <param name="Joiners">True for <c>and</c>, false for <c>or</c>.</param>
internal sealed record Condition(IReadOnlyList<Comparison> Parts, IReadOnlyList<bool> Joiners);

/// <summary>Two values and an operator; without a right one the left value's truth decides.</summary>
internal sealed record Comparison(Place Place, ValueNode Left, ComparisonOperator Operator, ValueNode? Right);

internal enum ComparisonOperator
{
    Truthy,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Contains,
}
