using CaseFlow.Workflows.Expressions.JavaScript.Syntax;

namespace CaseFlow.Workflows.Expressions.JavaScript.Evaluation;

/// <summary>Finds the names that a piece of a script declares.</summary>
internal static class Declarations
{
    /// <summary>The names in a pattern.</summary>
    public static IEnumerable<(string Text, Position At)> Names(Pattern? pattern) =>
        pattern switch
        {
            NamePattern name => [(name.Text, name.At)],
            DefaultPattern with => Names(with.Target),
            ArrayPattern list => list.Items.Append(list.Rest).SelectMany(Names),
            ObjectPattern literal => literal
                .Members.Select(m => (Pattern?)m.Target)
                .Append(literal.Rest)
                .SelectMany(Names),
            _ => [],
        };

    /// <summary>Names declared with var anywhere in a function, but not in functions inside it.</summary>
    public static IEnumerable<(string Text, Position At)> Vars(IEnumerable<Statement?> statements) =>
        statements.SelectMany(Vars);

    private static IEnumerable<(string Text, Position At)> Vars(Statement? statement) =>
        statement switch
        {
            Declaration { Kind: DeclarationKind.Var } declaration => declaration.Declarators.SelectMany(d =>
                Names(d.Target)
            ),
            Block block => Vars(block.Statements),
            If choice => Vars([choice.Then, choice.Else]),
            For loop => Vars([loop.First, loop.Body]),
            ForEach { Kind: DeclarationKind.Var } loop => Names(loop.Target).Concat(Vars(loop.Body)),
            ForEach loop => Vars(loop.Body),
            While loop => Vars(loop.Body),
            DoWhile loop => Vars(loop.Body),
            Switch choice => choice.Cases.SelectMany(c => Vars(c.Body)),
            Try attempt => Vars([attempt.Body, attempt.Handler, attempt.Finally]),
            _ => [],
        };
}
