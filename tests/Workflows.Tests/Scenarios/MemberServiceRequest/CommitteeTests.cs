using CaseFlow.Domain.Parties;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Tests.Scenarios.MemberServiceRequest;

public sealed class CommitteeTests
{
    private const string Vote = "CaseFlow.CommitteeStudy.Vote";
    private const string Decide = "CaseFlow.CommitteeStudy.Decide";

    [Fact]
    public void Every_seated_member_gets_a_vote_task_of_their_own()
    {
        var journey = InStudy();

        Assert.All(journey.Story.Tasks, t => Assert.Equal((Vote, (string?)null), (t.Kind, t.CandidateRole)));
        Assert.Equal(["chair", "second", "third"], journey.Story.Tasks.Select(t => t.Assignee));
        Assert.All(journey.Story.Tasks, t => Assert.Equal(journey.Story.Now.AddDays(30), t.DueAt));
    }

    [Fact]
    public void The_chair_may_decide_once_the_quorum_has_voted()
    {
        var journey = InStudy().Vote(CaseDesk.Second, "accept");
        Assert.DoesNotContain(journey.Story.Tasks, t => t.Kind == Decide);

        journey.Vote(CaseDesk.Third, "accept");

        var task = Assert.Single(journey.Story.Tasks, t => t.Kind == Decide);
        Assert.Equal(Role.CommitteeChair, task.CandidateRole);
        Assert.Equal(["Decided", "ReturnedForItems", "Reconvene"], task.Outcomes);
    }

    [Fact]
    public void A_decision_closes_the_votes_that_are_still_open()
    {
        var journey = InStudy().Vote(CaseDesk.Chair, "accept").Vote(CaseDesk.Third, "accept").Decide("accept");

        Assert.Empty(journey.Story.Tasks);
        Assert.Equal(TimerKind.NotBefore, Assert.Single(journey.Story.Timers).Kind);
    }

    [Fact]
    public void A_decision_against_the_votes_is_refused_and_told_to_the_chair()
    {
        var journey = InStudy().Vote(CaseDesk.Chair, "reject").Vote(CaseDesk.Second, "reject").Decide("accept");

        Assert.Equal("study.against-majority", journey.Story.Incident!.Refusal!.Code);
        Assert.True(journey.Story.RefusedByTask);
    }

    [Fact]
    public void An_incident_of_the_study_does_not_keep_what_was_decided()
    {
        var journey = InStudy().Vote(CaseDesk.Chair, "reject").Vote(CaseDesk.Second, "reject").Decide("accept");

        Assert.Null(journey.Story.Incident!.Stimulus);
    }

    [Fact]
    public void When_too_few_can_vote_the_chair_convenes_anew_and_everybody_votes_again()
    {
        var journey = InStudy().Vote(CaseDesk.Chair, "accept").Recuse(CaseDesk.Second).Recuse(CaseDesk.Third);
        var task = Assert.Single(journey.Story.Tasks);
        Assert.Equal(["ReturnedForItems", "Reconvene"], task.Outcomes);

        journey.Desk.Roster = [.. journey.Desk.Roster, new("fourth", "Fourth", false)];
        journey.Decide("Reconvene", CaseDesk.Chair, []);

        Assert.Null(journey.Story.Incident);
        Assert.Equal(["chair", "fourth"], journey.Story.Tasks.Select(t => t.Assignee));
    }

    [Fact]
    public void When_the_chair_steps_back_the_other_members_decide()
    {
        var journey = InStudy().Vote(CaseDesk.Second, "accept").Vote(CaseDesk.Third, "accept").Recuse(CaseDesk.Chair);

        var task = Assert.Single(journey.Story.Tasks);
        Assert.Equal((Decide, Role.CommitteeMember), (task.Kind, task.CandidateRole));
        journey.Decide("accept", CaseDesk.Second);
        Assert.Null(journey.Story.Incident);
        Assert.Empty(journey.Story.Tasks);
    }

    [Fact]
    public void Late_votes_are_reminded_of_and_escalated_to_the_chair()
    {
        var journey = InStudy().Vote(CaseDesk.Second, "accept").Days(30);

        var open = journey.Story.Tasks.Select(t => t.TaskId).ToList();
        Assert.Equal(2, open.Count);
        Assert.All(open, id => Assert.Contains(new Effect.RemindTask(id), journey.Story.Effects));
        Assert.All(
            open,
            id => Assert.Contains(new Effect.EscalateTask(id, Role.CommitteeChair), journey.Story.Effects)
        );
    }

    private static Journey InStudy() => new Journey().Receive().Match().Sign().Explain();
}
