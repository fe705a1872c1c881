using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Tests.Execution;

public sealed class FlowTests
{
    [Fact]
    public void Activities_run_in_the_order_of_their_connections()
    {
        var story = new Story(Chart.Read("a -> b\n b -> c")).Start();

        Assert.Equal(["a", "b", "c"], story.Lines);
        Assert.Equal(InstanceSubStatus.Finished, story.Status);
    }
}
