using System.Text.Json;
using CaseFlow.Workflows.Activities;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;
using CaseFlow.Workflows.Simulation;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Tests.Scenarios.Rules;

/// <summary>
/// Definitions as others write them, one for each rule of the format: what it is started with, which events come, and what it must come to.
/// They were written from the format's description alone, without a look at the engine.
/// </summary>
public sealed class RuleTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 4, 9, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Rules =>
        [
            .. typeof(RuleTests)
                .Assembly.GetManifestResourceNames()
                .Where(n => n.Contains(".Scenarios.Rules.", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task The_definition_comes_to_what_the_format_says(string rule)
    {
        using var stream = typeof(RuleTests).Assembly.GetManifestResourceStream(rule)!;
        var story = JsonElement.Parse(new StreamReader(stream).ReadToEnd());
        var result = await Trial.RunAsync(new WorkflowEngine(ActivityCatalogue.All), Plan(story));

        var expected = story.GetProperty("expect");
        Assert.All(expected.EnumerateObject(), e => Holds(e.Name, e.Value, result));
    }

    private static TrialPlan Plan(JsonElement story) =>
        new(Definition(story.GetProperty("definition")), Start)
        {
            Others = [.. Items(story, "others").Select(Definition)],
            News =
            [
                .. Items(story, "events")
                    .Select(e => new TrialNews.Event(
                        e.GetProperty("name").GetString()!,
                        e.TryGetProperty("payload", out var payload) ? PlainJson.FromJson(payload) : null
                    )),
            ],
            Input = story.TryGetProperty("input", out var input)
                ? (IReadOnlyDictionary<string, object?>)PlainJson.FromJson(input)!
                : new Dictionary<string, object?>(),
        };

    private static void Holds(string what, JsonElement expected, TrialResult result)
    {
        switch (what)
        {
            case "lines":
                Assert.Equal(Texts(expected), result.Lines);
                break;
            case "linesInAnyOrder":
                Assert.Equal(Texts(expected).Order(), result.Lines.Order());
                break;
            case "status":
                Assert.Equal(expected.GetString(), result.Status.ToString());
                break;
            case "subStatus":
                Assert.Equal(expected.GetString(), result.SubStatus.ToString());
                break;
            case "waits":
                Assert.Equal(expected.GetInt32(), result.Waits.Count);
                break;
            case "incidents":
                Assert.Equal(expected.GetInt32(), result.Incidents.Count);
                break;
            case "outputs":
                Assert.True(JsonElement.DeepEquals(expected, JsonElement.Parse(PlainJson.ToJson(result.Outputs))));
                break;
            default:
                Assert.Fail($"Nothing is known of '{what}'.");
                break;
        }
    }

    private static WorkflowDefinition Definition(JsonElement document) =>
        DefinitionReader.TryRead(document.GetRawText(), out var definition, out var problems)
            ? definition
            : throw new InvalidDataException(problems[0].Message);

    private static JsonElement.ArrayEnumerator Items(JsonElement story, string key) =>
        story.TryGetProperty(key, out var items) ? items.EnumerateArray() : default;

    private static IEnumerable<string> Texts(JsonElement items) => items.EnumerateArray().Select(i => i.GetString()!);
}
