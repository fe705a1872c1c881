namespace CaseFlow.Workflows.Expressions.JavaScript.Syntax;

/// <summary>What can stand on the left of <c>=</c>, in a declaration, or as a parameter.</summary>
internal abstract record Pattern(Position At) : Node(At);

internal sealed record NamePattern(Position At, string Text) : Pattern(At);

internal sealed record MemberPattern(Position At, Member Target) : Pattern(At);

/// <summary><c>target = value</c> where the value stands in for undefined.</summary>
internal sealed record DefaultPattern(Position At, Pattern Target, Expression Value) : Pattern(At);

/// <summary><c>[a, , b, ...rest]</c>; a null item skips one.</summary>
internal sealed record ArrayPattern(Position At, IReadOnlyList<Pattern?> Items, Pattern? Rest) : Pattern(At);

internal sealed record ObjectPattern(Position At, IReadOnlyList<PatternMember> Members, Pattern? Rest) : Pattern(At);

internal sealed record PatternMember(Position At, Expression Key, Pattern Target) : Node(At);
