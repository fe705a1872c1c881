using CaseFlow.Workflows.Expressions.JavaScript.Syntax;

namespace CaseFlow.Workflows.Expressions.JavaScript.Parsing;

internal sealed partial class Parser
{
    /// <summary>A value and the members and calls that hang on it.</summary>
    private Expression ParseChain()
    {
        var at = current.At;
        var value = current.IsWord("new") ? ParseNew() : ParsePrimary();
        var isOptional = false;
        while (!IsBareArrow(value))
        {
            var token = current;
            if (TryTake("?."))
            {
                isOptional = true;
                value = ParseOptionalLink(value, token);
            }
            else if (TryTake("."))
            {
                value = new Member(token.At, value, ParseMemberName(), IsComputed: false, IsOptional: false);
            }
            else if (TryTake("["))
            {
                value = new Member(token.At, value, ParseIndex(), IsComputed: true, IsOptional: false);
            }
            else if (current.Is("("))
            {
                // Reported at the callee: that is where an author looks for the name.
                value = new Call(CallAt(value), value, ParseArguments(), IsOptional: false);
            }
            else if (current.Kind == TokenKind.Template)
            {
                throw Unsupported("tagged-template", "Tagged templates are not supported.", token.At);
            }
            else
            {
                return isOptional ? new OptionalChain(at, value) : value;
            }
        }

        return value;
    }

    private static Position CallAt(Expression callee) =>
        callee is Member { IsComputed: false } member ? member.Key.At : callee.At;

    private Expression ParseOptionalLink(Expression value, Token token)
    {
        if (current.Is("("))
        {
            return new Call(CallAt(value), value, ParseArguments(), IsOptional: true);
        }

        return TryTake("[")
            ? new Member(token.At, value, ParseIndex(), IsComputed: true, IsOptional: true)
            : new Member(token.At, value, ParseMemberName(), IsComputed: false, IsOptional: true);
    }

    private Literal ParseMemberName()
    {
        if (current.Is("#"))
        {
            throw Unexpected();
        }

        if (current.Kind != TokenKind.Word)
        {
            throw Fail($"Expected the name of a member instead of {Shown(current)}.", current.At);
        }

        var token = Advance();
        RefuseMember(token);
        return new(token.At, token.Text);
    }

    private void RefuseMember(Token token)
    {
        switch (token.Text)
        {
            case "toLocaleString" or "toLocaleDateString" or "toLocaleTimeString":
            case "toLocaleUpperCase" or "toLocaleLowerCase":
                Report("locale", $"{token.Text} depends on the machine's language; format in the letter.", token.At);
                break;
            case "normalize":
                Report("normalize", "normalize is not supported.", token.At);
                break;
            case "prototype" or "__proto__" or "constructor":
                Report("prototype", $"{token.Text} is not supported; objects have no prototypes here.", token.At);
                break;
        }
    }

    private Expression ParseIndex()
    {
        var outer = withoutIn;
        withoutIn = false;
        var key = ParseExpression();
        withoutIn = outer;
        Take("]");
        return key;
    }

    private List<Expression> ParseArguments()
    {
        Take("(");
        var items = ParseItems(")");
        Take(")");
        return items;
    }

    /// <summary>Values and spreads with commas between them, up to the closing mark.</summary>
    private List<Expression> ParseItems(string close)
    {
        var items = new List<Expression>();
        while (!current.Is(close))
        {
            var at = current.At;
            items.Add(TryTake("...") ? new Spread(at, ParseAssignmentWithIn()) : ParseAssignmentWithIn());
            if (!current.Is(close))
            {
                Take(",");
            }
        }

        return items;
    }

    private New ParseNew()
    {
        var at = Advance().At;
        if (current.Is("."))
        {
            throw Unsupported("new", "new.target is not supported.", at);
        }

        if (current.IsWord("class"))
        {
            RefuseStatement(current.At);
        }

        if (current.Kind != TokenKind.Word || Words.Reserved.Contains(current.Text))
        {
            throw Unsupported("new", "new makes built-in kinds only, such as new Date().", at);
        }

        var kind = new Name(current.At, Advance().Text);
        if (current.Is("."))
        {
            throw Unsupported("new", "new makes built-in kinds only, such as new Date().", at);
        }

        return new(at, kind, current.Is("(") ? ParseArguments() : []);
    }
}
