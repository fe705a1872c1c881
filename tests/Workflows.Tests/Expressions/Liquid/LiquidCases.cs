using System.Text.Json;

namespace CaseFlow.Workflows.Tests.Expressions.Liquid;

/// <summary>One line of a table: a template, the data in force there, what must come out, and why liquidjs gives something else.</summary>
public sealed record LiquidCase(int Line, string Template, string Data, string Expected, string? Differs);

/// <summary>
/// Reads the tables. A line is <c>template ⇒ output</c>, with <c>‖ reason</c> behind when liquidjs is known to differ;
/// <c>data:</c> sets the data of the lines that follow; <c>\n</c>, <c>\t</c> and <c>␣</c> (a blank at either end) are escapes.
/// </summary>
internal static class LiquidCases
{
    public static IReadOnlyList<LiquidCase> All { get; } = [.. Read("liquid-cases.txt")];

    public static IEnumerable<LiquidCase> Read(string table)
    {
        using var stream = typeof(LiquidCases).Assembly.GetManifestResourceStream($"liquid/{table}")!;
        using var reader = new StreamReader(stream);
        var data = "{}";
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length == 0 || line.StartsWith('#'))
            {
                continue;
            }

            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                data = line["data: ".Length..];
            }
            else if (line.Split(" ⇒") is [var template, var rest])
            {
                var parts = rest.Split(" ‖ ");
                var expected = parts[0].StartsWith(' ') ? parts[0][1..] : parts[0];
                yield return new LiquidCase(
                    number,
                    Unescape(template),
                    data,
                    Unescape(expected),
                    parts.Length > 1 ? parts[1] : null
                );
            }
            else
            {
                throw new InvalidDataException($"{table}, line {number} is no case.");
            }
        }
    }

    private static string Unescape(string text) =>
        text.Replace("\\n", "\n", StringComparison.Ordinal)
            .Replace("\\t", "\t", StringComparison.Ordinal)
            .Replace('␣', ' ');

    /// <summary>Plain values as the engine makes them of JSON.</summary>
    public static object? Plain(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Object => json.EnumerateObject().ToDictionary(p => p.Name, p => Plain(p.Value)),
            JsonValueKind.Array => json.EnumerateArray().Select(Plain).ToList(),
            JsonValueKind.String => json.GetString(),
            JsonValueKind.Number => json.TryGetInt64(out var whole) ? whole : json.GetDecimal(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };

    public static IReadOnlyDictionary<string, object?> Values(string json)
    {
        using var document = JsonDocument.Parse(json);
        return (IReadOnlyDictionary<string, object?>)Plain(document.RootElement)!;
    }
}
