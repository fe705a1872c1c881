using System.Globalization;
using System.Text.Json.Nodes;

namespace CaseFlow.Workflows.Tests.Expressions.JavaScript;

/// <summary>One line of the table: a script and what must come of it.</summary>
public sealed record ScriptCase(int Line, string Script, string Expected);

/// <summary>Reads the tables; a line is <c>script ⇒ expected</c>, and in scripts <c>⏎</c> stands for a line end.</summary>
internal static class ScriptCases
{
    public static IReadOnlyList<ScriptCase> All { get; } = [.. Read("script-cases.txt")];

    public static IEnumerable<ScriptCase> Read(string table)
    {
        using var stream = typeof(ScriptCases).Assembly.GetManifestResourceStream($"javascript/{table}")!;
        using var reader = new StreamReader(stream);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length == 0 || line.StartsWith("# ", StringComparison.Ordinal))
            {
                continue;
            }

            yield return line.Split(" ⇒ ") is [var script, var expected]
                ? new ScriptCase(number, script.Replace('⏎', '\n'), expected)
                : throw new InvalidDataException($"{table}, line {number} is no case.");
        }
    }

    /// <summary>A result in the JSON of the table, see its head.</summary>
    public static JsonNode? ToJson(object? value) =>
        value switch
        {
            null => null,
            bool truth => JsonValue.Create(truth),
            string text => JsonValue.Create(text),
            double number when !double.IsFinite(number) => Tag("$", number.ToString(CultureInfo.InvariantCulture)),
            double number when number == 0 && double.IsNegative(number) => Tag("$", "-0"),
            double number => JsonValue.Create(number),
            DateTimeOffset moment => Tag(
                "$date",
                moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture)
            ),
            IEnumerable<object?> list => new JsonArray([.. list.Select(ToJson)]),
            IReadOnlyDictionary<string, object?> members => new JsonObject(
                members.Select(m => KeyValuePair.Create(m.Key, ToJson(m.Value)))
            ),
            _ => Tag("$type", value.GetType().Name),
        };

    public static JsonObject Tag(string name, string value) => new() { [name] = value };
}
