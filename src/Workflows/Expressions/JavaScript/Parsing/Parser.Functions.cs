using CaseFlow.Workflows.Expressions.JavaScript.Syntax;

namespace CaseFlow.Workflows.Expressions.JavaScript.Parsing;

internal sealed partial class Parser
{
    private FunctionExpression ParseFunctionExpression()
    {
        var at = Advance().At;
        RefuseGenerator();
        var name = current.Is("(") ? null : TakeName("a function");
        return ParseFunctionRest(at, name);
    }

    /// <summary>Parameters and body, from the opening bracket on.</summary>
    private FunctionExpression ParseFunctionRest(Position at, string? name)
    {
        Take("(");
        var parameters = new List<Pattern>();
        Pattern? rest = null;
        while (!current.Is(")"))
        {
            if (TryTake("..."))
            {
                rest = ParseBindingPattern();
                break;
            }

            parameters.Add(ParseBindingWithDefault());
            if (!current.Is(")"))
            {
                Take(",");
            }
        }

        Take(")");
        return new(at, name, parameters, rest, ParseFunctionBody(), IsArrow: false);
    }

    private IReadOnlyList<Statement> ParseFunctionBody()
    {
        var (outerLoops, outerSwitches, outerIn) = (loops, switches, withoutIn);
        (loops, switches, withoutIn) = (0, 0, false);
        functions++;
        var body = ParseBlock().Statements;
        functions--;
        (loops, switches, withoutIn) = (outerLoops, outerSwitches, outerIn);
        return body;
    }

    private FunctionExpression ParseArrow(Position at, IReadOnlyList<Pattern> parameters, Pattern? rest)
    {
        if (current.AfterNewLine)
        {
            throw Fail("The arrow must stand on the line of its parameters.", current.At);
        }

        Take("=>");
        if (current.Is("{"))
        {
            return new(at, null, parameters, rest, ParseFunctionBody(), IsArrow: true);
        }

        var bodyAt = current.At;
        functions++;
        var value = ParseAssignment();
        functions--;
        return new(at, null, parameters, rest, [new Return(bodyAt, value)], IsArrow: true);
    }

    /// <summary>Either an expression in brackets or the parameters of an arrow; only what follows tells.</summary>
    private Expression ParseBracketedOrArrow()
    {
        var mayBeArrow = current.Start == arrowMayStart;
        var at = Take("(").At;
        var outer = withoutIn;
        withoutIn = false;
        var items = new List<Expression>();
        Pattern? rest = null;
        var onlyArrow = current.Is(")");
        while (!current.Is(")"))
        {
            if (TryTake("..."))
            {
                rest = ParseBindingPattern();
                onlyArrow = true;
                break;
            }

            items.Add(ParseAssignment());
            if (!current.Is(")"))
            {
                Take(",");
                // A comma at the end is allowed after parameters only.
                onlyArrow = current.Is(")");
            }
        }

        Take(")");
        withoutIn = outer;
        if (mayBeArrow && current.Is("=>"))
        {
            return ParseArrow(at, items.ConvertAll(ToParameter), rest);
        }

        if (onlyArrow)
        {
            throw Fail($"Expected '=>' instead of {Shown(current)}.", current.At);
        }

        var value = items is [var single] ? single : new Sequence(at, items);
        bracketed.Add(value);
        return value;
    }

    /// <summary>An arrow that no brackets close off takes no operator, member or call behind it.</summary>
    private bool IsBareArrow(Expression expression) =>
        expression is FunctionExpression { IsArrow: true } && !bracketed.Contains(expression);

    private void RefuseGenerator()
    {
        if (current.Is("*"))
        {
            throw Unsupported("generator", "Generators are not supported; return a list.", current.At);
        }
    }
}
