using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Domain.Parties;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Tests.Execution;

/// <summary>What an earlier release stored of an instance is read for ever.</summary>
public sealed class StoredStateTests
{
    /// <summary>As states are written: what is not looked into keeps its letters.</summary>
    private static JsonSerializerOptions AsStored { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

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
            InstanceStateJson.Write(InstanceStateJson.Read(document.ToJsonString(AsStored)))
        );
    }

    [Fact]
    public void No_member_of_a_state_is_forgotten()
    {
        var again = InstanceStateJson.Read(InstanceStateJson.Write(Full));

        AssertAll(Full, again);
        AssertAll(Full.Executions[0], again.Executions[0]);
        Assert.Equivalent(Full.Waits, again.Waits, strict: true);
        Assert.Equal(typeof(Wait).GetNestedTypes().Length, again.Waits.Select(w => w.GetType()).Distinct().Count());
    }

    [Fact]
    public void What_nobody_has_looked_into_is_written_back_as_it_stood()
    {
        var text = InstanceStateJson
            .Write(Full)
            .Replace("\"input\":{\"a\":1}", "\"input\":{ \"a\" : 1 }", StringComparison.Ordinal);
        var state = InstanceStateJson.Read(text);

        Assert.Equal(text, InstanceStateJson.Write(state));
        Assert.Equal(1L, state.Input["a"]);
        Assert.Equal(text, InstanceStateJson.Write(state));
    }

    /// <summary>Every member says something else than it would if nobody had set it.</summary>
    private static InstanceState Full
    {
        get
        {
            var by = new Actor("u", "name", "english", new HashSet<string> { "role" }, "party");
            var moment = DateTimeOffset.UnixEpoch.AddDays(1);
            var map = new Dictionary<string, object?> { ["a"] = 1L };
            return new InstanceState
            {
                InstanceId = "i",
                DefinitionId = "d",
                DefinitionVersionId = "d-1",
                DefinitionVersion = 1,
                Status = InstanceStatus.Finished,
                SubStatus = InstanceSubStatus.Cancelled,
                Name = "n",
                CorrelationId = "c",
                Counter = 2,
                JournalSequence = 3,
                Input = map,
                Output = new Dictionary<string, object?> { ["$b"] = null },
                Outcomes = ["o"],
                Variables = new Dictionary<string, object?> { ["v"] = TimeSpan.FromDays(1) },
                Dynamic = new Dictionary<string, object?>
                {
                    ["x"] = new List<object?> { 1.0, true, "ع" },
                },
                Register = new Dictionary<string, IReadOnlyDictionary<string, object?>> { ["node"] = map },
                LastResult = 7m,
                Events = new Dictionary<string, ReceivedEvent> { ["e"] = new(map, by) },
                Executions =
                [
                    new ActivityExecution
                    {
                        Id = "i-1",
                        NodeId = "node",
                        OwnerId = "owner",
                        Backward = true,
                        Leftover = true,
                        Breaking = true,
                        Faulted = true,
                        Inputs = map,
                        Variables = map,
                        Dynamic = map,
                        State = new FlowScope(
                            "start",
                            new Dictionary<string, long> { ["start"] = 1 },
                            new Dictionary<string, long> { ["a->b"] = 2 },
                            ["a->b"]
                        ),
                        StartedAt = moment,
                    },
                ],
                Queue = [new WorkItem.Run("node", "owner")],
                Waits =
                [
                    new Wait.ForTask("w1", "i-1", "node", "k", ["Done"]),
                    new Wait.ForTimer("w2", "i-1", "node", "k", moment, TimerKind.Reminder),
                    new Wait.ForEvent("w3", "i-1", "node", "k", "event") { CorrelationId = "c" },
                    new Wait.ForChild("w4", "i-1", "node", "k"),
                    new Wait.ForCall("w5", "i-1", "node", "k", "address"),
                ],
                Ask = new PendingAsk("ask", "i-1"),
                Trigger = "t",
                Skip = new PendingSkip("node", "o"),
                CreatedAt = moment,
                UpdatedAt = moment,
                FinishedAt = moment,
            };
        }
    }

    private static void AssertAll<T>(T state, T again)
        where T : notnull
    {
        foreach (var member in typeof(T).GetProperties())
        {
            var (told, read) = (member.GetValue(state), member.GetValue(again));
            Assert.False(IsUntold(told), $"The test says nothing of {member.Name}.");
            Assert.Equivalent(told, read, strict: true);
        }
    }

    private static bool IsUntold(object? value) =>
        value is null or ICollection { Count: 0 }
        || value.GetType() is { IsValueType: true } type && value.Equals(Activator.CreateInstance(type));

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
        return [.. JsonNode.Parse(stream)!.AsArray().Select(s => s!.ToJsonString(AsStored))];
    }

    private static JsonObject Document(int schema) =>
        new()
        {
            ["schema"] = schema,
            ["state"] = new JsonObject { ["name"] = "x" },
        };
}
