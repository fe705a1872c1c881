using CaseFlow.Workflows.Expressions.JavaScript.Syntax;

namespace CaseFlow.Workflows.Expressions.JavaScript.Parsing;

internal sealed partial class Parser
{
    private If ParseIf(Position at)
    {
        Advance();
        var test = ParseInBrackets();
        var then = ParseNested();
        return new(at, test, then, TryTakeWord("else") ? ParseNested() : null);
    }

    private Switch ParseSwitch(Position at)
    {
        Advance();
        var subject = ParseInBrackets();
        Take("{");
        switches++;
        var cases = new List<SwitchCase>();
        while (!TryTake("}"))
        {
            var caseAt = current.At;
            Expression? test = null;
            if (TryTakeWord("case"))
            {
                test = ParseExpression();
            }
            else
            {
                TakeWord("default");
                if (cases.Exists(c => c.Test is null))
                {
                    throw Fail("A switch has one default only.", caseAt);
                }
            }

            Take(":");
            var body = new List<Statement>();
            while (!current.IsWord("case") && !current.IsWord("default") && !current.Is("}"))
            {
                body.Add(ParseStatement());
            }

            cases.Add(new(caseAt, test, body));
        }

        switches--;
        return new(at, subject, cases);
    }

    private Return ParseReturn(Position at)
    {
        Advance();
        var isBare = current.AfterNewLine || current.Is(";") || current.Is("}") || current.Kind == TokenKind.End;
        var value = isBare ? null : ParseExpression();
        EndStatement();
        return new(at, value);
    }

    private Statement ParseJump(Position at)
    {
        var isBreak = Advance().Text == "break";
        if (current.Kind == TokenKind.Word && !current.AfterNewLine && !Words.Reserved.Contains(current.Text))
        {
            throw Unsupported(
                "label",
                "Labels are not supported; put the loop into a function and return.",
                current.At
            );
        }

        if (loops == 0 && (!isBreak || switches == 0))
        {
            throw Fail(isBreak ? "Nothing to break out of." : "No loop to continue.", at);
        }

        EndStatement();
        return isBreak ? new Break(at) : new Continue(at);
    }

    private Throw ParseThrow(Position at)
    {
        Advance();
        if (current.AfterNewLine)
        {
            throw Fail("What is thrown must stand on the line of the throw.", at);
        }

        var value = ParseExpression();
        EndStatement();
        return new(at, value);
    }

    private Try ParseTry(Position at)
    {
        Advance();
        var body = ParseBlock();
        Pattern? caught = null;
        Block? handler = null;
        if (TryTakeWord("catch"))
        {
            if (TryTake("("))
            {
                caught = ParseBindingPattern();
                Take(")");
            }

            handler = ParseBlock();
        }

        var last = TryTakeWord("finally") ? ParseBlock() : null;
        if (handler is null && last is null)
        {
            throw Fail("A try needs a catch or a finally.", at);
        }

        return new(at, body, caught, handler, last);
    }
}
