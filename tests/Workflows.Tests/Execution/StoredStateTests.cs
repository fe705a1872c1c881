using System.Text.Json.Nodes;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Tests.Execution;

/// <summary>What an earlier release stored of an instance is read for ever.</summary>
public sealed class StoredStateTests
{
    /// <summary>
    /// As the first release wrote them: a study with two votes, a request returned to the member, a service to be confirmed, a question
    /// to be answered. Never changed.
    /// </summary>
    private static readonly List<string> OfSchema1 = Stored();

    public static TheoryData<int> Places => [.. Enumerable.Range(0, OfSchema1.Count)];

    [Theory]
    [MemberData(nameof(Places))]
    public void A_state_of_schema_1_is_read_without_loss(int place)
    {
        var written = InstanceStateJson.Write(InstanceStateJson.Read(OfSchema1[place]));

        Assert.Equal("", Missing(JsonNode.Parse(OfSchema1[place])!["state"], JsonNode.Parse(written)!["state"], ""));
    }

    [Fact]
    public void A_state_of_an_older_schema_is_raised_step_by_step()
    {
        var chain = new StateUpcasters(
            state => state["label"] = $"{state["name"]}",
            state => state["label"] = $"{state["label"]}!"
        );
        var first = Document(1);
        var second = Document(2);
        second["state"]!["label"] = "second";

        chain.Raise(first);
        chain.Raise(second);

        Assert.Equal("""{"schema":3,"state":{"name":"x","label":"x!"}}""", first.ToJsonString());
        Assert.Equal("""{"schema":3,"state":{"name":"x","label":"second!"}}""", second.ToJsonString());
    }

    [Fact]
    public void A_state_of_the_present_schema_is_left_as_it_is()
    {
        var document = Document(1);

        new StateUpcasters().Raise(document);

        Assert.Equal(Document(1).ToJsonString(), document.ToJsonString());
    }

    [Theory]
    [InlineData("""{"schema":99,"state":{}}""")]
    [InlineData("""{"schema":0,"state":{}}""")]
    [InlineData("""{"state":{}}""")]
    [InlineData("""{"schema":1}""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{")]
    public void What_is_no_state_or_one_of_a_newer_release_is_refused(string text) =>
        Assert.Throws<FormatException>(() => InstanceStateJson.Read(text));

    [Fact]
    public void The_order_of_the_members_does_not_matter()
    {
        var document = JsonNode.Parse(OfSchema1[0])!.AsObject();
        var schema = document["schema"]!.DeepClone();
        document.Remove("schema");
        document.Add("schema", schema);

        Assert.Equal(
            InstanceStateJson.Write(InstanceStateJson.Read(OfSchema1[0])),
            InstanceStateJson.Write(InstanceStateJson.Read(document.ToJsonString()))
        );
    }

    /// <summary>The path of what the present text lacks; it may well have more.</summary>
    private static string Missing(JsonNode? stored, JsonNode? now, string path) =>
        (stored, now) switch
        {
            (JsonObject before, JsonObject after) => string.Concat(
                before.Select(m => Missing(m.Value, after[m.Key], $"{path}/{m.Key}"))
            ),
            (JsonArray before, JsonArray after) when before.Count == after.Count => string.Concat(
                before.Select((item, i) => Missing(item, after[i], $"{path}/{i}"))
            ),
            _ => JsonNode.DeepEquals(stored, now) ? "" : $"{path} ",
        };

    private static List<string> Stored()
    {
        var assembly = typeof(StoredStateTests).Assembly;
        var name = assembly
            .GetManifestResourceNames()
            .Single(n => n.EndsWith("states-of-schema-1.json", StringComparison.Ordinal));
        using var stream = assembly.GetManifestResourceStream(name)!;
        return [.. JsonNode.Parse(stream)!.AsArray().Select(s => s!.ToJsonString())];
    }

    private static JsonObject Document(int schema) =>
        new()
        {
            ["schema"] = schema,
            ["state"] = new JsonObject { ["name"] = "x" },
        };
}
