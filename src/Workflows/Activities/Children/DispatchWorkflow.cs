using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Children;

/// <summary>
/// <c>Elsa.DispatchWorkflow</c>: starts a child instance on the published version; waits for its end if told to. The result is then the
/// child's outputs, of a cancelled child those it had set.
/// </summary>
public sealed class DispatchWorkflow : Activity
{
    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        Describe
            .Type(
                "Elsa.DispatchWorkflow",
                "Children",
                [
                    ChildInputs.Definition,
                    ChildInputs.Correlation,
                    ChildInputs.Input,
                    ChildInputs.Wait,
                    .. ChildInputs.Ignored,
                ]
            )
            .Yielding(Describe.Out("Result"));

    /// <inheritdoc/>
    public override bool RunsThrough => false;

    /// <inheritdoc/>
    public override ActivityResult Run(ActivityContext context)
    {
        var waits = context.Flag("waitForCompletion");
        var start = new Change.StartChild("child", ChildInputs.Child(context, waits ? ChildNews.End : ChildNews.None));
        return waits ? new ActivityResult.Waiting { Changes = [start] } : Done(start);
    }

    /// <inheritdoc/>
    public override ActivityResult Resume(ActivityContext context, Resumption with) =>
        with is Resumption.ChildNews news
            ? Done(new Change.PutOut("result", news.Output))
            : throw new NotSupportedException("A child waits for nothing else.");
}
