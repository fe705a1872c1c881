using System.Globalization;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Tests.Execution;

/// <summary>
/// Flowcharts at random. <see cref="Story"/> plays every burst twice, once from stored text; here only what must hold for all is added.
/// </summary>
public sealed class RandomFlowTests
{
    internal const string Counter = """{"variables":[{"id":"n","name":"N","typeName":"Int32","value":"0"}]}""";

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 80)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_running_instance_always_waits_for_something_and_a_finished_one_for_nothing(int seed)
    {
        var random = new Random(seed);
        var story = new Story(Chart.Read(Text(random), Counter)).Start();
        for (var step = 0; step < 40 && story.Incident is null && story.Status == InstanceSubStatus.Suspended; step++)
        {
            Assert.NotEmpty(story.State!.Waits);
            Step(story, random);
        }
        if (story.Status == InstanceSubStatus.Finished)
        {
            Assert.Empty(story.State!.Waits);
            Assert.Empty(story.State.Executions);
        }
        Assert.Null(story.Incident);
    }

    internal static void Step(Story story, Random random)
    {
        if (story.Tasks.Count > 0 && random.Next(2) == 0)
        {
            story.Complete(story.Tasks[random.Next(story.Tasks.Count)], "Done");
        }
        else if (story.Subscriptions.Count > 0 && random.Next(2) == 0)
        {
            story.Raise($"E{random.Next(2)}");
        }
        else
        {
            story.WaitDays(random.Next(1, 4));
        }
    }

    /// <summary>Activities in a row, each reached from an earlier one, and now and then a loop back to the first.</summary>
    internal static string Text(Random random)
    {
        var lines = new List<string> { "n0 -> n1" };
        var count = random.Next(5, 16);
        for (var i = 1; i <= count; i++)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"n{i} = {Kind(random)}"));
            for (var into = random.Next(1, 4); into > 0 && i > 1; into--)
            {
                var source = random.Next(1, i);
                lines.Add($"n{source}{Port(random, lines[PositionOf(lines, source)])} -> n{i}");
            }
        }
        if (random.Next(2) == 0)
        {
            var condition =
                """{"typeName":"Boolean","expression":{"type":"JavaScript","value":"setN(getN() + 1); return getN() < 4"} }""";
            var source = random.Next(1, count + 1);
            lines.Add($$"""again = Elsa.FlowDecision {"condition":{{condition}} }""");
            lines.Add($"n{source}{Port(random, lines[PositionOf(lines, source)])} -> again");
            lines.Add("again:True -> n1");
        }
        return string.Join('\n', lines.Distinct());
    }

    private static int PositionOf(List<string> lines, int node) =>
        lines.FindIndex(l => l.StartsWith($"n{node} = ", StringComparison.Ordinal));

    private static string Port(Random random, string declaration) =>
        declaration.Contains("FlowDecision", StringComparison.Ordinal)
            ? random.Next(2) == 0
                ? ":True"
                : ":False"
            : "";

    private static string Kind(Random random) =>
        random.Next(9) switch
        {
            0 => """Elsa.Delay {"timeSpan":"1.00:00:00"}""",
            1 => """Elsa.RunTask {"taskName":"x"}""",
            2 => """Elsa.Event {"eventName":"E0"}""",
            3 => """Elsa.Event {"eventName":"E1"}""",
            4 => """Elsa.FlowDecision {"condition":true}""",
            5 => """Elsa.FlowJoin {"mode":"WaitAny"}""",
            6 => """Elsa.FlowJoin {"mode":"WaitAll"}""",
            7 => """Elsa.FlowJoin {"mode":"WaitAllActive"}""",
            _ => """Elsa.WriteLine {"text":"x"}""",
        };
}
