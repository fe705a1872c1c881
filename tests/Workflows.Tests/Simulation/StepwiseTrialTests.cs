using CaseFlow.Domain.Cases;
using CaseFlow.Workflows.Execution;
using CaseFlow.Workflows.Simulation;
using CaseFlow.Workflows.Tests.Execution;
using CaseFlow.Workflows.Tests.Scenarios;
using CaseFlow.Workflows.Tests.Scenarios.MemberServiceRequest;

namespace CaseFlow.Workflows.Tests.Simulation;

/// <summary>A trial run as a page plays it: nothing happens but what somebody lets happen.</summary>
public sealed class StepwiseTrialTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 4, 9, 0, 0, TimeSpan.Zero);

    private const string TwoDelays = """
        slow = Elsa.Delay {"timeSpan":"30.00:00:00"}
        fast = Elsa.Delay {"timeSpan":"1.00:00:00"}
        s -> slow
        s -> fast
        slow -> a
        fast -> b
        """;

    [Fact]
    public async Task Time_stands_until_it_is_let_pass()
    {
        var result = await RunAsync(TwoDelays);

        Assert.Equal(["s"], result.Lines);
        Assert.Equal(Start, result.End);
    }

    [Fact]
    public async Task What_falls_due_while_time_passes_does_so_at_its_moment()
    {
        var moments = new List<DateTimeOffset>();
        var plan = Plan(TwoDelays, new TrialNews.Passing(TimeSpan.FromDays(2))) with
        {
            Told = step => moments.Add(step.At),
        };

        var result = await Trial.RunAsync(Story.Engine, plan);

        Assert.Equal([Start, Start.AddDays(1)], moments);
        Assert.Equal(["s", "b"], result.Lines);
        Assert.Equal(Start.AddDays(2), result.End);
    }

    [Fact]
    public async Task News_go_in_their_order_even_when_nobody_waits_for_them()
    {
        var result = await RunAsync(
            """
            a = Elsa.Event {"eventName":"A"}
            b = Elsa.Event {"eventName":"B"}
            a -> b
            b -> end
            """,
            new TrialNews.Event("B", null),
            new TrialNews.Event("A", null)
        );

        Assert.Equal("b", Assert.Single(result.Waits).ActivityId);
        Assert.Equal(new TrialNews.Event("B", null), Assert.Single(result.Unused));
    }

    [Fact]
    public async Task A_burst_that_fails_has_not_happened()
    {
        var result = await RunAsync(
            """
            wait = Elsa.Delay {"timeSpan":"1.00:00:00"}
            bad = Elsa.Fault {}
            wait -> bad
            """,
            new TrialNews.NextTimer(),
            new TrialNews.Passing(TimeSpan.FromDays(5))
        );

        Assert.Equal("wait", Assert.Single(result.Waits).ActivityId);
        Assert.Equal("bad", Assert.Single(result.Incidents).ActivityId);
        Assert.Equal(InstanceStatus.Running, result.Status);
    }

    [Fact]
    public async Task The_case_says_no_to_whoever_completes_a_task_and_nothing_stops()
    {
        var desk = new CaseOnTrial(Start);
        var steps = new List<TrialStep>();
        var plan = new TrialPlan(Journey.Procedure, Start)
        {
            Stepwise = true,
            Case = desk,
            Input = new Dictionary<string, object?> { ["Policy"] = CaseDesk.Policy.ToPlain() },
            Told = steps.Add,
            News =
            [
                new TrialNews.TaskDone("receive", null, Journey.Data(("channel", "interview")))
                {
                    By = CaseDesk.Provider,
                },
            ],
        };

        var result = await Trial.RunAsync(Story.Engine, plan);

        Assert.True(steps[^1].IsRefusal);
        Assert.Empty(result.Incidents);
        Assert.Contains(result.Waits, w => w.ActivityId == "receive");
        Assert.Null(desk.Desk.File.Reception);
    }

    private static Task<TrialResult> RunAsync(string chart, params TrialNews[] news) =>
        Trial.RunAsync(Story.Engine, Plan(chart, news));

    private static TrialPlan Plan(string chart, params TrialNews[] news) =>
        new(Chart.Read(chart), Start) { News = news, Stepwise = true };

    private sealed class CaseOnTrial : ITrialCase
    {
        public CaseOnTrial(DateTimeOffset now)
        {
            Desk = new CaseDesk(now);
            Desk.Begin();
        }

        public CaseDesk Desk { get; }

        public CaseAnswer Answer(CaseCommand command, DateTimeOffset now) => Desk.Handle(command, now);

        public void Keep() => Desk.Begin();

        public void Undo() => Desk.Undo();
    }
}
