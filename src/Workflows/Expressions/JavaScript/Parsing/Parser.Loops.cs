using CaseFlow.Workflows.Expressions.JavaScript.Syntax;

namespace CaseFlow.Workflows.Expressions.JavaScript.Parsing;

internal sealed partial class Parser
{
    private Statement ParseLoopBody()
    {
        loops++;
        var body = ParseNested();
        loops--;
        return body;
    }

    private DoWhile ParseDoWhile(Position at)
    {
        Advance();
        var body = ParseLoopBody();
        TakeWord("while");
        var test = ParseInBrackets();
        TryTake(";");
        return new(at, body, test);
    }

    private Statement ParseFor(Position at)
    {
        Advance();
        if (current.IsWord("await"))
        {
            throw Waiting(current.At);
        }

        Take("(");
        var first = ParseForHead();
        if (current.IsWord("of") || current.IsWord("in"))
        {
            return ParseForEach(at, first);
        }

        Take(";");
        var test = current.Is(";") ? null : ParseExpression();
        Take(";");
        var next = current.Is(")") ? null : ParseExpression();
        Take(")");
        return new For(at, first, test, next, ParseLoopBody());
    }

    private Statement? ParseForHead()
    {
        if (current.Is(";"))
        {
            return null;
        }

        var outer = withoutIn;
        withoutIn = true;
        Statement head =
            current.IsWord("var") || current.IsWord("let") || current.IsWord("const")
                ? ParseDeclaration()
                : new ExpressionStatement(current.At, ParseExpression());
        withoutIn = outer;
        return head;
    }

    private ForEach ParseForEach(Position at, Statement? head)
    {
        var overNames = Advance().Text == "in";
        var (kind, target) = head switch
        {
            Declaration { Declarators: [{ Value: null } only] } declaration => (
                (DeclarationKind?)declaration.Kind,
                only.Target
            ),
            ExpressionStatement { Value: var value } => (null, ToPattern(value)),
            _ => throw Fail("A loop over items declares one name, without a value.", at),
        };
        var source = overNames ? ParseExpression() : ParseAssignment();
        Take(")");
        return new(at, kind, target, overNames, source, ParseLoopBody());
    }
}
