namespace CaseFlow.Workflows.Expressions.Liquid.Syntax;

/// <summary>One piece of a template: text, output, or a tag with what it encloses.</summary>
internal abstract record LiquidNode(Place Place);

internal sealed record TextNode(Place Place, string Text) : LiquidNode(Place);

internal sealed record OutputNode(Place Place, Pipeline Value) : LiquidNode(Place);

internal sealed record AssignNode(Place Place, string Name, Pipeline Value) : LiquidNode(Place);

internal sealed record CaptureNode(Place Place, string Name, IReadOnlyList<LiquidNode> Body) : LiquidNode(Place);

/// <summary><c>if</c> and <c>unless</c>: the first branch whose condition holds is rendered.</summary>
internal sealed record IfNode(
    Place Place,
    IReadOnlyList<ConditionalBranch> Branches,
    IReadOnlyList<LiquidNode>? Otherwise
) : LiquidNode(Place);

/// <summary>A condition and what it guards; negated in the first branch of an <c>unless</c>.</summary>
internal sealed record ConditionalBranch(Condition Condition, bool Negated, IReadOnlyList<LiquidNode> Body);

internal sealed record CaseNode(
    Place Place,
    ValueNode Subject,
    IReadOnlyList<WhenBranch> Branches,
    IReadOnlyList<LiquidNode>? Otherwise
) : LiquidNode(Place);

internal sealed record WhenBranch(IReadOnlyList<ValueNode> Values, IReadOnlyList<LiquidNode> Body);

internal sealed record ForNode(
    Place Place,
    string Variable,
    ValueNode Source,
    ForOptions Options,
    IReadOnlyList<LiquidNode> Body,
    IReadOnlyList<LiquidNode>? Otherwise
) : LiquidNode(Place);

/// <summary>What of the list is walked: first the offset is skipped, then the limit taken, then the rest reversed.</summary>
internal sealed record ForOptions(ValueNode? Limit, ValueNode? Offset, bool Reversed);

internal sealed record BreakNode(Place Place) : LiquidNode(Place);

internal sealed record ContinueNode(Place Place) : LiquidNode(Place);

/// <summary>Prints one value after another, turn by turn. Without a group, cycles of equal source text share their turn.</summary>
internal sealed record CycleNode(Place Place, ValueNode? Group, string Key, IReadOnlyList<ValueNode> Values)
    : LiquidNode(Place);

/// <summary><c>increment</c> prints, then adds; <c>decrement</c> subtracts, then prints.</summary>
internal sealed record CounterNode(Place Place, string Name, bool Up) : LiquidNode(Place);
