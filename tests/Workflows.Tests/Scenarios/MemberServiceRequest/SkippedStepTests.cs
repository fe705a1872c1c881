using CaseFlow.Domain.Cases;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Tests.Scenarios.MemberServiceRequest;

/// <summary>Whatever step an operator passes over, the case itself lets nothing slip (P56, P58, P59).</summary>
public sealed class SkippedStepTests
{
    [Theory]
    [InlineData("accept", "Accepted")]
    [InlineData("accept", "Rejected")]
    [InlineData("reject", "Accepted")]
    [InlineData("reject", "Rejected")]
    public void Who_passes_over_the_gate_gets_no_letter_and_the_same_no_whatever_was_decided(
        string decision,
        string outcome
    )
    {
        var journey = Journey.UntilGate(decision).Days(3);
        var letters = journey.Desk.Letters.ToList();

        Skip(journey, Timer(journey), "study-gate", outcome);

        Assert.Equal("case.no-permit", journey.Story.Incident!.Code);
        Assert.Equal(letters, journey.Desk.Letters);
        Assert.Equal(CaseStatus.InStudy, journey.CaseStatus);
    }

    [Fact]
    public void Not_even_after_the_floor_does_a_letter_leave_without_the_gate()
    {
        var journey = Journey.UntilGate("accept");
        var timer = Timer(journey);
        journey.Story.Timers.Clear();
        journey.Days(20);

        Skip(journey, timer, "study-gate", "Accepted");

        Assert.Equal("case.no-permit", journey.Story.Incident!.Code);
        Assert.DoesNotContain("acceptance", journey.Desk.Letters);
    }

    [Fact]
    public void Who_passes_over_the_registration_finds_the_delivery_refused()
    {
        var journey = Journey.UntilGate("accept").Days(14);
        var task = journey.Story.Tasks.Single(t => t.ActivityId == "complete-registration");
        var done = new Stimulus.TaskCompleted(
            task.TaskId,
            "Done",
            new Dictionary<string, object?>(),
            CaseDesk.Provider
        );

        Skip(journey, done, "complete-registration", null);

        journey.Provide();

        Assert.Equal("case.wrong-status", journey.Story.Incident!.Code);
        Assert.Equal(CaseStatus.Accepted, journey.CaseStatus);
    }

    private static Stimulus.TimerDue Timer(Journey journey) =>
        new(journey.Story.Timers.Single(t => t.ActivityId == "study-gate").TimerId);

    private static void Skip(Journey journey, Stimulus original, string step, string? outcome) =>
        journey.Story.Feed(new Stimulus.Skipped(original, $"Workflow1:procedure:{step}", outcome));
}
