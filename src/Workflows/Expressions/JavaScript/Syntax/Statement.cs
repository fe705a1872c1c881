namespace CaseFlow.Workflows.Expressions.JavaScript.Syntax;

internal abstract record Statement(Position At) : Node(At);

internal sealed record ExpressionStatement(Position At, Expression Value) : Statement(At);

internal enum DeclarationKind
{
    Var,
    Let,
    Const,
    Function,
    Parameter,
}

internal sealed record Declaration(Position At, DeclarationKind Kind, IReadOnlyList<Declarator> Declarators)
    : Statement(At);

internal sealed record Declarator(Position At, Pattern Target, Expression? Value) : Node(At);

internal sealed record FunctionDeclaration(Position At, string FunctionName, FunctionExpression Function)
    : Statement(At);

internal sealed record Block(Position At, IReadOnlyList<Statement> Statements) : Statement(At);

internal sealed record Empty(Position At) : Statement(At);

internal sealed record If(Position At, Expression Test, Statement Then, Statement? Else) : Statement(At);

internal sealed record For(Position At, Statement? First, Expression? Test, Expression? Next, Statement Body)
    : Statement(At);

/// <summary>A loop over items (<c>of</c>) or names (<c>in</c>); without kind the target is assigned, not declared.</summary>
internal sealed record ForEach(
    Position At,
    DeclarationKind? Kind,
    Pattern Target,
    bool OverNames,
    Expression Source,
    Statement Body
) : Statement(At);

internal sealed record While(Position At, Expression Test, Statement Body) : Statement(At);

internal sealed record DoWhile(Position At, Statement Body, Expression Test) : Statement(At);

internal sealed record Switch(Position At, Expression Subject, IReadOnlyList<SwitchCase> Cases) : Statement(At);

/// <summary>One <c>case</c>; without test it is the <c>default</c>.</summary>
internal sealed record SwitchCase(Position At, Expression? Test, IReadOnlyList<Statement> Body) : Node(At);

internal sealed record Break(Position At) : Statement(At);

internal sealed record Continue(Position At) : Statement(At);

internal sealed record Return(Position At, Expression? Value) : Statement(At);

internal sealed record Throw(Position At, Expression Value) : Statement(At);

internal sealed record Try(Position At, Block Body, Pattern? Caught, Block? Handler, Block? Finally) : Statement(At);
