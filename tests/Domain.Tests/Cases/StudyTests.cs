using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Parties;

namespace CaseFlow.Domain.Tests.Cases;

public sealed class StudyTests
{
    [Fact]
    public void Whoever_acted_on_the_case_gets_no_seat()
    {
        var world = World.Ready();
        world.Do(new ReferToCommittee());
        var seats = world
            .Ask<StudyOpened>(
                new OpenStudy([
                    new CommitteeSeat("chair", "Chair", true),
                    new CommitteeSeat("officer", "Officer", false),
                    new CommitteeSeat("sara", "Sara", false),
                    new CommitteeSeat("second", "Second", false),
                ])
            )
            .Seats;

        Assert.Equal(["chair", "second"], seats.Select(s => s.UserId));
    }

    [Fact]
    public void An_officer_who_acts_on_the_case_later_may_not_vote()
    {
        var world = World.InStudy();
        var both = World.Person("third", null, Role.CommitteeMember, Role.SocialResearchOfficer);
        world.Do(new RecordClarification(both, "explained", null));

        world.RefusesWith("study.officer-is-not-decider", new CastVote(both, VoteChoice.Accept, "note", []));
    }

    [Fact]
    public void The_vote_of_an_officer_who_acted_after_it_does_not_count()
    {
        var world = World.InStudy();
        var both = World.Person("third", null, Role.CommitteeMember, Role.SocialResearchOfficer);
        world.Vote(World.Chair, VoteChoice.Accept);
        world.Vote(both, VoteChoice.Accept);
        world.Do(new RecordClarification(both, "explained", null));

        world.RefusesWith("study.no-quorum", Seal(DecisionOutcome.Accept));
    }

    [Fact]
    public void A_committee_that_cannot_reach_its_quorum_is_not_seated()
    {
        var world = World.Ready();
        world.Do(new ReferToCommittee());

        world.RefusesWith("study.quorum-impossible", new OpenStudy([new CommitteeSeat("chair", "Chair", true)]));
    }

    [Fact]
    public void A_committee_has_one_chair() =>
        World
            .InStudy()
            .RefusesWith(
                "study.several-chairs",
                new OpenStudy([new CommitteeSeat("chair", "Chair", true), new CommitteeSeat("second", "Second", true)])
            );

    [Fact]
    public void Without_quorum_there_is_no_decision()
    {
        var world = World.InStudy();
        Assert.False(world.Vote(World.Chair, VoteChoice.Accept).QuorumMet);

        world.RefusesWith("study.no-quorum", Seal(DecisionOutcome.Accept));
    }

    [Fact]
    public void An_abstention_counts_for_the_quorum_and_for_nothing_else()
    {
        var world = World.InStudy();
        world.Vote(World.Second, VoteChoice.Abstain);
        Assert.True(world.Vote(World.Chair, VoteChoice.Reject).QuorumMet);

        world.RefusesWith("study.against-majority", Seal(DecisionOutcome.Accept));
        world.Seal(DecisionOutcome.Reject);
    }

    [Fact]
    public void A_decision_follows_the_majority()
    {
        var world = World.InStudy();
        world.Vote(World.Chair, VoteChoice.Reject);
        world.Vote(World.Second, VoteChoice.Accept);
        Assert.True(world.Vote(World.Third, VoteChoice.Accept).AllIn);

        world.RefusesWith("study.against-majority", Seal(DecisionOutcome.Reject));
        world.Seal(DecisionOutcome.Accept);
    }

    [Theory]
    [InlineData(VoteChoice.Accept, DecisionOutcome.Accept)]
    [InlineData(VoteChoice.Reject, DecisionOutcome.Reject)]
    public void The_chair_breaks_a_tie(VoteChoice chair, DecisionOutcome outcome)
    {
        var world = World.InStudy();
        world.Vote(World.Chair, chair);
        world.Vote(World.Second, chair == VoteChoice.Accept ? VoteChoice.Reject : VoteChoice.Accept);

        world.Seal(outcome);

        Assert.Equal(outcome, world.Case.File.Decision!.Outcome);
    }

    [Fact]
    public void A_tie_without_the_chairs_vote_decides_nothing()
    {
        var world = World.InStudy();
        world.Vote(World.Second, VoteChoice.Accept);
        world.Vote(World.Third, VoteChoice.Reject);

        world.RefusesWith("study.no-majority", Seal(DecisionOutcome.Accept));
    }

    [Fact]
    public void Nobody_votes_twice()
    {
        var world = World.InStudy();
        world.Vote(World.Second, VoteChoice.Accept);

        world.RefusesWith("study.already-voted", new CastVote(World.Second, VoteChoice.Reject, "changed", []));
    }

    [Fact]
    public void A_vote_without_a_study_note_is_refused() =>
        World.InStudy().RefusesWith("case.text-missing", new CastVote(World.Second, VoteChoice.Accept, "", []));

    [Fact]
    public void Who_has_no_seat_does_not_vote() =>
        World
            .InStudy()
            .RefusesWith(
                "study.not-seated",
                new CastVote(World.Person("guest", null, Role.CommitteeMember), VoteChoice.Accept, "note", [])
            );

    [Fact]
    public void Who_stepped_back_neither_votes_nor_counts()
    {
        var world = World.InStudy();
        world.Vote(World.Third, VoteChoice.Accept);
        world.Vote(World.Second, VoteChoice.Reject);
        world.Do(new Recuse(World.Third, "my cousin"));

        world.RefusesWith("study.recused", new CastVote(World.Third, VoteChoice.Accept, "note", []));
        world.RefusesWith("study.no-quorum", Seal(DecisionOutcome.Reject));
    }

    [Fact]
    public void Who_stepped_back_gets_no_seat_when_the_committee_meets_again()
    {
        var world = World.InStudy();
        world.Do(new Recuse(World.Third, "my cousin"));
        world.Seat();

        Assert.Equal(["chair", "second"], world.Case.File.Committee!.Seats.Select(s => s.UserId));
    }

    [Fact]
    public void Stepping_back_twice_or_without_a_reason_is_refused()
    {
        var world = World.InStudy();
        world.RefusesWith("case.text-missing", new Recuse(World.Third, " "));
        world.Do(new Recuse(World.Third, "my cousin"));

        world.RefusesWith("study.recused", new Recuse(World.Third, "my cousin"));
    }

    [Fact]
    public void Votes_of_an_earlier_session_do_not_count()
    {
        var world = World.InStudy();
        world.Vote(World.Chair, VoteChoice.Accept);
        world.Vote(World.Second, VoteChoice.Accept);
        world.Seat();

        world.RefusesWith("study.no-quorum", Seal(DecisionOutcome.Accept));
    }

    [Fact]
    public void The_chair_records_the_decision()
    {
        var world = World.InStudy();
        world.Vote(World.Chair, VoteChoice.Accept);
        world.Vote(World.Second, VoteChoice.Accept);

        world.RefusesWith("study.chair-decides", Seal(DecisionOutcome.Accept) with { By = World.Second });
    }

    [Fact]
    public void Another_seat_records_it_when_the_chair_stepped_back()
    {
        var world = World.InStudy();
        world.Do(new Recuse(World.Chair, "my brother"));
        world.Vote(World.Second, VoteChoice.Accept);
        world.Vote(World.Third, VoteChoice.Accept);

        world.Seal(DecisionOutcome.Accept, World.Second);
    }

    [Fact]
    public void A_rejection_without_a_reason_is_refused()
    {
        var world = Rejecting();

        world.RefusesWith("study.rejection-without-reason", Seal(DecisionOutcome.Reject) with { Reasons = [] });
    }

    [Fact]
    public void A_reason_rests_on_a_clause_that_exists()
    {
        var world = Rejecting();

        world.RefusesWith(
            "study.clause-unknown",
            Seal(DecisionOutcome.Reject) with
            {
                Reasons = [new DecisionReason("P99", "because")],
            }
        );
    }

    [Fact]
    public void A_reason_has_words()
    {
        var world = Rejecting();

        world.RefusesWith(
            "case.text-missing",
            Seal(DecisionOutcome.Reject) with
            {
                Reasons = [new DecisionReason("P58", " ")],
            }
        );
    }

    [Fact]
    public void A_decision_waits_for_the_least_deliberation()
    {
        var world = World.InStudy(w => w.Policy = w.Policy with { MinimumDeliberation = TimeSpan.FromDays(3) });
        world.Vote(World.Chair, VoteChoice.Accept);
        world.Vote(World.Second, VoteChoice.Accept);
        world.Now += TimeSpan.FromDays(3) - TimeSpan.FromSeconds(1);
        world.RefusesWith("study.deliberation-running", Seal(DecisionOutcome.Accept));

        world.Now += TimeSpan.FromSeconds(1);
        world.Seal(DecisionOutcome.Accept);
    }

    [Fact]
    public void A_decision_is_final()
    {
        var world = World.Decided(DecisionOutcome.Accept);

        world.RefusesWith("study.already-decided", Seal(DecisionOutcome.Accept));
        world.RefusesWith("study.already-decided", new Recuse(World.Third, "late"));
        world.RefusesWith("study.already-decided", new OpenStudy([]));
        world.RefusesWith(
            "study.already-decided",
            new ReturnForItems(World.Chair, [new MissingItem("note", MissingKind.Fact)])
        );
    }

    private static World Rejecting()
    {
        var world = World.InStudy();
        world.Vote(World.Chair, VoteChoice.Reject);
        world.Vote(World.Second, VoteChoice.Reject);
        return world;
    }

    private static SealDecision Seal(DecisionOutcome outcome) =>
        new(World.Chair, outcome, [new DecisionReason("P58", "because")], null);
}
