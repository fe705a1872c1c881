using CaseFlow.Domain.Cases;

namespace CaseFlow.Host.Tests.Procedures;

public sealed class MemberServiceRequestStories
{
    [Fact]
    public async Task An_accepted_request_is_served_and_closed()
    {
        var story = await Story.Of("rent-support");
        await story.UntilProvided();
        await story.Confirm();

        Assert.True(story.IsFinished);
        Assert.Equal(CloseReason.Served, story.Case.File.Closing!.As);
        Assert.Equal(
            ["acknowledgement", "study-notice", "acceptance", "registration", "service", "evaluation-invitation"],
            story.Letters
        );
        Assert.Empty(story.Open);
    }

    [Fact]
    public async Task A_rejected_request_is_told_so_with_the_same_right_to_evaluate()
    {
        var story = await Story.Of("rent-support");
        await story.UntilDecided("reject");
        await story.PassDays(14);

        Assert.True(story.IsFinished);
        Assert.Equal(CloseReason.Rejected, story.Case.File.Closing!.As);
        Assert.Equal(["acknowledgement", "study-notice", "rejection", "evaluation-invitation"], story.Letters);
    }

    [Theory]
    [InlineData("accept", "acceptance")]
    [InlineData("reject", "rejection")]
    public async Task A_decision_made_on_the_first_day_is_told_after_two_weeks(string decision, string letter)
    {
        var story = await Story.Of("rent-support");
        await story.UntilDecided(decision);

        await story.Pass(TimeSpan.FromDays(14) - TimeSpan.FromSeconds(1));
        Assert.DoesNotContain(letter, story.Letters);
        Assert.Empty(story.Open);

        await story.Pass(TimeSpan.FromSeconds(1));
        Assert.Contains(letter, story.Letters);
    }

    [Fact]
    public async Task A_late_decision_is_told_at_once()
    {
        var story = await Story.Of("rent-support");
        await story.UntilStudy();
        await story.PassDays(20);
        foreach (var member in People.Committee)
            await story.Vote(member, "accept");
        await story.Decide("accept");

        Assert.Contains("acceptance", story.Letters);
    }

    [Fact]
    public async Task The_chair_hears_of_a_study_that_is_late()
    {
        var story = await Story.Of("rent-support");
        await story.UntilStudy();

        await story.PassDays(19);
        Assert.Empty(story.Reminded);
        await story.PassDays(12);

        Assert.Contains("committee-study", story.Reminded);
        Assert.Contains("CommitteeChair", story.Escalated);
    }

    [Fact]
    public async Task What_is_missing_is_asked_for_in_rounds_until_nothing_is()
    {
        var story = await Story.Of("rent-support", "income-proof", "lease-contract");
        await story.Receive();
        await story.Supply("income-proof");
        Assert.Equal(["SupplyItems"], story.Open);
        await story.Supply("lease-contract");

        Assert.Equal(["MatchEvidence"], story.Open);
        Assert.Equal(["acknowledgement", "missing-items", "missing-items"], story.Letters);
    }

    [Fact]
    public async Task What_the_officer_finds_missing_goes_back_to_the_member_and_comes_again_to_matching()
    {
        var story = await Story.Of("rent-support");
        await story.Receive();
        await story.ReportMissing("iban-certificate");
        Assert.Equal(["SupplyItems"], story.Open);
        await story.Supply("iban-certificate");
        await story.Match();

        Assert.Equal(["SignDeclaration"], story.Open);
    }

    [Fact]
    public async Task A_member_who_is_slow_is_reminded_once()
    {
        var story = await Story.Of("rent-support", "income-proof");
        await story.Receive();

        await story.PassDays(30);

        Assert.Equal(["acknowledgement", "missing-items", "missing-items-reminder"], story.Letters);
    }

    [Fact]
    public async Task A_correction_at_signing_is_matched_again_before_it_is_signed()
    {
        var story = await Story.Of("rent-support");
        await story.Receive();
        await story.Match();
        await story.Correct("monthlyIncome", 4800m);
        Assert.Equal(["MatchEvidence"], story.Open);
        await story.Match();
        await story.Sign();

        Assert.Equal(["ExplainStudy"], story.Open);
    }

    [Fact]
    public async Task A_request_that_the_committee_returns_is_studied_anew_for_two_weeks()
    {
        var story = await Story.Of("rent-support");
        await story.UntilStudy();
        foreach (var member in People.Committee)
            await story.Vote(member, "abstain");
        await story.PassDays(10);
        await story.ReturnForItems("income-proof");
        Assert.Equal(["SupplyItems"], story.Open);
        await story.Supply("income-proof");
        await story.Match();
        await story.Sign();
        await story.Explain();
        foreach (var member in People.Committee)
            await story.Vote(member, "accept");
        await story.Decide("accept");

        await story.PassDays(13.9);
        Assert.DoesNotContain("acceptance", story.Letters);
        await story.PassDays(0.1);
        Assert.Equal(["CompleteRegistration"], story.Open);
    }

    [Fact]
    public async Task A_clarification_is_answered_while_the_request_keeps_its_place()
    {
        var story = await Story.Of("rent-support");
        await story.Receive();
        await story.Ask("هل يُصرف الدعم للمؤجر؟");
        Assert.Equal(["Clarify", "MatchEvidence"], story.Open);
        await story.Clarify();
        Assert.Equal(["MatchEvidence"], story.Open);
        await story.Ask("ومتى؟");
        await story.Clarify();
        await story.Match();

        Assert.Equal(["SignDeclaration"], story.Open);
        Assert.Equal(["acknowledgement", "clarification", "clarification"], story.Letters);
    }

    [Fact]
    public async Task The_officer_hears_of_an_open_question_when_he_explains_the_study()
    {
        var story = await Story.Of("rent-support");
        await story.Receive();
        await story.Match();
        await story.Sign();
        await story.Ask("من يقرر؟");

        var refusal = await story.RefusedToComplete(
            "ExplainStudy",
            "Done",
            People.RelationsOfficer,
            ("channel", "phone"),
            ("acknowledged", true)
        );

        Assert.Equal("case.clarification-open", refusal.Code);
        await story.Clarify();
        await story.Explain();
        Assert.Contains("study-notice", story.Letters);
    }

    [Fact]
    public async Task A_member_who_did_not_receive_the_service_sends_it_back_to_the_provider()
    {
        var story = await Story.Of("rent-support");
        await story.UntilProvided();
        await story.PassDays(10);
        await story.DenyReceipt();
        Assert.Equal(["ProvideService"], story.Open);
        await story.Provide();

        // The first round's fourteen days are over now; those of the second have only begun.
        await story.PassDays(5);
        Assert.Equal(["ConfirmService"], story.Open);
        await story.Confirm();

        Assert.Equal(CloseReason.Served, story.Case.File.Closing!.As);
    }

    [Fact]
    public async Task A_member_who_does_not_answer_for_fourteen_days_is_overridden_with_a_reason()
    {
        var story = await Story.Of("rent-support");
        await story.UntilProvided();
        await story.PassDays(14);
        Assert.Equal(["ConfirmService", "OverrideConfirmation"], story.Open);
        await story.Override();

        Assert.True(story.IsFinished);
        Assert.Equal(CloseReason.Served, story.Case.File.Closing!.As);
    }

    [Fact]
    public async Task A_member_has_as_long_to_answer_as_the_policy_said_when_the_request_was_filed()
    {
        var story = await Story.Of("rent-support", Story.Policy with { ConfirmationDays = 5 });
        await story.UntilProvided();
        await story.Pass(TimeSpan.FromDays(5) - TimeSpan.FromSeconds(1));
        Assert.Equal(["ConfirmService"], story.Open);
        await story.Pass(TimeSpan.FromSeconds(1));

        Assert.Equal(["ConfirmService", "OverrideConfirmation"], story.Open);
    }

    [Fact]
    public async Task A_denial_while_the_override_waits_takes_the_override_away()
    {
        var story = await Story.Of("rent-support");
        await story.UntilProvided();
        await story.PassDays(14);
        await story.DenyReceipt();

        Assert.Equal(["ProvideService"], story.Open);
    }

    [Fact]
    public async Task An_override_after_a_denied_first_delivery_closes_the_request()
    {
        var story = await Story.Of("rent-support");
        await story.UntilProvided();
        await story.DenyReceipt();
        await story.Provide();
        await story.PassDays(14);
        await story.Override();

        Assert.True(story.IsFinished);
    }

    [Theory]
    [InlineData("Receive")]
    [InlineData("SupplyItems")]
    [InlineData("MatchEvidence")]
    [InlineData("SignDeclaration")]
    [InlineData("ExplainStudy")]
    [InlineData("CommitteeStudy.Vote")]
    [InlineData("CommitteeStudy.Decide")]
    [InlineData("Clarify")]
    [InlineData("")]
    public async Task A_withdrawal_ends_the_request_wherever_it_waits(string task)
    {
        var story =
            task == "SupplyItems" ? await Story.Of("rent-support", "income-proof") : await Story.Of("rent-support");
        await WalkTo(story, task);

        await story.Withdraw();

        Assert.True(story.IsFinished);
        Assert.Empty(story.Open);
        Assert.Equal(CloseReason.Withdrawn, story.Case.File.Closing!.As);
        Assert.Equal("withdrawal-acknowledgement", story.Letters[^1]);
    }

    [Fact]
    public async Task A_withdrawal_after_the_reply_is_refused_and_the_request_goes_on()
    {
        var story = await Story.Of("rent-support");
        await story.UntilDecided();
        await story.PassDays(14);

        var refusal = await story.Refused(Story.Withdrawal);

        Assert.Equal("case.wrong-status", refusal.Code);
        Assert.Equal(["CompleteRegistration"], story.Open);
        await story.Register();
        Assert.Equal(["ProvideService"], story.Open);
    }

    /// <summary>Goes on until the task is open; no task stands for the wait at the study gate.</summary>
    private static async Task WalkTo(Story story, string task)
    {
        Func<Task>[] walk =
        [
            story.Receive,
            story.Match,
            story.Sign,
            story.Explain,
            async () =>
            {
                foreach (var member in People.Committee)
                    await story.Vote(member, "accept");
            },
            () => story.Decide("accept"),
        ];
        if (task == "Clarify")
            await story.Ask("ما المطلوب مني؟");
        foreach (var step in walk)
        {
            if (task.Length == 0 ? !story.Open.Any() : story.Open.Contains(task))
                return;
            await step();
        }
        Assert.Empty(task);
    }
}
