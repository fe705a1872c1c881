using CaseFlow.Workflows.Expressions.JavaScript.Syntax;

namespace CaseFlow.Workflows.Expressions.JavaScript.Parsing;

/// <summary>Turns a text into a tree by recursive descent. What is JavaScript but outside the subset is named as such.</summary>
internal sealed partial class Parser
{
    /// <summary>Nesting a script may have; deeper ones would endanger the stack of the thread that runs them.</summary>
    public const int MaxNesting = 100;

    private readonly Lexer lexer;
    private readonly List<ExpressionProblem> problems;

    // Written in brackets of their own: `(a, b)`, which changes what may follow.
    private readonly HashSet<Expression> bracketed = new(ReferenceEqualityComparer.Instance);
    private Token current;
    private int previousEnd;
    private int nesting;
    private int functions;
    private int loops;
    private int switches;

    // Where an arrow may begin: the start of an assignment, but not behind an operator.
    private int arrowMayStart;

    // `in` ends the head of a for loop instead of being an operator.
    private bool withoutIn;

    public Parser(string text, List<ExpressionProblem> problems)
    {
        this.problems = problems;
        lexer = new Lexer(text);
        current = lexer.Scan(0);
    }

    /// <summary>Reads the whole script.</summary>
    /// <exception cref="ParseFailure">The text is no script; the problem that ended the reading.</exception>
    public List<Statement> ParseScript()
    {
        var statements = new List<Statement>();
        while (current.Kind != TokenKind.End)
        {
            statements.Add(ParseStatement());
        }

        return statements;
    }

    private Token Advance()
    {
        var token = current;
        MoveTo(token.End);
        return token;
    }

    private void MoveTo(int end)
    {
        previousEnd = end;
        current = lexer.Scan(end);
    }

    private Token Peek() => lexer.Scan(current.End);

    private bool TryTake(string punctuator)
    {
        if (!current.Is(punctuator))
        {
            return false;
        }

        Advance();
        return true;
    }

    private bool TryTakeWord(string word)
    {
        if (!current.IsWord(word))
        {
            return false;
        }

        Advance();
        return true;
    }

    private Token Take(string punctuator) =>
        current.Is(punctuator)
            ? Advance()
            : throw Fail($"Expected '{punctuator}' instead of {Shown(current)}.", current.At);

    private void TakeWord(string word)
    {
        if (!TryTakeWord(word))
        {
            throw Fail($"Expected '{word}' instead of {Shown(current)}.", current.At);
        }
    }

    /// <summary>A semicolon, or one of the places where JavaScript puts one by itself.</summary>
    private void EndStatement()
    {
        if (TryTake(";") || current.Is("}") || current.Kind == TokenKind.End || current.AfterNewLine)
        {
            return;
        }

        throw Unexpected();
    }

    private string TakeName(string purpose)
    {
        if (current.Kind != TokenKind.Word)
        {
            throw Fail($"Expected a name for {purpose} instead of {Shown(current)}.", current.At);
        }

        if (Words.Reserved.Contains(current.Text))
        {
            throw Fail($"'{current.Text}' is a reserved word and cannot name {purpose}.", current.At);
        }

        return Advance().Text;
    }

    private void Enter(Position at)
    {
        if (++nesting > MaxNesting)
        {
            throw new ParseFailure(
                "js.too-deep",
                $"The script is nested deeper than {MaxNesting} levels; split it with variables or functions.",
                at
            );
        }
    }

    private void Leave() => nesting--;

    private ParseFailure Unexpected()
    {
        if (current.Kind == TokenKind.Punctuator && current.Text is "@" or "#" or "~")
        {
            return current.Text switch
            {
                "@" => Unsupported("decorator", "Decorators are not supported.", current.At),
                "#" => Unsupported("private", "Private members are not supported.", current.At),
                _ => Fail("Unexpected '~'.", current.At),
            };
        }

        return current.Kind == TokenKind.End
            ? Fail("The script ends too early.", current.At)
            : Fail($"Unexpected {Shown(current)}.", current.At);
    }

    private static string Shown(Token token) =>
        token.Kind switch
        {
            TokenKind.End => token.Text,
            TokenKind.Text => $"the text \"{token.Text}\"",
            _ => $"'{token.Text}'",
        };

    private static ParseFailure Fail(string message, Position at) => new("js.syntax", message, at);

    private static ParseFailure Unsupported(string construct, string message, Position at) =>
        new("js.unsupported." + construct, message, at);

    /// <summary>Notes a problem that does not hinder reading on.</summary>
    private void Report(string construct, string message, Position at) =>
        problems.Add(new("js.unsupported." + construct, message, at.Line, at.Column));
}
