using System.Text;

namespace CaseFlow.Workflows.Tests.Expressions.Liquid;

/// <summary>Writes templates at random: mostly well-formed ones, now and then with a piece torn out or put in.</summary>
internal sealed class TemplateGenerator(int seed)
{
    private static readonly string[] Names = ["a", "b", "x", "y", "list", "object", "unknown"];
    private static readonly string[] Members = ["name", "k", "list", "object", "size", "first", "last"];
    private static readonly string[] Literals =
    [
        "1",
        "-2.5",
        "'text'",
        "\"\"",
        "nil",
        "true",
        "blank",
        "empty",
        "(1..3)",
    ];
    private static readonly string[] Operators = ["==", "!=", "<", ">=", "contains"];
    private static readonly string[] Noise = ["{{", "}}", "{%", "%}", "'", "|", "-", "endif", "[", "\n", "«", "%"];

    private static readonly string[] Filters =
    [
        "upcase",
        "append: a",
        "plus: 1",
        "divided_by: 3",
        "round: 2",
        "first",
        "last",
        "map: 'k'",
        "where: 'k', 1",
        "sort: 'name'",
        "sort",
        "uniq",
        "join: ','",
        "split: ','",
        "slice: 1, 2",
        "size",
        "json",
        "default: b",
        "concat: list",
        "date: '%Y'",
        "replace: 'a', 'bb'",
        "truncate: 3",
        "escape",
        "reverse",
        "compact",
        "sum: 'k'",
        "unknown_filter: 1",
    ];

    private readonly Random random = new(seed);

    public string Next()
    {
        var text = Block(3);
        if (random.Next(4) == 0 && text.Length > 0)
        {
            var at = random.Next(text.Length);
            text = random.Next(2) == 0 ? text.Remove(at, 1) : text.Insert(at, Pick(Noise));
        }

        return text;
    }

    private string Block(int depth)
    {
        var result = new StringBuilder();
        for (var i = random.Next(4); i >= 0; i--)
        {
            result.Append(Piece(depth));
        }

        return result.ToString();
    }

    private string Piece(int depth) =>
        random.Next(depth > 0 ? 12 : 6) switch
        {
            0 => " text ",
            1 or 2 => $"{{{{ {Pipeline()} }}}}",
            3 => $"{{%- assign {Pick(Names)} = {Pipeline()} %}}",
            4 => $"{{% cycle {Value()}, {Value()} -%}}",
            5 => $"{{% increment {Pick(Names)} %}}",
            6 =>
                $"{{% if {Condition()} %}}{Block(depth - 1)}{{% elsif {Condition()} %}}{Block(depth - 1)}{{% endif %}}",
            7 => $"{{% unless {Condition()} %}}{Block(depth - 1)}{{% else %}}{Block(depth - 1)}{{% endunless %}}",
            8 =>
                $"{{% case {Value()} %}}{{% when {Value()}, {Value()} %}}{Block(depth - 1)}{{% else %}}{Block(depth - 1)}{{% endcase %}}",
            9 => $"{{% capture {Pick(Names)} %}}{Block(depth - 1)}{{% endcapture %}}",
            _ =>
                $"{{% for {Pick(Names)} in {Value()} limit: 3 %}}{Block(depth - 1)}{Jump()}{{% else %}}{Block(depth - 1)}{{% endfor %}}",
        };

    private string Jump() => random.Next(3) == 0 ? "{% break %}" : "";

    private string Pipeline()
    {
        var result = Value();
        for (var i = random.Next(3); i > 0; i--)
        {
            result += " | " + Pick(Filters);
        }

        return result;
    }

    private string Condition() =>
        random.Next(3) switch
        {
            0 => Value(),
            1 => $"{Value()} {Pick(Operators)} {Value()}",
            _ => $"{Value()} {Pick(Operators)} {Value()} {(random.Next(2) == 0 ? "and" : "or")} {Value()}",
        };

    private string Value()
    {
        if (random.Next(4) == 0)
        {
            return Pick(Literals);
        }

        var path = Pick(Names);
        for (var i = random.Next(3); i > 0; i--)
        {
            path += random.Next(4) == 0 ? $"[{(random.Next(2) == 0 ? "0" : Pick(Names))}]" : "." + Pick(Members);
        }

        return path;
    }

    private string Pick(string[] choices) => choices[random.Next(choices.Length)];
}
