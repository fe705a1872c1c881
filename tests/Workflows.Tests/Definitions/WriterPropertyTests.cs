using System.Text.Json.Nodes;
using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Workflows.Tests.Definitions;

public class WriterPropertyTests
{
    private static readonly int Rounds = Corpus.IsFull ? 20_000 : 400;

    [Fact]
    public void Reading_what_was_written_changes_nothing()
    {
        ForAll(definition =>
            Assert.Equal(Meaning.Of(definition), Meaning.Of(Documents.Read(DefinitionWriter.Write(definition))))
        );
    }

    [Fact]
    public void Writing_what_was_written_changes_nothing()
    {
        ForAll(definition =>
        {
            var once = DefinitionWriter.Write(definition);
            Assert.Equal(once, DefinitionWriter.Write(Documents.Read(once)));
        });
    }

    [Fact]
    public void Free_bags_and_unknown_keys_come_out_as_they_went_in()
    {
        ForAll(definition =>
        {
            var written = DefinitionWriter.ToJson(definition);
            Assert.Equal(Text(definition.Source["vendor"]), Text(written["vendor"]));
            Assert.Equal(Text(definition.Source["customProperties"]), Text(written["customProperties"]));
            var back = Documents.Read(written.ToJsonString());
            foreach (var (path, node) in definition.ById)
            {
                Assert.Equal(Text(node.Raw["metadata"]), Text(back.ById[path].Raw["metadata"]));
                Assert.Equal(Text(node.CustomProperties["own"]), Text(back.ById[path].CustomProperties["own"]));
            }
        });
    }

    [Fact]
    public void What_is_written_is_canonical()
    {
        ForAll(definition =>
        {
            foreach (var node in Documents.Read(DefinitionWriter.Write(definition)).Activities)
            {
                Assert.Equal(node.NodeId, (string?)node.Raw["nodeId"]);
                Assert.False(node.Raw.ContainsKey("canStartWorkflow") || node.Raw.ContainsKey("CanStartWorkflow"));
                Assert.False(node.Type == "Elsa.Flowchart" && node.Raw.ContainsKey("start"));
                Assert.All(node.Raw["connections"]?.AsArray() ?? [], c => Assert.IsType<JsonArray>(c!["vertices"]));
                Assert.All(
                    node.Inputs.Where(i => i.Value.Reference is not null),
                    i => Assert.IsType<string>(i.Value.Value)
                );
                Assert.All(
                    node.Inputs.Keys,
                    k => Assert.False((node.Raw[k] as JsonObject)?.ContainsKey("memoryReference") ?? false)
                );
            }
        });
    }

    private static void ForAll(Action<WorkflowDefinition> property)
    {
        for (var seed = 1; seed <= Rounds; seed++)
        {
            var json = new DocumentGenerator(seed).Document().ToJsonString();
            try
            {
                property(Documents.Read(json));
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"Seed {seed}: {json}", e);
            }
        }
    }

    private static string Text(JsonNode? node) => node?.ToJsonString() ?? "null";
}

/// <summary>How long generated tests run: <c>CASEFLOW_CORPUS=full</c> asks for the long run.</summary>
internal static class Corpus
{
    public static bool IsFull => Environment.GetEnvironmentVariable("CASEFLOW_CORPUS") == "full";
}
