using CaseFlow.Domain.Cases;

namespace CaseFlow.Host.Tests.Procedures;

public sealed class StatementOfAccountStories
{
    [Fact]
    public async Task A_statement_is_handed_over_without_a_committee()
    {
        var story = await Story.Of("statement-of-account");
        await story.Receive();
        await story.Match();
        await story.Provide();
        await story.Confirm();

        Assert.True(story.IsFinished);
        Assert.Equal(CloseReason.Answered, story.Case.File.Closing!.As);
        Assert.Equal(["acknowledgement", "statement", "evaluation-invitation"], story.Letters);
    }

    [Fact]
    public async Task A_member_without_an_id_is_asked_for_it_first()
    {
        var story = await Story.Of("statement-of-account", "national-id");
        await story.Receive();
        Assert.Equal(["SupplyItems"], story.Open);
        await story.Supply("national-id");

        Assert.Equal(["MatchEvidence"], story.Open);
    }

    [Fact]
    public async Task A_statement_that_did_not_arrive_is_made_again()
    {
        var story = await Story.Of("statement-of-account");
        await story.Receive();
        await story.Match();
        await story.Provide();
        await story.DenyReceipt();

        Assert.Equal(["ProvideService"], story.Open);
    }

    [Fact]
    public async Task A_silent_member_is_overridden_after_fourteen_days()
    {
        var story = await Story.Of("statement-of-account");
        await story.Receive();
        await story.Match();
        await story.Provide();
        await story.PassDays(14);
        await story.Override();

        Assert.True(story.IsFinished);
    }

    [Fact]
    public async Task A_question_and_a_withdrawal_find_their_branches_here_too()
    {
        var story = await Story.Of("statement-of-account");
        await story.Ask("هل يظهر الدعم في الكشف؟");
        await story.Clarify();
        await story.Withdraw();

        Assert.True(story.IsFinished);
        Assert.Equal(["acknowledgement", "clarification", "withdrawal-acknowledgement"], story.Letters);
    }
}
