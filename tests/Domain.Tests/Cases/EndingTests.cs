using CaseFlow.Domain.Cases;

namespace CaseFlow.Domain.Tests.Cases;

public sealed class EndingTests
{
    [Fact]
    public void Registration_waits_for_the_released_acceptance() =>
        World.Decided(DecisionOutcome.Accept).RefusesWith("case.wrong-status", Registration);

    [Fact]
    public void A_rejected_request_is_not_registered() =>
        World.Replied(DecisionOutcome.Reject).RefusesWith("case.wrong-status", Registration);

    [Fact]
    public void Registration_needs_its_whole_checklist() =>
        World
            .Replied(DecisionOutcome.Accept)
            .RefusesWith("case.registration-incomplete", Registration with { Done = ["account"] });

    [Fact]
    public void Registration_ticks_nothing_that_is_not_on_the_checklist() =>
        World
            .Replied(DecisionOutcome.Accept)
            .RefusesWith("case.checklist-unknown", Registration with { Done = ["account", "agreement", "cake"] });

    [Fact]
    public void Registering_again_gives_the_same_number_and_changes_nothing()
    {
        var world = World.Registered();
        var (before, events) = (world.Case.File.ToJson(), world.Events.Count);

        Assert.Equal(world.Case.File.Registration!.Number, world.Ask<Registered>(Registration).Number);
        Assert.Equal(before, world.Case.File.ToJson());
        Assert.Equal(events, world.Events.Count);
    }

    [Fact]
    public void A_service_is_not_delivered_without_proof() =>
        World.Registered().RefusesWith("case.no-proof", Delivery with { Proof = [] });

    [Fact]
    public void A_proof_without_hash_proves_nothing() =>
        World
            .Registered()
            .RefusesWith(
                "case.evidence-unhashed",
                Delivery with
                {
                    Proof = [World.Document("proof") with { Sha256 = "" }],
                }
            );

    [Fact]
    public void A_service_is_not_delivered_tomorrow()
    {
        var world = World.Registered();

        world.RefusesWith("case.delivery-in-future", Delivery with { DeliveredOn = new DateOnly(2026, 11, 16) });
        world.Do(Delivery with { DeliveredOn = new DateOnly(2026, 11, 15) });
    }

    [Fact]
    public void An_accepted_service_is_not_delivered_before_registration() =>
        World.Replied(DecisionOutcome.Accept).RefusesWith("case.wrong-status", Delivery);

    [Fact]
    public void A_service_that_needs_no_study_but_names_no_clause_is_not_direct()
    {
        var world = World.Matched(w => w.Service = w.Service with { RequiresStudy = false, DirectClause = null });

        world.RefusesWith("case.not-registered", Delivery);
    }

    [Fact]
    public void A_direct_service_is_not_delivered_while_the_request_is_incomplete()
    {
        var world = World.Matched(World.Direct);
        world.Supply("rent", null);

        world.RefusesWith("case.incomplete", Delivery);
    }

    [Fact]
    public void A_delivered_service_is_delivered_again_only_when_the_member_received_nothing()
    {
        var world = World.Delivered();
        world.RefusesWith("case.already-delivered", Delivery);

        world.Do(new ConfirmService(World.Applicant, false, "nobody came"));
        world.Do(Delivery);
        Assert.Equal(2, world.Case.File.Deliveries.Count);
    }

    [Fact]
    public void A_case_is_not_served_without_the_members_word_on_the_last_delivery()
    {
        var world = World.Delivered();
        world.RefusesWith("case.not-confirmed", new CloseCase(CloseReason.Served));

        world.Do(new ConfirmService(World.Applicant, false, null));
        world.RefusesWith("case.not-confirmed", new CloseCase(CloseReason.Served));
    }

    [Fact]
    public void Only_the_applicant_confirms() =>
        World.Delivered().RefusesWith("case.only-applicant", new ConfirmService(World.Provider, true, null));

    [Fact]
    public void A_confirmation_is_given_once()
    {
        var world = World.Delivered();
        world.Do(new ConfirmService(World.Applicant, true, null));

        world.RefusesWith("case.already-confirmed", new ConfirmService(World.Applicant, false, null));
        world.RefusesWith("case.already-confirmed", new OverrideConfirmation(World.Officer, "late"));
    }

    [Fact]
    public void An_officer_stands_in_for_the_confirmation_only_after_the_members_time_and_with_a_reason()
    {
        var world = World.Delivered();
        world.RefusesWith("case.confirmation-period-running", new OverrideConfirmation(World.Officer, "moved"));

        world.Now += TimeSpan.FromDays(14);
        world.RefusesWith("case.text-missing", new OverrideConfirmation(World.Officer, " "));
        world.Do(new OverrideConfirmation(World.Officer, "moved abroad"));
        world.Do(new CloseCase(CloseReason.Served));
        Assert.Equal("moved abroad", world.Case.File.Confirmation!.OverrideReason);
    }

    [Fact]
    public void Who_was_told_that_nothing_arrived_may_answer_with_a_reason_at_once()
    {
        var world = World.Delivered();
        world.Do(new ConfirmService(World.Applicant, false, "never"));

        world.Do(new OverrideConfirmation(World.Officer, "the receipt bears the member's signature"));
    }

    [Fact]
    public void A_member_may_withdraw_from_a_study_at_once_whatever_was_decided()
    {
        var world = World.Decided(DecisionOutcome.Accept);
        world.Do(new RecordWithdrawal(World.Applicant, "found another flat"));
        world.Do(new CloseCase(CloseReason.Withdrawn));

        Assert.False(world.Case.File.IsReplied);
    }

    [Fact]
    public void A_withdrawn_request_gets_no_reply()
    {
        var world = World.Decided(DecisionOutcome.Accept);
        world.Do(new RecordWithdrawal(World.Applicant, null));
        world.Now = World.Start.AddDays(30);

        world.RefusesWith("case.wrong-status", new OpenRelease());
    }

    [Fact]
    public void Only_the_applicant_withdraws() =>
        World.InStudy().RefusesWith("case.only-applicant", new RecordWithdrawal(World.Officer, null));

    [Fact]
    public void Once_the_reply_is_released_a_request_is_not_withdrawn()
    {
        World
            .Replied(DecisionOutcome.Reject)
            .RefusesWith("case.wrong-status", new RecordWithdrawal(World.Applicant, null));
        var world = World.Decided(DecisionOutcome.Reject);
        world.Now = world.EarliestReply;
        world.Do(new OpenRelease());

        world.RefusesWith("case.release-open", new RecordWithdrawal(World.Applicant, null));
    }

    [Theory]
    [InlineData(CloseReason.Served)]
    [InlineData(CloseReason.Withdrawn)]
    [InlineData(CloseReason.Answered)]
    public void A_rejected_case_closes_as_nothing_else(CloseReason reason) =>
        World.Replied(DecisionOutcome.Reject).RefusesWith("case.cannot-close-as", new CloseCase(reason));

    [Fact]
    public void A_studied_service_does_not_end_as_answered()
    {
        var world = World.Delivered();
        world.Do(new ConfirmService(World.Applicant, true, null));

        world.RefusesWith("case.cannot-close-as", new CloseCase(CloseReason.Answered));
        World.Ready().RefusesWith("case.study-required", new CloseCase(CloseReason.Answered));
    }

    [Fact]
    public void A_case_that_was_studied_does_not_end_without_its_one_reply()
    {
        var world = World.InStudy();
        world.Do(new ReturnForItems(World.Chair, [new MissingItem("note", MissingKind.Fact)]));

        world.RefusesWith("case.not-replied", new CloseCase(CloseReason.Answered));
    }

    [Fact]
    public void A_request_that_was_never_studied_is_called_off_with_a_reason_that_its_member_sees()
    {
        var world = World.Ready();

        world.Do(Cancel);

        Assert.Equal(CloseReason.Cancelled, world.Case.File.Closing!.As);
        Assert.Equal(MemberStatus.Cancelled, world.Case.ForMember(world.Now).Status);
        Assert.Contains(
            world.Events,
            e =>
                e is { Code: "case.cancelled", Audience: EventAudience.Member } && (string?)e.Facts["reason"] == "twice"
        );
    }

    [Fact]
    public void A_studied_request_is_not_called_off_before_its_reply()
    {
        World.InStudy().RefusesWith("case.not-replied", Cancel);
        World.Decided(DecisionOutcome.Reject).RefusesWith("case.not-replied", Cancel);
        var returned = World.InStudy();
        returned.Do(new ReturnForItems(World.Chair, [new MissingItem("note", MissingKind.Fact)]));
        returned.RefusesWith("case.not-replied", Cancel);
    }

    [Fact]
    public void An_accepted_request_is_not_called_off_while_its_service_is_owed()
    {
        World.Replied(DecisionOutcome.Accept).RefusesWith("case.service-owed", Cancel);
        World.Delivered().RefusesWith("case.service-owed", Cancel);
    }

    [Fact]
    public void What_has_come_to_its_end_keeps_it_when_it_is_called_off()
    {
        var (rejected, withdrawn, served) = (World.Replied(DecisionOutcome.Reject), World.InStudy(), World.Delivered());
        withdrawn.Do(new RecordWithdrawal(World.Applicant, null));
        served.Do(new ConfirmService(World.Applicant, true, null));

        foreach (var world in new[] { rejected, withdrawn, served })
            world.Do(Cancel);

        Assert.Equal(
            [CloseReason.Rejected, CloseReason.Withdrawn, CloseReason.Served],
            [rejected.Case.File.Closing!.As, withdrawn.Case.File.Closing!.As, served.Case.File.Closing!.As]
        );
    }

    [Fact]
    public void Only_an_administrator_calls_a_request_off_and_never_without_a_reason()
    {
        World.Ready().RefusesWith("case.not-your-role", Cancel with { By = World.Officer });
        World.Ready().RefusesWith("case.own-case", Cancel with { By = World.Applicant });
        World.Ready().RefusesWith("case.text-missing", Cancel with { Reason = " " });
    }

    [Fact]
    public void A_member_is_invited_to_evaluate_once_in_the_window()
    {
        var world = World.Replied(DecisionOutcome.Reject);
        Assert.False(Invite(world, world.Now.AddDays(-89)));
        Assert.True(Invite(world, world.Now.AddDays(-90)));
        Assert.False(Invite(world, null));
        world.Now += TimeSpan.FromDays(200);
        Assert.False(Invite(world, null)); // once for a case, however long it lasts
    }

    private static CancelCase Cancel { get; } = new(World.Administrator, "twice");

    private static bool Invite(World world, DateTimeOffset? last) =>
        world.Ask<EvaluationInvited>(new InviteEvaluation(last)).Invited;

    private static CompleteRegistration Registration => new(World.Provider, ["account", "agreement"], null);

    private static RecordDelivery Delivery =>
        new(World.Provider, "contractor", new DateOnly(2026, 11, 1), [World.Document("proof")], null);
}
