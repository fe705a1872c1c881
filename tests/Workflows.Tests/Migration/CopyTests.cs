using System.Text.Json.Nodes;
using CaseFlow.Workflows.Execution;
using CaseFlow.Workflows.Migration;
using CaseFlow.Workflows.Tests.Execution;

namespace CaseFlow.Workflows.Tests.Migration;

/// <summary>Moved to an identical version, an instance behaves as if nothing had happened, wherever it waits.</summary>
public sealed class CopyTests
{
    private const string Day = """{"timeSpan":"1.00:00:00"}""";

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 80)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Moving_to_an_identical_version_changes_nothing_but_its_name(int seed)
    {
        var definition = Chart.Read(RandomFlowTests.Text(new Random(seed)), RandomFlowTests.Counter);
        var story = new Story(definition).Start();
        for (var step = 0; step < 25 && story.Status == InstanceSubStatus.Suspended; step++)
        {
            var moved = story.TryMove(definition.Next());

            Assert.Empty(moved.Problems);
            Assert.Empty(moved.Notes);
            Assert.Equal(
                Text(story.State!),
                Text(moved.State! with { DefinitionVersionId = definition.Id, DefinitionVersion = 1 })
            );
            RandomFlowTests.Step(story, new Random(seed + step));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whoever_is_moved_at_every_stop_comes_to_the_same_end_with_the_same_journal(int seed)
    {
        var definition = Chart.Read(RandomFlowTests.Text(new Random(seed)), RandomFlowTests.Counter);
        var (stays, moves) = (new Story(definition).Start(), new Story(definition).Start());
        var versions = (definition, definition.Next());
        for (var step = 0; step < 40 && stays.Status == InstanceSubStatus.Suspended; step++)
        {
            moves.Move(step % 2 == 0 ? versions.Item2 : versions.Item1);
            RandomFlowTests.Step(stays, new Random(seed + step));
            RandomFlowTests.Step(moves, new Random(seed + step));
        }

        Assert.Equal(stays.Status, moves.Status);
        Assert.Equal(stays.Lines, moves.Lines);
        Assert.Equal(stays.Journal, moves.Journal);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Renaming_every_activity_changes_nothing_but_the_names(int seed)
    {
        var text = RandomFlowTests.Text(new Random(seed));
        var definition = Chart.Read(text, RandomFlowTests.Counter);
        var renamed = Chart.Definition(Chart.Flowchart("g", text), RandomFlowTests.Counter).Next(Renamed);
        var plan = MigrationPlan.None with
        {
            Nodes = definition.Activities.ToDictionary(
                n => n.NodeId,
                n => n.Parent is null ? "Workflow1:g" : $"Workflow1:g:{Renamed(n.Id)}"
            ),
        };
        var (stays, moves) = (new Story(definition).Start(), new Story(definition).Start());
        for (var step = 0; step < 40 && stays.Status == InstanceSubStatus.Suspended; step++)
        {
            if (step == seed % 4)
            {
                moves.Move(renamed, plan);
            }
            RandomFlowTests.Step(stays, new Random(seed + step));
            RandomFlowTests.Step(moves, new Random(seed + step));
        }

        Assert.Equal(stays.Status, moves.Status);
        Assert.Equal(stays.Lines, moves.Lines);
        Assert.Equal(stays.Journal.Select(j => j.Event), moves.Journal.Select(j => j.Event));
        Assert.Equal(
            stays.Journal.Select(j => Renamed(j.ActivityId)),
            moves.Journal.Select(j => Renamed(j.ActivityId))
        );
    }

    public static TheoryData<string> Containers =>
        ["sequence", "parallel", "fork", "if", "switch", "while", "for", "forEach", "parallelForEach", "flowchart"];

    [Theory]
    [MemberData(nameof(Containers))]
    public void Whatever_holds_the_waits_they_go_on_under_the_new_version(string kind)
    {
        // Two levels deep, so that the container itself waits inside another one.
        var definition = Chart.Definition(
            new JsonObject
            {
                ["id"] = "root",
                ["type"] = "Elsa.Sequence",
                ["activities"] = new JsonArray(Line("first"), Container(kind), Line("last")),
            },
            RandomFlowTests.Counter
        );
        var (stays, moves) = (new Story(definition).Start(), new Story(definition).Start());
        for (var day = 0; day < 12 && stays.Status == InstanceSubStatus.Suspended; day++)
        {
            moves.Move(day % 2 == 0 ? definition.Next() : definition);
            stays.WaitDays(1);
            moves.WaitDays(1);
        }

        Assert.Equal(InstanceSubStatus.Finished, moves.Status);
        Assert.Equal("last", moves.Lines[^1]);
        Assert.Equal(stays.Lines, moves.Lines);
        Assert.Equal(stays.Journal, moves.Journal);
    }

    private static JsonObject Container(string kind)
    {
        switch (kind)
        {
            case "sequence":
                return Holding("Elsa.Sequence", "activities", Wait("w"), Line("a"));
            case "parallel":
                return Holding("Elsa.Parallel", "activities", Wait("w"), Line("a"), Wait("x", 2));
            case "fork":
                return Holding("Elsa.Fork", "branches", Wait("w"), Line("a"), Wait("x", 2));
            case "if":
                var choice = Chart.Activity("c", "Elsa.If", """{"condition":false}""");
                (choice["then"], choice["else"]) = (Line("a"), Body());
                return choice;
            case "switch":
                var cases = Chart.Activity("c", "Elsa.Switch");
                cases["cases"] = new JsonArray(
                    new JsonObject
                    {
                        ["label"] = "one",
                        ["condition"] = JsonNode.Parse("""{"type":"JavaScript","value":"true"}"""),
                        ["activity"] = Body(),
                    }
                );
                return cases;
            case "while":
                return Looping("Elsa.While", """{"condition":@}""", "setN(getN() + 1); return getN() < 4");
            case "for":
                return Looping("Elsa.For", """{"start":1,"end":3}""");
            case "forEach":
                return Looping("Elsa.ForEach", """{"items":@}""", "['a','b','c']");
            case "parallelForEach":
                return Looping("Elsa.ParallelForEach", """{"items":@}""", "['a','b','c']");
            default:
                return Chart.Flowchart(
                    "c",
                    $$"""
                    s -> w
                    s -> x
                    w = Elsa.Delay {{Day}}
                    x = Elsa.Delay {"timeSpan":"3.00:00:00"}
                    j = Elsa.FlowJoin {"mode":"WaitAll"}
                    w -> j
                    x -> j
                    j -> e
                    """
                );
        }
    }

    private static JsonObject Holding(string type, string port, params JsonNode[] children)
    {
        var container = Chart.Activity("c", type);
        container[port] = new JsonArray(children);
        return container;
    }

    private static JsonObject Looping(string type, string inputs, string? script = null)
    {
        var expression = new JsonObject
        {
            ["typeName"] = "Object",
            ["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = script },
        };
        var loop = Chart.Activity("c", type, inputs.Replace("@", expression.ToJsonString(), StringComparison.Ordinal));
        loop["body"] = Body();
        return loop;
    }

    private static JsonObject Body()
    {
        var body = Chart.Activity("body", "Elsa.Sequence");
        body["activities"] = new JsonArray(Line("before"), Wait("inside"), Line("after"));
        return body;
    }

    private static JsonObject Line(string id) => Chart.Activity(id, "Elsa.WriteLine", $$"""{"text":"{{id}}"}""");

    private static JsonObject Wait(string id, int days = 1) =>
        Chart.Activity(id, "Elsa.Delay", $$"""{"timeSpan":"{{days}}.00:00:00"}""");

    private static string Text(InstanceState state) => InstanceStateJson.Write(state);

    // Every id of the random charts is n and a number, or the word again; in a document they stand in quotes.
    private static string Renamed(string? text) =>
        text is null or "f"
            ? "g"
            : System.Text.RegularExpressions.Regex.Replace(text, "(?<=^|\"|:)[nm](?=[0-9]+($|\"))", "m");
}
