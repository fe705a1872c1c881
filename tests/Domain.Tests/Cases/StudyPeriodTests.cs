using CaseFlow.Domain.Cases;

namespace CaseFlow.Domain.Tests.Cases;

public sealed class StudyPeriodTests
{
    private static readonly DateTimeOffset Start = World.Start;

    [Fact]
    public void The_clock_starts_at_the_later_of_referral_and_explanation()
    {
        DateTimeOffset Earliest(DateTimeOffset referred, DateTimeOffset explained) =>
            StudyClock.EarliestReply(referred, explained, 14, TimeSpan.Zero, "Asia/Riyadh");

        Assert.Equal(Start.AddDays(16), Earliest(Start, Start.AddDays(2)));
        Assert.Equal(Start.AddDays(16), Earliest(Start.AddDays(2), Start));
    }

    [Fact]
    public void Two_weeks_are_two_weeks_even_if_the_policy_file_says_less() =>
        Assert.Equal(Start.AddDays(14), StudyClock.EarliestReply(Start, Start, 3, TimeSpan.Zero, "Asia/Riyadh"));

    [Fact]
    public void Where_clocks_are_put_forward_civil_days_alone_would_be_too_short()
    {
        var before = new DateTimeOffset(2026, 3, 20, 12, 0, 0, TimeSpan.Zero);

        Assert.Equal(
            before.AddHours(336),
            StudyClock.EarliestReply(before, before, 14, TimeSpan.Zero, "Europe/Berlin")
        );
    }

    [Fact]
    public void Where_clocks_are_put_back_hours_alone_would_be_too_short()
    {
        var before = new DateTimeOffset(2026, 10, 20, 12, 0, 0, TimeSpan.Zero);

        Assert.Equal(
            before.AddHours(337),
            StudyClock.EarliestReply(before, before, 14, TimeSpan.Zero, "Europe/Berlin")
        );
    }

    [Fact]
    public void A_wall_time_that_does_not_exist_or_exists_twice_is_read_as_the_later_one()
    {
        var spring = new DateTimeOffset(2026, 3, 15, 1, 30, 0, TimeSpan.Zero); // 02:30 in Berlin
        var autumn = new DateTimeOffset(2026, 10, 11, 0, 30, 0, TimeSpan.Zero);

        Assert.Equal(
            spring.AddHours(336),
            StudyClock.EarliestReply(spring, spring, 14, TimeSpan.Zero, "Europe/Berlin")
        );
        Assert.Equal(
            autumn.AddHours(337),
            StudyClock.EarliestReply(autumn, autumn, 14, TimeSpan.Zero, "Europe/Berlin")
        );
    }

    [Fact]
    public void A_return_pauses_the_clock_and_the_same_dossier_resumes_it()
    {
        var world = Returned(after: 4);
        Assert.True(Period(world).IsPaused);

        world.Now = Start.AddDays(7);
        Mend(world, changed: false);
        var referred = world.Ask<Referred>(new ReferToCommittee());

        Assert.Equal(Start.AddDays(14 + 3), referred.EarliestReplyAt);
        Assert.False(Period(world).IsPaused);
    }

    [Fact]
    public void A_changed_dossier_is_studied_from_the_beginning()
    {
        var world = Returned(after: 4);
        world.Now = Start.AddDays(7);
        Mend(world, changed: true);

        Assert.Equal(Start.AddDays(7 + 14), world.Ask<Referred>(new ReferToCommittee()).EarliestReplyAt);
    }

    [Fact]
    public void Pauses_of_several_returns_add_up()
    {
        var world = Returned(after: 4);
        world.Now = Start.AddDays(7);
        Mend(world, changed: false);
        world.Do(new ReferToCommittee());
        world.Seat();
        world.Now = Start.AddDays(8);
        Return(world);
        world.Now = Start.AddDays(10);
        Mend(world, changed: false);

        Assert.Equal(Start.AddDays(14 + 3 + 2), world.Ask<Referred>(new ReferToCommittee()).EarliestReplyAt);
    }

    [Fact]
    public void A_returned_case_is_with_no_committee()
    {
        var world = Returned(after: 1);

        world.RefusesWith("case.wrong-status", new CastVote(World.Chair, VoteChoice.Accept, "note", []));
        Mend(world, changed: false);
        world.Do(new ReferToCommittee());
        world.RefusesWith("study.not-seated", new CastVote(World.Chair, VoteChoice.Accept, "note", []));
    }

    [Fact]
    public void A_running_case_keeps_the_greater_floor_when_it_is_raised()
    {
        var world = World.InStudy();
        world.Policy = world.Policy with { StudyFloorDays = 21 };

        Assert.Equal(Start.AddDays(21), world.EarliestReply);
    }

    [Fact]
    public void A_running_case_keeps_the_greater_floor_when_it_is_lowered()
    {
        var world = World.InStudy(w => w.Policy = w.Policy with { StudyFloorDays = 21 });
        world.Policy = world.Policy with { StudyFloorDays = 14 };

        Assert.Equal(Start.AddDays(21), world.EarliestReply);
    }

    [Fact]
    public void A_floor_that_was_raised_in_between_is_not_forgotten()
    {
        var world = World.InStudy();
        world.Policy = world.Policy with { StudyFloorDays = 28 };
        world.Do(new AskClarification(World.Applicant, "how long?"));
        world.Policy = world.Policy with { StudyFloorDays = 14 };

        Assert.Equal(Start.AddDays(28), world.EarliestReply);
    }

    [Fact]
    public void A_lowered_floor_does_not_eat_up_a_pause()
    {
        var world = World.InStudy(w => w.Policy = w.Policy with { StudyFloorDays = 21 });
        world.Policy = world.Policy with { StudyFloorDays = 14 };
        world.Now = Start.AddDays(4);
        Return(world);
        world.Now = Start.AddDays(7);
        Mend(world, changed: false);

        Assert.Equal(Start.AddDays(21 + 3), world.Ask<Referred>(new ReferToCommittee()).EarliestReplyAt);
    }

    [Fact]
    public void Another_time_zone_in_the_policy_brings_no_promised_date_forward()
    {
        var world = World.InStudy(w =>
        {
            w.Now = new DateTimeOffset(2026, 10, 20, 12, 0, 0, TimeSpan.Zero);
            w.Policy = w.Policy with { Zone = "Europe/Berlin" };
        });
        var promised = world.EarliestReply;
        world.Policy = world.Policy with { Zone = "Asia/Riyadh" };

        Assert.Equal(promised, world.EarliestReply);
    }

    [Fact]
    public void The_day_of_the_first_referral_is_kept()
    {
        var world = Returned(after: 4);
        Mend(world, changed: true);
        world.Do(new ReferToCommittee());

        Assert.Equal(Start, world.Case.File.Study!.FirstReferredAt);
        Assert.Equal(Start.AddDays(4), world.Case.File.Study.ReferredAt);
    }

    [Fact]
    public void A_policy_without_target_promises_none()
    {
        var world = World.Ready(w => w.Policy = w.Policy with { StudyTargetDays = null });

        Assert.Null(world.Ask<Referred>(new ReferToCommittee()).TargetAt);
    }

    [Fact]
    public void A_target_never_lies_before_the_floor()
    {
        var world = World.Ready(w => w.Policy = w.Policy with { StudyTargetDays = 10 });

        Assert.Equal(Start.AddDays(14), world.Ask<Referred>(new ReferToCommittee()).TargetAt);
    }

    [Fact]
    public void The_explanation_names_the_earliest_reply()
    {
        var world = World.Matched();
        world.Sign();
        var explained = world.Ask<Explained>(new ExplainStudy(World.Officer, "interview", true, null));

        Assert.Equal(Start.AddDays(14), explained.EarliestReplyIfReferredNow);
    }

    [Fact]
    public void The_bar_shows_progress_target_and_delay()
    {
        var world = World.InStudy();
        world.Now = Start.AddDays(7);
        Assert.Equal(0.5, Period(world).Progress, 6);
        Assert.False(Period(world).IsOverdue);

        world.Now = Start.AddDays(31);
        Assert.Equal(1, Period(world).Progress);
        Assert.True(Period(world).IsOverdue);
    }

    [Fact]
    public void A_case_that_was_never_referred_has_no_bar() =>
        Assert.Null(StudyPeriod.Of(World.Ready().Case.File, World.DefaultPolicy, Start));

    [Fact]
    public void After_the_reply_the_bar_stands_still()
    {
        var world = World.Replied(DecisionOutcome.Accept);
        var period = StudyPeriod.Of(world.Case.File, world.Policy, Start.AddDays(90))!;

        Assert.Equal(Start.AddDays(14), period.RepliedAt);
        Assert.False(period.IsOverdue);
    }

    private static StudyPeriod Period(World world) => StudyPeriod.Of(world.Case.File, world.Policy, world.Now)!;

    private static World Returned(int after)
    {
        var world = World.InStudy();
        world.Now = Start.AddDays(after);
        Return(world);
        return world;
    }

    private static void Return(World world) =>
        world.Do(new ReturnForItems(World.Chair, [new MissingItem("contract", MissingKind.Evidence)]));

    // The member hands the same contract in again, or a new one; officer and member do their parts once more.
    private static void Mend(World world, bool changed)
    {
        var contract = World.Document("contract", changed ? "b" : "a");
        world.Do(new SupplyItems(World.Applicant, new Dictionary<string, object?>(), [contract]));
        world.Matching();
        world.Sign();
    }
}
