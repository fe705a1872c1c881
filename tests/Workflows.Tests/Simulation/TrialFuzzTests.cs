using System.Text.Json.Nodes;
using CaseFlow.Workflows.Activities;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;
using CaseFlow.Workflows.Simulation;
using CaseFlow.Workflows.Tests.Definitions;

namespace CaseFlow.Workflows.Tests.Simulation;

/// <summary>Documents of every shape the reader takes, most of them nonsense to run: each ends with a result.</summary>
public sealed class TrialFuzzTests
{
    private static readonly List<string> Types = [.. ActivityCatalogue.All.Activities.Select(a => a.Type)];

    [Fact]
    public async Task A_generated_document_ends_with_lines_waits_or_incidents_and_never_breaks_the_run()
    {
        var count = Corpus.IsFull ? 20_000 : 300;
        var ran = 0;
        for (var seed = 0; seed < count; seed++)
        {
            var document = new DocumentGenerator(seed).Document();
            Retype(document, new Random(seed));
            var json = document.ToJsonString();
            if (!DefinitionReader.TryRead(json, out var definition, out _))
            {
                continue;
            }
            ran++;
            var plan = new TrialPlan(definition, new DateTimeOffset(2026, 1, 4, 9, 0, 0, TimeSpan.Zero))
            {
                MostBursts = 200,
                News = [new TrialNews.Event("Paid", null), new TrialNews.TaskDone("approve", null, null)],
            };
            try
            {
                await Trial.RunAsync(new WorkflowEngine(ActivityCatalogue.All), plan);
            }
            catch (Exception error)
            {
                throw new InvalidOperationException($"Seed {seed}: {json}", error);
            }
        }
        Assert.True(ran > count / 2, $"Only {ran} documents were read.");
    }

    /// <summary>Gives activities the type of any other, so that each meets inputs and children that were never meant for it.</summary>
    private static void Retype(JsonNode? node, Random random)
    {
        if (node is JsonObject json)
        {
            if (
                json["type"] is JsonValue type
                && type.TryGetValue(out string? name)
                && name.StartsWith("Elsa.", StringComparison.Ordinal)
            )
            {
                json["type"] = random.Next(2) == 0 ? name : Types[random.Next(Types.Count)];
            }
            foreach (var (_, member) in json.ToList())
            {
                Retype(member, random);
            }
        }
        else if (node is JsonArray list)
        {
            foreach (var item in list)
            {
                Retype(item, random);
            }
        }
    }
}
