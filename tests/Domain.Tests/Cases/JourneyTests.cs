using CaseFlow.Domain.Cases;

namespace CaseFlow.Domain.Tests.Cases;

public sealed class JourneyTests
{
    [Fact]
    public void An_accepted_request_travels_from_reception_to_served()
    {
        var world = World.Delivered();
        world.Do(new ConfirmService(World.Applicant, true, "thanks"));
        world.Do(new CloseCase(CloseReason.Served));

        Assert.Equal(CaseStatus.Closed, world.Case.File.Status);
        Assert.Equal(CloseReason.Served, world.Case.File.Closing!.As);
    }

    [Fact]
    public void A_rejected_request_is_replied_to_and_closed()
    {
        var world = World.Replied(DecisionOutcome.Reject);
        world.Do(new CloseCase(CloseReason.Rejected));

        Assert.Equal(CaseStatus.Closed, world.Case.File.Status);
    }

    [Fact]
    public void A_direct_service_is_delivered_without_study_and_registration()
    {
        var world = World.Matched(World.Direct);
        world.Deliver();
        world.Do(new ConfirmService(World.Applicant, true, null));
        world.Do(new CloseCase(CloseReason.Answered));

        Assert.Equal(CaseStatus.Closed, world.Case.File.Status);
    }
}
