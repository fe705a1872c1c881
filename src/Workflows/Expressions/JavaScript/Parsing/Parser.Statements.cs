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
}
