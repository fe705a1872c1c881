namespace CaseFlow.Workflows.Expressions.JavaScript.Syntax;

internal abstract record Expression(Position At) : Node(At);

internal sealed record Literal(Position At, object? Value) : Expression(At);

/// <summary>A template string: one more text than values, in turns.</summary>
internal sealed record TemplateText(Position At, IReadOnlyList<string> Texts, IReadOnlyList<Expression> Values)
    : Expression(At);

internal sealed record RegexLiteral(Position At, string Pattern, string Flags) : Expression(At);

internal sealed record Name(Position At, string Text) : Expression(At);

internal sealed record This(Position At) : Expression(At);

/// <summary>A list in brackets; a null item is a hole.</summary>
internal sealed record ArrayLiteral(Position At, IReadOnlyList<Expression?> Items) : Expression(At);

/// <summary><c>...value</c>; stands only in lists, objects, arguments, and in brackets that turn out to be parameters.</summary>
internal sealed record Spread(Position At, Expression Value) : Expression(At);

internal sealed record ObjectLiteral(Position At, IReadOnlyList<ObjectMember> Members) : Expression(At);

/// <summary>
/// A member of an object literal; without key it is a spread. The shorthand default, <c>{ a = 1 }</c>, is legal only
/// when the literal turns out to be a pattern.
/// </summary>
internal sealed record ObjectMember(
    Position At,
    Expression? Key,
    Expression Value,
    bool IsComputed = false,
    bool IsShorthandDefault = false
) : Node(At);

/// <summary>A function of any form. An arrow with an expression body holds one return statement.</summary>
internal sealed record FunctionExpression(
    Position At,
    string? FunctionName,
    IReadOnlyList<Pattern> Parameters,
    Pattern? Rest,
    IReadOnlyList<Statement> Body,
    bool IsArrow
) : Expression(At);

internal sealed record Unary(Position At, string Operator, Expression Operand) : Expression(At);

/// <summary><c>++</c> and <c>--</c>.</summary>
internal sealed record Update(Position At, bool IsIncrement, bool IsPrefix, Expression Target) : Expression(At);

internal sealed record Binary(Position At, string Operator, Expression Left, Expression Right) : Expression(At);

/// <summary><c>&amp;&amp;</c>, <c>||</c> and <c>??</c>: the right side may never run.</summary>
internal sealed record Logical(Position At, string Operator, Expression Left, Expression Right) : Expression(At);

internal sealed record Conditional(Position At, Expression Test, Expression Then, Expression Else) : Expression(At);

/// <summary>An assignment; <paramref name="Operator"/> is the part before <c>=</c>, empty for the plain one.</summary>
internal sealed record Assignment(Position At, string Operator, Pattern Target, Expression Value) : Expression(At);

internal sealed record Sequence(Position At, IReadOnlyList<Expression> Items) : Expression(At);

/// <summary><c>target.name</c> or, computed, <c>target[key]</c>.</summary>
internal sealed record Member(Position At, Expression Target, Expression Key, bool IsComputed, bool IsOptional)
    : Expression(At);

internal sealed record Call(Position At, Expression Callee, IReadOnlyList<Expression> Arguments, bool IsOptional)
    : Expression(At);

/// <summary>The whole of a chain with at least one <c>?.</c> in it; a missing link ends the chain.</summary>
internal sealed record OptionalChain(Position At, Expression Value) : Expression(At);

/// <summary><c>new</c> of one of the built-in kinds.</summary>
internal sealed record New(Position At, Name Kind, IReadOnlyList<Expression> Arguments) : Expression(At);
