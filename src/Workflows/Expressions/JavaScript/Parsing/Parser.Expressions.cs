using CaseFlow.Workflows.Expressions.JavaScript.Syntax;

namespace CaseFlow.Workflows.Expressions.JavaScript.Parsing;

internal sealed partial class Parser
{
    /// <summary>One expression, or several with commas between them.</summary>
    private Expression ParseExpression()
    {
        var at = current.At;
        var first = ParseAssignment();
        if (!current.Is(","))
        {
            return first;
        }

        var items = new List<Expression> { first };
        while (TryTake(","))
        {
            items.Add(ParseAssignment());
        }

        return new Sequence(at, items);
    }

    private Expression ParseAssignmentWithIn()
    {
        var outer = withoutIn;
        withoutIn = false;
        var value = ParseAssignment();
        withoutIn = outer;
        return value;
    }

    private Expression ParseAssignment()
    {
        var at = current.At;
        Enter(at);
        var value = ParseAssignmentInside(at);
        Leave();
        return value;
    }

    private Expression ParseAssignmentInside(Position at)
    {
        arrowMayStart = current.Start;
        if (current.Kind == TokenKind.Word && !Words.Reserved.Contains(current.Text))
        {
            var next = Peek();
            if (next.Is("=>"))
            {
                var parameter = new NamePattern(at, Advance().Text);
                return ParseArrow(at, [parameter], null);
            }

            RefuseAsync(next);
        }

        var left = ParseConditional();
        if (left is Call { Callee: Name { Text: "async" } } && current.Is("=>"))
        {
            throw Waiting(at);
        }

        if (current.Kind != TokenKind.Punctuator || !Words.AssignmentOperators.Contains(current.Text))
        {
            return left;
        }

        var operatorToken = current;
        if (Words.BitOperators.Contains(operatorToken.Text))
        {
            ReportBits(operatorToken);
        }

        var target = operatorToken.Text == "=" ? ToPattern(left) : ToSimpleTarget(left);
        Advance();
        return new Assignment(at, operatorToken.Text[..^1], target, ParseAssignment());
    }

    private Pattern ToSimpleTarget(Expression left) => left is Name or Member ? ToPattern(left) : throw NoTarget(left);

    private void RefuseAsync(Token next)
    {
        if (current.IsWord("async") && !next.AfterNewLine && (next.IsWord("function") || next.Kind == TokenKind.Word))
        {
            throw Waiting(current.At);
        }
    }

    private static ParseFailure Waiting(Position at) =>
        Unsupported("async", "Waiting inside a script is not supported; let the workflow wait.", at);

    private Expression ParseConditional()
    {
        var at = current.At;
        var test = ParseBinary(0);
        if (IsBareArrow(test) || !TryTake("?"))
        {
            return test;
        }

        var then = ParseAssignmentWithIn();
        Take(":");
        return new Conditional(at, test, then, ParseAssignment());
    }

    private Expression ParseBinary(int floor)
    {
        var at = current.At;
        var left = ParseUnary();
        while (
            !IsBareArrow(left)
            && BinaryOperator() is { } found
            && Words.Precedence[found] is var precedence
            && precedence > floor
        )
        {
            var token = Advance();
            if (Words.BitOperators.Contains(found))
            {
                ReportBits(token);
            }
            else if (found == "instanceof")
            {
                Report("instanceof", "instanceof is not supported; test a member, or use Array.isArray.", token.At);
            }

            // ** binds from the right.
            var right = ParseBinary(found == "**" ? precedence - 1 : precedence);
            left = Join(at, found, left, right, token.At);
        }

        return left;
    }

    private string? BinaryOperator() =>
        current.Kind == TokenKind.Punctuator && Words.Precedence.ContainsKey(current.Text) ? current.Text
        : current.IsWord("instanceof") || (current.IsWord("in") && !withoutIn) ? current.Text
        : null;

    private Expression Join(Position at, string found, Expression left, Expression right, Position operatorAt)
    {
        if (found is not ("&&" or "||" or "??"))
        {
            return new Binary(at, found, left, right);
        }

        if (Mixes(found, left) || Mixes(found, right))
        {
            throw Fail("?? beside && or || needs brackets.", operatorAt);
        }

        return new Logical(at, found, left, right);
    }

    private bool Mixes(string found, Expression side) =>
        side is Logical inner && !bracketed.Contains(side) && (found == "??") != (inner.Operator == "??");

    private void ReportBits(Token token) =>
        Report("bits", $"The bit operator {token.Text} is not supported; use && and || or Math.", token.At);

    private Expression ParseUnary()
    {
        var at = current.At;
        if (current.IsWord("await"))
        {
            throw Waiting(at);
        }

        if (current.IsWord("yield"))
        {
            throw Unsupported("generator", "Generators are not supported; return a list.", at);
        }

        if (current.Is("++") || current.Is("--"))
        {
            var isIncrement = Advance().Is("++");
            Enter(at);
            var target = ParseUnary();
            Leave();
            return new Update(at, isIncrement, IsPrefix: true, CheckedTarget(target));
        }

        var isUnary = current.Kind switch
        {
            TokenKind.Punctuator => current.Text is "!" or "-" or "+" or "~",
            TokenKind.Word => current.Text is "typeof" or "void" or "delete",
            _ => false,
        };
        if (!isUnary)
        {
            return ParsePostfix();
        }

        if (current.Is("~"))
        {
            ReportBits(current);
        }

        var name = Advance().Text;
        Enter(at);
        var operand = ParseUnary();
        Leave();
        if (current.Is("**"))
        {
            throw Fail("A sign before ** needs brackets.", at);
        }

        if (name == "delete" && operand is not (Member or OptionalChain))
        {
            throw Fail("Only a member can be deleted.", at);
        }

        return new Unary(at, name, operand);
    }

    private Expression ParsePostfix()
    {
        var at = current.At;
        var target = ParseChain();
        if (IsBareArrow(target) || current.AfterNewLine || !(current.Is("++") || current.Is("--")))
        {
            return target;
        }

        return new Update(at, Advance().Is("++"), IsPrefix: false, CheckedTarget(target));
    }

    private Expression CheckedTarget(Expression target)
    {
        ToSimpleTarget(target);
        return target;
    }
}
