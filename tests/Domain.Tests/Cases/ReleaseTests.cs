using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Letters;

namespace CaseFlow.Domain.Tests.Cases;

public sealed class ReleaseTests
{
    [Fact]
    public void A_second_before_the_floor_no_permit_is_issued()
    {
        var world = World.Decided(DecisionOutcome.Accept);
        world.Now = World.Start.AddDays(14).AddSeconds(-1);

        Assert.Equal(World.Start.AddDays(14), world.Ask<ReleaseNotYet>(new OpenRelease()).NotBefore);
        Assert.Null(world.Case.File.Permit);
    }

    [Fact]
    public void At_the_floor_the_permit_is_issued_and_bound_to_the_decision()
    {
        var world = World.Decided(DecisionOutcome.Accept);
        world.Now = World.Start.AddDays(14);
        var opened = world.Ask<ReleaseOpened>(new OpenRelease());

        Assert.Equal(opened.PermitId, world.Case.File.Permit!.Id);
        Assert.Equal(world.Case.File.Decision!.Id, world.Case.File.Permit.DecisionId);
    }

    [Fact]
    public void Asked_again_the_gate_gives_the_same_permit()
    {
        var world = Open(DecisionOutcome.Accept);
        var first = world.Case.File.Permit!.Id;
        world.Now += TimeSpan.FromHours(1);

        Assert.Equal(first, world.Ask<ReleaseOpened>(new OpenRelease()).PermitId);
    }

    [Fact]
    public void Without_a_decision_there_is_nothing_to_release()
    {
        var world = World.InStudy();
        world.Now = World.Start.AddDays(20);

        world.RefusesWith("study.not-decided", new OpenRelease());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("permit-0123456789abcdef01234567")]
    public void A_decision_letter_needs_the_permit_itself(string? permit) =>
        Open(DecisionOutcome.Accept)
            .RefusesWith("case.no-permit", new AuthorizeLetter(LetterClass.DecisionAccept, "acceptance", permit));

    [Fact]
    public void A_decision_letter_before_the_gate_opened_is_refused() =>
        World
            .Decided(DecisionOutcome.Reject)
            .RefusesWith("case.no-permit", new AuthorizeLetter(LetterClass.DecisionReject, "rejection", ""));

    [Fact]
    public void A_permit_is_good_for_one_letter()
    {
        var world = World.Replied(DecisionOutcome.Accept);
        var permit = world.Case.File.Permit!;
        Assert.NotNull(permit.UsedAt);

        world.RefusesWith(
            "case.already-replied",
            new AuthorizeLetter(LetterClass.DecisionAccept, "acceptance", permit.Id)
        );
    }

    [Fact]
    public void A_permit_of_another_decision_opens_nothing()
    {
        var world = Open(DecisionOutcome.Accept);
        var file = world.Case.File;
        var other = new Case(file with { Decision = file.Decision! with { Id = "other" } }, world.Context);

        var refused = Assert.Throws<RefusalException>(() =>
            other.Handle(new AuthorizeLetter(LetterClass.DecisionAccept, "acceptance", file.Permit!.Id), world.Now)
        );

        Assert.Equal("case.permit-of-other-decision", refused.Refusal.Code);
    }

    [Theory]
    [InlineData(DecisionOutcome.Accept, LetterClass.DecisionReject)]
    [InlineData(DecisionOutcome.Reject, LetterClass.DecisionAccept)]
    public void A_letter_says_what_was_decided(DecisionOutcome outcome, LetterClass letter)
    {
        var world = Open(outcome);

        world.RefusesWith(
            "case.letter-contradicts-decision",
            new AuthorizeLetter(letter, "reply", world.Case.File.Permit!.Id)
        );
    }

    [Fact]
    public void A_clock_put_back_after_the_permit_stops_the_letter()
    {
        var world = Open(DecisionOutcome.Accept);
        world.Now = World.Start.AddDays(13);

        world.RefusesWith(
            "case.study-period-running",
            new AuthorizeLetter(LetterClass.DecisionAccept, "acceptance", world.Case.File.Permit!.Id)
        );
    }

    [Fact]
    public void A_floor_raised_after_the_permit_stops_the_letter()
    {
        var world = Open(DecisionOutcome.Accept);
        world.Policy = world.Policy with { StudyFloorDays = 21 };

        world.RefusesWith(
            "case.study-period-running",
            new AuthorizeLetter(LetterClass.DecisionAccept, "acceptance", world.Case.File.Permit!.Id)
        );
    }

    [Fact]
    public void A_clock_that_ran_ahead_once_brings_no_reply_forward()
    {
        var world = World.Decided(DecisionOutcome.Accept);
        world.Now = World.Start.AddDays(40);
        world.Do(new AskClarification(World.Applicant, "how long?"));
        world.Now = World.Start.AddDays(2);

        Assert.IsType<ReleaseNotYet>(world.Do(new OpenRelease()));
    }

    [Fact]
    public void The_reply_tells_the_hand_over_when_it_may_leave()
    {
        var world = Open(DecisionOutcome.Reject);
        var authorized = world.Ask<LetterAuthorized>(
            new AuthorizeLetter(LetterClass.DecisionReject, "rejection", world.Case.File.Permit!.Id)
        );

        Assert.Equal(World.Start.AddDays(14), authorized.NotBefore);
        Assert.Equal(world.Case.File.Decision!.Id, authorized.DecisionId);
    }

    [Theory]
    [InlineData(LetterClass.Registration)]
    [InlineData(LetterClass.Service)]
    [InlineData(LetterClass.Survey)]
    public void What_follows_from_a_decision_waits_for_the_reply(LetterClass letter)
    {
        World
            .Decided(DecisionOutcome.Accept)
            .RefusesWith("case.letter-premature", new AuthorizeLetter(letter, "letter", null));
        World.Replied(DecisionOutcome.Accept).Do(new AuthorizeLetter(letter, "letter", null));
    }

    [Theory]
    [InlineData(LetterClass.Registration)]
    [InlineData(LetterClass.Service)]
    public void Nothing_is_registered_or_provided_by_letter_after_a_rejection(LetterClass letter) =>
        World
            .Replied(DecisionOutcome.Reject)
            .RefusesWith("case.letter-premature", new AuthorizeLetter(letter, "letter", null));

    [Theory]
    [InlineData(LetterClass.Acknowledgement)]
    [InlineData(LetterClass.InformationRequest)]
    [InlineData(LetterClass.Explanation)]
    [InlineData(LetterClass.StudyNotice)]
    [InlineData(LetterClass.Notice)]
    public void Letters_that_tell_of_no_decision_go_at_any_time(LetterClass letter) =>
        Assert.Equal(
            new LetterAuthorized(null, null),
            World.Decided(DecisionOutcome.Accept).Do(new AuthorizeLetter(letter, "letter", null))
        );

    [Fact]
    public void A_direct_service_may_be_written_about_and_evaluated_without_a_decision()
    {
        var world = World.Matched(World.Direct);
        world.Do(new AuthorizeLetter(LetterClass.Service, "statement", null));
        world.Do(new AuthorizeLetter(LetterClass.Survey, "evaluation", null));

        world.RefusesWith("case.letter-premature", new AuthorizeLetter(LetterClass.Registration, "registration", null));
    }

    [Fact]
    public void Nobody_outside_of_the_domain_can_make_a_permit()
    {
        Assert.Empty(typeof(ReleasePermit).GetConstructors());
        Assert.All(typeof(ReleasePermit).GetProperties(), p => Assert.Null(p.SetMethod));
        Assert.DoesNotContain(
            typeof(ReleasePermit).GetMethods(),
            m => m.IsStatic && m.ReturnType == typeof(ReleasePermit)
        );
    }

    private static World Open(DecisionOutcome outcome)
    {
        var world = World.Decided(outcome);
        world.Now = World.Start.AddDays(14);
        world.Do(new OpenRelease());
        return world;
    }
}
