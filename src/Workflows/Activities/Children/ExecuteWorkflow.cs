using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Children;

/// <summary>
/// <c>Elsa.ExecuteWorkflow</c>: runs a child instance on the published version until it ends, or, unless told to wait, until it pauses
/// for the first time. The result tells how it stands: <c>WorkflowInstanceId</c>, <c>Status</c>, <c>SubStatus</c>, <c>Output</c>. A child
/// that fails is such a result, not a fault of the parent.
/// </summary>
public sealed class ExecuteWorkflow : Activity
{
    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        Describe
            .Type(
                "Elsa.ExecuteWorkflow",
                "Children",
                ChildInputs.Definition,
                ChildInputs.Correlation,
                ChildInputs.Input,
                ChildInputs.Wait
            )
            .Yielding(Describe.Out("Result"));

    /// <inheritdoc/>
    public override bool RunsThrough => false;

    /// <inheritdoc/>
    public override ActivityResult Run(ActivityContext context)
    {
        var news = context.Flag("waitForCompletion") ? ChildNews.EndOrFault : ChildNews.FirstPause;
        return new ActivityResult.Waiting
        {
            Changes = [new Change.StartChild("child", ChildInputs.Child(context, news))],
        };
    }

    /// <inheritdoc/>
    public override ActivityResult Resume(ActivityContext context, Resumption with) =>
        with is Resumption.ChildNews news
            ? Done(new Change.PutOut("result", Result(news)))
            : throw new NotSupportedException("A child waits for nothing else.");

    private static Dictionary<string, object?> Result(Resumption.ChildNews news) =>
        new(StringComparer.Ordinal)
        {
            ["WorkflowInstanceId"] = news.ChildId,
            ["Status"] = HasEnded(news.SubStatus) ? nameof(InstanceStatus.Finished) : nameof(InstanceStatus.Running),
            ["SubStatus"] = news.SubStatus.ToString(),
            ["Output"] = news.Output,
        };

    private static bool HasEnded(InstanceSubStatus status) =>
        status is InstanceSubStatus.Finished or InstanceSubStatus.Cancelled or InstanceSubStatus.Faulted;
}
