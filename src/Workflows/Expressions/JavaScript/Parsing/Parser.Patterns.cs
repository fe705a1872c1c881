using CaseFlow.Workflows.Expressions.JavaScript.Syntax;

namespace CaseFlow.Workflows.Expressions.JavaScript.Parsing;

internal sealed partial class Parser
{
    /// <summary>A pattern in a declaration or parameter list: it introduces names.</summary>
    private Pattern ParseBindingPattern()
    {
        var at = current.At;
        Enter(at);
        Pattern pattern =
            current.Is("[") ? ParseArrayPattern()
            : current.Is("{") ? ParseObjectPattern()
            : new NamePattern(at, TakeName("a variable"));
        Leave();
        return pattern;
    }

    private Pattern ParseBindingWithDefault()
    {
        var at = current.At;
        var target = ParseBindingPattern();
        return TryTake("=") ? new DefaultPattern(at, target, ParseAssignmentWithIn()) : target;
    }

    private ArrayPattern ParseArrayPattern()
    {
        var at = Take("[").At;
        var items = new List<Pattern?>();
        Pattern? rest = null;
        while (!current.Is("]"))
        {
            if (TryTake(","))
            {
                items.Add(null);
                continue;
            }

            if (TryTake("..."))
            {
                rest = ParseBindingPattern();
                break;
            }

            items.Add(ParseBindingWithDefault());
            if (!current.Is("]"))
            {
                Take(",");
            }
        }

        Take("]");
        return new(at, items, rest);
    }

    private ObjectPattern ParseObjectPattern()
    {
        var at = Take("{").At;
        var members = new List<PatternMember>();
        Pattern? rest = null;
        while (!current.Is("}"))
        {
            var memberAt = current.At;
            if (TryTake("..."))
            {
                rest = new NamePattern(current.At, TakeName("a variable"));
                break;
            }

            var (key, isComputed, word) = ParseKey();
            Pattern target;
            if (TryTake(":"))
            {
                target = ParseBindingWithDefault();
            }
            else
            {
                target = new NamePattern(memberAt, ShorthandName(word, isComputed));
                if (TryTake("="))
                {
                    target = new DefaultPattern(memberAt, target, ParseAssignmentWithIn());
                }
            }

            members.Add(new(memberAt, key, target));
            if (!current.Is("}"))
            {
                Take(",");
            }
        }

        Take("}");
        return new(at, members, rest);
    }

    /// <summary>Reads an expression again as what it turned out to be: the left side of an assignment or parameters.</summary>
    private Pattern ToPattern(Expression expression, bool forParameters = false)
    {
        if (bracketed.Contains(expression) && (forParameters || expression is not (Name or Member)))
        {
            throw NoTarget(expression);
        }

        switch (expression)
        {
            case Name { Text: "eval" or "arguments" }:
                throw NoTarget(expression);
            case Name name:
                return new NamePattern(name.At, name.Text);
            case Member { IsOptional: false } member when !forParameters:
                return new MemberPattern(member.At, member);
            case Assignment { Operator: "" } assignment:
                return new DefaultPattern(assignment.At, assignment.Target, assignment.Value);
            case ArrayLiteral array:
                return ToArrayPattern(array, forParameters);
            case ObjectLiteral literal:
                return ToObjectPattern(literal, forParameters);
            default:
                throw NoTarget(expression);
        }
    }

    private ArrayPattern ToArrayPattern(ArrayLiteral array, bool forParameters)
    {
        var items = new List<Pattern?>();
        Pattern? rest = null;
        foreach (var item in array.Items)
        {
            if (rest is not null)
            {
                throw Fail("Nothing can follow the rest.", array.At);
            }

            if (item is Spread spread)
            {
                rest = ToPattern(spread.Value, forParameters);
            }
            else
            {
                items.Add(item is null ? null : ToPattern(item, forParameters));
            }
        }

        return new(array.At, items, rest);
    }

    private ObjectPattern ToObjectPattern(ObjectLiteral literal, bool forParameters)
    {
        var members = new List<PatternMember>();
        Pattern? rest = null;
        foreach (var member in literal.Members)
        {
            if (rest is not null)
            {
                throw Fail("Nothing can follow the rest.", member.At);
            }

            if (member.Key is null)
            {
                rest = ToPattern(member.Value, forParameters);
            }
            else
            {
                members.Add(new(member.At, member.Key, ToPattern(member.Value, forParameters)));
            }
        }

        return new(literal.At, members, rest);
    }

    /// <summary>Parameters may not hold members (<c>(a.b) => 1</c>), but a default read earlier may have let them in.</summary>
    private Pattern ToParameter(Expression expression)
    {
        var pattern = ToPattern(expression, forParameters: true);
        RefuseMembers(pattern);
        return pattern;
    }

    private static void RefuseMembers(Pattern? pattern)
    {
        switch (pattern)
        {
            case MemberPattern:
                throw Fail("A parameter is a name or a pattern of names.", pattern.At);
            case DefaultPattern with:
                RefuseMembers(with.Target);
                break;
            case ArrayPattern array:
                foreach (var item in array.Items)
                {
                    RefuseMembers(item);
                }

                RefuseMembers(array.Rest);
                break;
            case ObjectPattern literal:
                foreach (var member in literal.Members)
                {
                    RefuseMembers(member.Target);
                }

                RefuseMembers(literal.Rest);
                break;
        }
    }

    private static ParseFailure NoTarget(Expression expression) =>
        Fail("Nothing can be assigned to this.", expression.At);
}
