using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Workflows.Expressions;
using CaseFlow.Workflows.Expressions.JavaScript;

namespace CaseFlow.Workflows.Tests.Expressions.JavaScript;

public sealed class ScriptCaseTests
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static TheoryData<int> Lines => [.. ScriptCases.All.Select(row => row.Line)];

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_script_gives_what_the_table_says(int line)
    {
        var row = ScriptCases.All.Single(r => r.Line == line);

        Assert.Equal(Canonical(JsonNode.Parse(row.Expected)), Canonical(Evaluate(row.Script)));
    }

    [NodeFact]
    public void Node_agrees_with_the_whole_table()
    {
        var answers = NodeOracle.Evaluate(ScriptCases.All.Select(row => row.Script));
        var surprises = ScriptCases
            .All.Zip(answers)
            .Where(pair => Canonical(JsonNode.Parse(pair.First.Expected)) != Canonical(JsonNode.Parse(pair.Second)))
            .Select(pair => $"line {pair.First.Line}: {pair.First.Script} gives {pair.Second}");

        Assert.Empty(surprises);
    }

    private static JsonNode? Evaluate(string text)
    {
        Assert.True(Script.TryParse(text, out var script, out var problems), string.Join('\n', problems));
        try
        {
            return ScriptCases.ToJson(script.Evaluate(new CaseScope(), ExpressionLimits.Default, CaseScope.Arguments));
        }
        catch (ExpressionException error)
        {
            // The messages of the built-in kinds are our own; only their kind is JavaScript's.
            var kind = error.Message.Split(':')[0];
            var isBuiltIn = kind.EndsWith("Error", StringComparison.Ordinal) && kind != "Error";
            return ScriptCases.Tag("$error", isBuiltIn ? kind : error.Message);
        }
    }

    // Numbers in one spelling, whoever wrote them; the order of members counts.
    private static string Canonical(JsonNode? node) =>
        node switch
        {
            null => "null",
            JsonArray list => $"[{string.Join(',', list.Select(Canonical))}]",
            JsonObject members =>
                $"{{{string.Join(',', members.Select(m => $"{JsonSerializer.Serialize(m.Key, Readable)}:{Canonical(m.Value)}"))}}}",
            JsonValue value when value.GetValueKind() == JsonValueKind.Number => value
                .Deserialize<double>()
                .ToString("R", System.Globalization.CultureInfo.InvariantCulture),
            _ => node.ToJsonString(Readable),
        };
}
