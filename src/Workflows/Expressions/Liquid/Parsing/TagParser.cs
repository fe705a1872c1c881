using System.Globalization;
using CaseFlow.Workflows.Expressions.Liquid.Syntax;

namespace CaseFlow.Workflows.Expressions.Liquid.Parsing;

/// <summary>Third stage: reads values, filters and conditions out of the words of one tag.</summary>
/// <exception cref="TagSyntaxException">Thrown by every method at the first word that does not fit.</exception>
internal sealed class TagParser(string source, List<Token> tokens, LiquidDialect dialect, ProblemList problems)
{
    private static readonly Dictionary<string, ComparisonOperator> Operators = new(StringComparer.Ordinal)
    {
        ["=="] = ComparisonOperator.Equal,
        ["!="] = ComparisonOperator.NotEqual,
        ["<>"] = ComparisonOperator.NotEqual,
        ["<"] = ComparisonOperator.Less,
        ["<="] = ComparisonOperator.LessOrEqual,
        [">"] = ComparisonOperator.Greater,
        [">="] = ComparisonOperator.GreaterOrEqual,
        ["contains"] = ComparisonOperator.Contains,
    };

    private int next;
    private int depth;

    private Token Current => tokens[next];

    public bool AtEnd => Current.Kind == TokenKind.End;

    public int Offset => Current.Offset;

    public string? TakeName() => Current.Kind == TokenKind.Name ? Take().Text : null;

    /// <summary>The name to capture into, which may stand in quotes.</summary>
    public string ExpectQuotableName(string what) => Current.Kind == TokenKind.Text ? Take().Text : ExpectName(what);

    public string ExpectName(string what) =>
        TakeName() ?? throw Unexpected($"{what} is missing; it begins with a letter.");

    public void Expect(string symbol)
    {
        if (!TakeIf(symbol))
        {
            throw Unexpected($"'{symbol}' is missing.");
        }
    }

    public bool TakeIf(string text)
    {
        if (Current.Kind is not (TokenKind.Symbol or TokenKind.Name) || Current.Text != text)
        {
            return false;
        }

        next++;
        return true;
    }

    public void ExpectEnd()
    {
        if (!AtEnd)
        {
            throw Unexpected("This is more than the tag can take.");
        }
    }

    public Pipeline ReadPipeline()
    {
        var input = ReadValue();
        if (IsOperator || IsJoiner)
        {
            throw new TagSyntaxException(
                "liquid.comparison-in-output",
                "A comparison has no value of its own; write {% if … %}true{% else %}false{% endif %}.",
                Offset
            );
        }

        var filters = new List<FilterCall>();
        while (TakeIf("|"))
        {
            filters.Add(ReadFilter());
        }

        ExpectEnd();
        return new Pipeline(input.Place, input, filters);
    }

    private FilterCall ReadFilter()
    {
        var offset = Offset;
        var name = ExpectName("The name of a filter");
        if (dialect.UnknownFilterIsProblem && !dialect.Filters.Contains(name))
        {
            problems.Add("liquid.unknown-filter", $"There is no filter '{name}'.", offset);
        }

        var arguments = new List<ValueNode>();
        var named = new List<KeyValuePair<string, ValueNode>>();
        if (TakeIf(":"))
        {
            do
            {
                if (Current.Kind == TokenKind.Name && tokens[next + 1] is { Kind: TokenKind.Symbol, Text: ":" })
                {
                    var argument = Take().Text;
                    next++;
                    named.Add(new(argument, ReadValue()));
                }
                else
                {
                    arguments.Add(ReadValue());
                }
            } while (TakeIf(","));
        }

        return new FilterCall(problems.At(offset), name, arguments, named);
    }

    public Condition ReadCondition()
    {
        var parts = new List<Comparison> { ReadComparison() };
        var joiners = new List<bool>();
        while (IsJoiner)
        {
            joiners.Add(Take().Text == "and");
            parts.Add(ReadComparison());
        }

        if (Current is { Kind: TokenKind.Symbol, Text: "|" })
        {
            throw new TagSyntaxException(
                "liquid.filter-in-condition",
                "A condition takes no filters; assign the filtered value to a name first.",
                Offset
            );
        }

        ExpectEnd();
        return new Condition(parts, joiners);
    }

    private Comparison ReadComparison()
    {
        var place = problems.At(Offset);
        var left = ReadValue();
        return IsOperator
            ? new Comparison(place, left, Operators[Take().Text], ReadValue())
            : new Comparison(place, left, ComparisonOperator.Truthy, null);
    }

    private bool IsOperator =>
        Current.Kind is TokenKind.Symbol or TokenKind.Name && Operators.ContainsKey(Current.Text);

    private bool IsJoiner => Current is { Kind: TokenKind.Name, Text: "and" or "or" };

    public ValueNode ReadValue()
    {
        if (++depth > ExpressionLimits.Default.Depth)
        {
            throw new TagSyntaxException("liquid.too-deep", "Brackets are nested too deeply.", Offset);
        }

        var value = Current switch
        {
            { Kind: TokenKind.Text } => new LiteralNode(problems.At(Offset), Take().Text),
            { Kind: TokenKind.Number } => ReadNumber(),
            { Kind: TokenKind.Symbol, Text: "(" } => ReadRange(),
            { Kind: TokenKind.Symbol, Text: "[" } or { Kind: TokenKind.Name } => ReadPath(),
            _ => throw Unexpected("A value is missing."),
        };
        depth--;
        return value;
    }

    private LiteralNode ReadNumber()
    {
        var token = Take();
        return decimal.TryParse(token.Text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? new LiteralNode(problems.At(token.Offset), number)
            : throw new TagSyntaxException("liquid.number-too-large", "This number has too many digits.", token.Offset);
    }

    private RangeNode ReadRange()
    {
        var place = problems.At(Offset);
        var bracket = Take().Offset;
        var from = ReadValue();
        if (!TakeIf(".."))
        {
            throw new TagSyntaxException(
                "liquid.brackets",
                "Round brackets are for ranges like (1..5) only; conditions have none.",
                bracket
            );
        }

        var to = ReadValue();
        Expect(")");
        return new RangeNode(place, from, to);
    }

    private ValueNode ReadPath()
    {
        var place = problems.At(Offset);
        var steps = new List<PathStep>();
        if (TakeName() is { } name)
        {
            steps.Add(new PathStep(place, name, null));
        }

        while (true)
        {
            var stepPlace = problems.At(Offset);
            if (TakeIf("["))
            {
                steps.Add(ToStep(stepPlace, ReadValue()));
                Expect("]");
            }
            else if (steps.Count > 0 && TakeIf("."))
            {
                steps.Add(new PathStep(stepPlace, ExpectName("The name of a field"), null));
            }
            else
            {
                return steps is [{ Name: { } word }] && AsKeyword(word, place) is { } literal
                    ? literal
                    : new PathNode(place, steps);
            }
        }
    }

    private static PathStep ToStep(Place place, ValueNode index) =>
        index is LiteralNode { Value: string name }
            ? new PathStep(place, name, null)
            : new PathStep(place, null, index);

    private static LiteralNode? AsKeyword(string word, Place place) =>
        word switch
        {
            "true" => new LiteralNode(place, true),
            "false" => new LiteralNode(place, false),
            "nil" or "null" => new LiteralNode(place, null),
            "empty" => new LiteralNode(place, Keyword.Empty),
            "blank" => new LiteralNode(place, Keyword.Blank),
            _ => null,
        };

    /// <summary>The words from an earlier <see cref="Offset"/> up to here, with blanks as written.</summary>
    public string SourceSince(int offset) => source[offset..tokens[next - 1].End];

    private Token Take() => tokens[next++];

    private TagSyntaxException Unexpected(string message) =>
        new(
            AtEnd ? "liquid.incomplete" : "liquid.unexpected",
            AtEnd ? message : $"{message} Found '{Current.Text}'.",
            Offset
        );
}
