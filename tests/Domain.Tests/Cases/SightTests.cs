using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Parties;

namespace CaseFlow.Domain.Tests.Cases;

public sealed class SightTests
{
    [Fact]
    public void Who_stepped_back_sees_no_dossier_whatever_other_role_he_holds()
    {
        var world = World.InStudy();
        var both = World.Person("third", null, Role.CommitteeMember, Role.Auditor);
        Assert.True(world.Case.CanSeeDossier(both));
        world.Do(new Recuse(both, "my cousin"));

        Assert.False(world.Case.CanSeeDossier(both));
    }

    [Fact]
    public void Staff_do_not_see_the_dossier_of_their_own_case() =>
        Assert.False(
            World.Opened().Case.CanSeeDossier(World.Person("sara", "party-1", Role.Member, Role.RelationsOfficer))
        );

    [Fact]
    public void Of_the_committee_only_its_seats_see_the_dossier()
    {
        var world = World.InStudy();

        Assert.True(world.Case.CanSeeDossier(World.Second));
        Assert.False(world.Case.CanSeeDossier(World.Person("guest", null, Role.CommitteeMember)));
        Assert.False(World.Ready().Case.CanSeeDossier(World.Second));
    }

    [Fact]
    public void A_policy_administrator_and_a_stranger_see_no_dossier()
    {
        var world = World.Opened();

        Assert.False(world.Case.CanSeeDossier(World.Person("admin", null, Role.PolicyAdministrator)));
        Assert.False(world.Case.CanSeeDossier(World.Person("other", "party-2", Role.Member)));
        Assert.True(world.Case.CanSeeDossier(World.Officer));
    }

    [Fact]
    public void Each_seat_reads_its_own_note_first_and_the_others_once_all_are_in()
    {
        var world = World.InStudy();
        world.Vote(World.Chair, VoteChoice.Accept);
        world.Vote(World.Second, VoteChoice.Reject);
        Assert.Equal(["note of second"], world.Case.NotesVisibleTo(World.Second).Select(n => n.Note));
        Assert.Empty(world.Case.NotesVisibleTo(World.Third));

        world.Vote(World.Third, VoteChoice.Accept);
        Assert.Equal(3, world.Case.NotesVisibleTo(World.Second).Count);
    }

    [Fact]
    public void Officers_read_no_study_notes_and_the_auditor_only_after_the_reply()
    {
        var world = World.Decided(DecisionOutcome.Reject);
        Assert.Empty(world.Case.NotesVisibleTo(World.Officer));
        Assert.Empty(world.Case.NotesVisibleTo(World.Auditor));

        world.Now = world.EarliestReply;
        world.Reply();
        Assert.Empty(world.Case.NotesVisibleTo(World.Officer));
        Assert.Equal(3, world.Case.NotesVisibleTo(World.Auditor).Count);
    }

    [Fact]
    public void Before_the_reply_only_the_seats_know_the_decision()
    {
        var world = World.Decided(DecisionOutcome.Reject);
        Assert.NotNull(world.Case.DecisionVisibleTo(World.Second));
        Assert.Null(world.Case.DecisionVisibleTo(World.Officer));
        Assert.Null(world.Case.DecisionVisibleTo(World.Auditor));
        Assert.Null(world.Case.DecisionVisibleTo(World.Applicant));

        world.Now = world.EarliestReply;
        world.Reply();
        Assert.NotNull(world.Case.DecisionVisibleTo(World.Officer));
        Assert.NotNull(world.Case.DecisionVisibleTo(World.Applicant));
        Assert.Null(world.Case.DecisionVisibleTo(World.Person("other", "party-2", Role.Member)));
    }

    [Fact]
    public void A_seat_that_took_a_hand_in_the_case_no_longer_learns_the_decision()
    {
        var world = World.Decided(DecisionOutcome.Reject);
        var both = World.Person("third", null, Role.CommitteeMember, Role.SocialResearchOfficer);
        Assert.NotNull(world.Case.DecisionVisibleTo(both));
        world.Do(new RecordClarification(both, "explained", null));

        Assert.Null(world.Case.DecisionVisibleTo(both));
    }

    [Fact]
    public void Events_of_the_committee_are_read_by_its_seats_until_the_reply()
    {
        var world = World.Decided(DecisionOutcome.Reject);
        var decided = world.Events.Single(e => e.Code == "study.decision-sealed");
        var matched = world.Events.Single(e => e.Code == "case.matched");

        Assert.True(world.Case.CanSee(decided, World.Second));
        Assert.False(world.Case.CanSee(decided, World.Officer));
        Assert.False(world.Case.CanSee(decided, World.Applicant));
        Assert.True(world.Case.CanSee(matched, World.Applicant));
        Assert.False(world.Case.CanSee(matched with { Audience = EventAudience.Staff }, World.Applicant));
        Assert.True(world.Case.CanSee(matched with { Audience = EventAudience.Staff }, World.Officer));
    }
}
