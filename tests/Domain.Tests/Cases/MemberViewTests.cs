using CaseFlow.Domain.Cases;

namespace CaseFlow.Domain.Tests.Cases;

public sealed class MemberViewTests
{
    [Fact]
    public void A_new_request_has_arrived_and_waits_for_reception()
    {
        var view = View(World.Opened());

        Assert.Equal((MemberStatus.Received, "next.reception"), (view.Status, view.Next));
        Assert.Equal([MemberAction.AskClarification, MemberAction.Withdraw], view.MayDo);
    }

    [Fact]
    public void What_is_missing_is_shown_while_it_is_asked_for()
    {
        var world = World.Opened();
        world.Supply("rent", null);
        Assert.Empty(View(world).Missing);

        world.Do(new RequestMissingItems());
        Assert.Equal("rent", Assert.Single(View(world).Missing).Key);
        Assert.Contains(MemberAction.SupplyItems, View(world).MayDo);
    }

    [Fact]
    public void A_matched_request_waits_for_the_signature()
    {
        var world = World.Opened();
        world.Do(new RecordReception(World.Officer, "interview", null, [], null));
        world.Matching();

        Assert.Equal((MemberStatus.AwaitingSignature, "next.sign"), (View(world).Status, View(world).Next));
        Assert.Contains(MemberAction.Sign, View(world).MayDo);
    }

    [Fact]
    public void In_study_the_earliest_reply_and_the_target_are_shown()
    {
        var view = View(World.InStudy());

        Assert.Equal(MemberStatus.InStudy, view.Status);
        Assert.Equal(World.Start.AddDays(14), view.EarliestReplyAt);
        Assert.Equal(World.Start.AddDays(30), view.TargetAt);
        Assert.Null(view.Reply);
    }

    [Fact]
    public void A_rejection_is_shown_with_its_reasons_and_the_way_to_object()
    {
        var view = View(World.Replied(DecisionOutcome.Reject));

        Assert.Equal(MemberStatus.Rejected, view.Status);
        Assert.Equal("because", view.Reply!.Reasons[0].Text);
        Assert.Contains(MemberAction.FileObjection, view.MayDo);
        Assert.DoesNotContain(MemberAction.Withdraw, view.MayDo);
    }

    [Fact]
    public void A_delivered_service_waits_for_the_members_word()
    {
        var world = World.Delivered();
        Assert.Contains(MemberAction.ConfirmService, View(world).MayDo);

        world.Do(new ConfirmService(World.Applicant, true, null));
        Assert.DoesNotContain(MemberAction.ConfirmService, View(world).MayDo);
    }

    [Fact]
    public void What_has_happened_is_told_in_order()
    {
        var world = World.Delivered();
        world.Do(new ConfirmService(World.Applicant, true, null));
        world.Now += TimeSpan.FromDays(1);
        world.Do(new CloseCase(CloseReason.Served));
        var happened = View(world).Happened.Select(h => h.Code).ToList();

        Assert.Equal("happened.opened", happened[0]);
        Assert.True(happened.IndexOf("happened.referred") < happened.IndexOf("happened.replied"));
        Assert.Equal("happened.closed", happened[^1]);
        Assert.Equal(MemberStatus.Served, View(world).Status);
        Assert.Null(View(world).Next);
    }

    [Theory]
    [InlineData("opened", "Here ToCome ToCome ToCome ToCome ToCome ToCome")]
    [InlineData("received", "Done Here ToCome ToCome ToCome ToCome ToCome")]
    [InlineData("matched", "Done Done Done Here ToCome ToCome ToCome")]
    [InlineData("unclear", "Done Done Here ToCome ToCome ToCome ToCome")]
    [InlineData("study", "Done Done Done Done Here ToCome ToCome")]
    [InlineData("returned", "Done Returned Done ToCome ToCome ToCome ToCome")]
    [InlineData("accepted", "Done Done Done Done Done Here ToCome")]
    [InlineData("rejected", "Done Done Done Done Done Skipped Skipped")]
    [InlineData("registered", "Done Done Done Done Done Done Here")]
    [InlineData("withdrawn", "Done Done Done Done Skipped Skipped Skipped")]
    [InlineData("direct", "Done Done Done Skipped Skipped Skipped Here")]
    public void The_seven_steps_show_where_the_case_stands(string at, string states) =>
        Assert.Equal(states, string.Join(' ', SevenSteps.Of(Led(at).Case.File).Steps.Select(s => s.State)));

    private static World Led(string to)
    {
        var world = World.Opened(to == "direct" ? World.Direct : null);
        if (to == "opened")
        {
            return world;
        }

        world.Do(new RecordReception(World.Officer, "interview", null, [], null));
        if (to == "received")
        {
            return world;
        }

        world.Matching();
        if (to == "unclear")
        {
            world.Do(new AskClarification(World.Applicant, "what?"));
        }

        if (to is "matched" or "unclear" or "direct")
        {
            return world;
        }

        world.Sign();
        world.Explain();
        world.Do(new ReferToCommittee());
        world.Seat();
        return Further(world, to);
    }

    private static World Further(World world, string to)
    {
        switch (to)
        {
            case "returned":
                world.Do(new ReturnForItems(World.Chair, [new MissingItem("contract", MissingKind.Evidence)]));
                break;
            case "withdrawn":
                world.Do(new RecordWithdrawal(World.Applicant, null));
                break;
            case "accepted" or "rejected" or "registered":
                world.Decide(to == "rejected" ? DecisionOutcome.Reject : DecisionOutcome.Accept);
                world.Now = world.EarliestReply;
                world.Reply();
                break;
        }

        if (to == "registered")
        {
            world.Do(new CompleteRegistration(World.Provider, ["account", "agreement"], null));
        }

        return world;
    }

    private static CaseForMember View(World world) => CaseForMember.View(world.Case.File, world.Policy, world.Now);
}
