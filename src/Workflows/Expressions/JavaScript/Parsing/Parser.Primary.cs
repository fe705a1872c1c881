using CaseFlow.Workflows.Expressions.JavaScript.Syntax;

namespace CaseFlow.Workflows.Expressions.JavaScript.Parsing;

internal sealed partial class Parser
{
    private Expression ParsePrimary()
    {
        var at = current.At;
        switch (current.Kind)
        {
            case TokenKind.Number:
                return new Literal(at, Advance().Number);
            case TokenKind.Text:
                return new Literal(at, Advance().Text);
            case TokenKind.Template:
                return ParseTemplate();
            case TokenKind.Word:
                return ParseWord(at);
            case TokenKind.Punctuator when current.Is("("):
                return ParseBracketedOrArrow();
            case TokenKind.Punctuator when current.Is("["):
                return ParseArray();
            case TokenKind.Punctuator when current.Is("{"):
                return ParseObject();
            case TokenKind.Punctuator when current.Is("/") || current.Is("/="):
                var (pattern, flags, end) = lexer.ScanRegex(current.Start);
                MoveTo(end);
                return new RegexLiteral(at, pattern, flags);
            default:
                throw Unexpected();
        }
    }

    private Expression ParseWord(Position at)
    {
        switch (current.Text)
        {
            case "null":
                Advance();
                return new Literal(at, null);
            case "true" or "false":
                return new Literal(at, Advance().Text == "true");
            case "this":
                Advance();
                if (functions == 0)
                {
                    Report("this", "this means nothing outside a function.", at);
                }

                return new This(at);
            case "function":
                return ParseFunctionExpression();
            case "class" or "import" or "export" or "with" or "debugger":
                RefuseStatement(at);
                break;
            case "super":
                throw Unsupported("class", "Classes are not supported; use functions and plain objects.", at);
            case "eval":
                throw Unsupported("eval", "Running text as a script is not supported.", at);
            case "arguments":
                throw Unsupported("arguments", "arguments is not supported; write (...items).", at);
        }

        if (Words.Reserved.Contains(current.Text))
        {
            throw Unexpected();
        }

        return new Name(at, Advance().Text);
    }

    private TemplateText ParseTemplate()
    {
        var at = current.At;
        var texts = new List<string>();
        var values = new List<Expression>();
        var from = current.End;
        while (true)
        {
            var (text, end, isLast) = lexer.ScanTemplate(from);
            texts.Add(text);
            MoveTo(end);
            if (isLast)
            {
                return new(at, texts, values);
            }

            var outer = withoutIn;
            withoutIn = false;
            values.Add(ParseExpression());
            withoutIn = outer;
            if (!current.Is("}"))
            {
                throw Unexpected();
            }

            from = current.End;
        }
    }

    private ArrayLiteral ParseArray()
    {
        var at = Take("[").At;
        var items = new List<Expression?>();
        while (!current.Is("]"))
        {
            if (TryTake(","))
            {
                items.Add(null);
                continue;
            }

            var itemAt = current.At;
            items.Add(TryTake("...") ? new Spread(itemAt, ParseAssignmentWithIn()) : ParseAssignmentWithIn());
            if (!current.Is("]"))
            {
                Take(",");
            }
        }

        Take("]");
        return new(at, items);
    }

    private ObjectLiteral ParseObject()
    {
        var at = Take("{").At;
        var members = new List<ObjectMember>();
        while (!current.Is("}"))
        {
            members.Add(ParseMember());
            if (!current.Is("}"))
            {
                Take(",");
            }
        }

        Take("}");
        return new(at, members);
    }

    private ObjectMember ParseMember()
    {
        var at = current.At;
        if (TryTake("..."))
        {
            return new(at, null, ParseAssignmentWithIn());
        }

        RefuseMemberKinds();
        var (key, isComputed, word) = ParseKey();
        if (current.Is("("))
        {
            var name = (key as Literal)?.Value as string;
            return new(at, key, ParseFunctionRest(at, name) with { FunctionName = null }, isComputed);
        }

        if (TryTake(":"))
        {
            return new(at, key, ParseAssignmentWithIn(), isComputed);
        }

        var shorthand = new Name(at, ShorthandName(word, isComputed));
        if (!TryTake("="))
        {
            return new(at, key, shorthand);
        }

        var value = new Assignment(at, "", new NamePattern(at, shorthand.Text), ParseAssignmentWithIn());
        return new(at, key, value, IsShorthandDefault: true);
    }

    private void RefuseMemberKinds()
    {
        if (current.Is("*"))
        {
            RefuseGenerator();
        }

        if (current.Kind != TokenKind.Word || current.Text is not ("get" or "set" or "async"))
        {
            return;
        }

        var next = Peek();
        var isModifier =
            next.Kind is TokenKind.Word or TokenKind.Text or TokenKind.Number || next.Is("[") || next.Is("*");
        if (!isModifier)
        {
            return;
        }

        throw current.Text == "async"
            ? Waiting(current.At)
            : Unsupported("getter", "Getters and setters are not supported; write a plain member.", current.At);
    }

    /// <summary>The key of a member; <c>Word</c> is set when it could also be a name by itself.</summary>
    private (Expression Key, bool IsComputed, string? Word) ParseKey()
    {
        if (TryTake("["))
        {
            var computed = ParseAssignmentWithIn();
            Take("]");
            return (computed, true, null);
        }

        var token = current;
        switch (token.Kind)
        {
            case TokenKind.Word:
                Advance();
                if (token.Text == "__proto__")
                {
                    RefuseMember(token);
                }

                return (new Literal(token.At, token.Text), false, token.Text);
            case TokenKind.Text:
                Advance();
                return (new Literal(token.At, token.Text), false, null);
            case TokenKind.Number:
                Advance();
                return (new Literal(token.At, token.Number), false, null);
            default:
                throw Unexpected();
        }
    }

    private string ShorthandName(string? word, bool isComputed)
    {
        if (word is null || isComputed)
        {
            throw Unexpected();
        }

        return Words.Reserved.Contains(word) ? throw Unexpected() : word;
    }
}
