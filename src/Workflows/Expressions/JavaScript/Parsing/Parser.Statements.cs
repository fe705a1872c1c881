using CaseFlow.Workflows.Expressions.JavaScript.Syntax;

namespace CaseFlow.Workflows.Expressions.JavaScript.Parsing;

internal sealed partial class Parser
{
    private Statement ParseStatement()
    {
        var at = current.At;
        Enter(at);
        var statement = current.Kind switch
        {
            TokenKind.Punctuator when current.Is("{") => ParseBlock(),
            TokenKind.Punctuator when current.Is(";") => ParseEmpty(),
            TokenKind.Word => ParseWordStatement(at),
            _ => ParseExpressionStatement(at),
        };
        Leave();
        return statement;
    }

    private Statement ParseWordStatement(Position at)
    {
        switch (current.Text)
        {
            case "var" or "let" or "const":
                var declaration = ParseDeclaration();
                EndStatement();
                return declaration;
            case "function":
                return ParseFunctionDeclaration(at);
            case "if":
                return ParseIf(at);
            case "for":
                return ParseFor(at);
            case "while":
                Advance();
                var test = ParseInBrackets();
                return new While(at, test, ParseLoopBody());
            case "do":
                return ParseDoWhile(at);
            case "switch":
                return ParseSwitch(at);
            case "return":
                return ParseReturn(at);
            case "break" or "continue":
                return ParseJump(at);
            case "throw":
                return ParseThrow(at);
            case "try":
                return ParseTry(at);
            default:
                RefuseStatement(at);
                return ParseExpressionStatement(at);
        }
    }

    private void RefuseStatement(Position at)
    {
        switch (current.Text)
        {
            case "class":
                throw Unsupported("class", "Classes are not supported; use functions and plain objects.", at);
            case "import" or "export":
                throw Unsupported("module", "Modules are not supported; everything at hand needs no import.", at);
            case "with":
                throw Unsupported("with", "The with statement is not supported.", at);
            case "debugger":
                throw Unsupported("debugger", "The debugger statement is not supported.", at);
            case "enum" or "else" or "case" or "default" or "catch" or "finally" or "extends":
                throw Unexpected();
        }

        if (Peek().Is(":") && !Words.Reserved.Contains(current.Text))
        {
            throw Unsupported(
                "label",
                "Labels are not supported. If this should be an object as the result, write it in brackets: ({ … }).",
                at
            );
        }
    }

    private ExpressionStatement ParseExpressionStatement(Position at)
    {
        var value = ParseExpression();
        EndStatement();
        return new(at, value);
    }

    private Empty ParseEmpty() => new(Advance().At);

    private Block ParseBlock()
    {
        var at = Take("{").At;
        var statements = new List<Statement>();
        while (!current.Is("}"))
        {
            if (current.Kind == TokenKind.End)
            {
                throw Fail("This block is never closed.", at);
            }

            statements.Add(ParseStatement());
        }

        Advance();
        return new(at, statements);
    }

    private Declaration ParseDeclaration()
    {
        var word = Advance();
        var kind = word.Text switch
        {
            "var" => DeclarationKind.Var,
            "let" => DeclarationKind.Let,
            _ => DeclarationKind.Const,
        };
        var declarators = new List<Declarator>();
        do
        {
            var at = current.At;
            var target = ParseBindingPattern();
            var value = TryTake("=") ? ParseAssignment() : null;
            declarators.Add(new(at, target, value));
        } while (TryTake(","));

        var inLoopHead = current.IsWord("of") || current.IsWord("in");
        if (!inLoopHead && declarators.Find(d => d.Value is null && NeedsValue(kind, d.Target)) is { } missing)
        {
            throw Fail("This declaration needs a value.", missing.At);
        }

        return new(word.At, kind, declarators);
    }

    private static bool NeedsValue(DeclarationKind kind, Pattern target) =>
        kind == DeclarationKind.Const || target is not NamePattern;

    private FunctionDeclaration ParseFunctionDeclaration(Position at)
    {
        Advance();
        RefuseGenerator();
        var name = TakeName("a function");
        return new(at, name, ParseFunctionRest(at, name));
    }

    private If ParseIf(Position at)
    {
        Advance();
        var test = ParseInBrackets();
        var then = ParseNested();
        return new(at, test, then, TryTakeWord("else") ? ParseNested() : null);
    }

    /// <summary>A statement in a place where a declaration would have no scope.</summary>
    private Statement ParseNested()
    {
        if (current.IsWord("let") || current.IsWord("const") || current.IsWord("function"))
        {
            throw Fail("A declaration needs braces around it here.", current.At);
        }

        return ParseStatement();
    }

    private Expression ParseInBrackets()
    {
        Take("(");
        var value = ParseExpression();
        Take(")");
        return value;
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
