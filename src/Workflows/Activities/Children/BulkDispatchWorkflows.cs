using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Children;

/// <summary>
/// <c>Elsa.BulkDispatchWorkflows</c>: starts a child instance for each item. When it waits, each child that ends runs the embedded
/// activity for its kind of end with <c>ChildInstanceId</c>, and the last one lets it leave by <c>Completed</c> and <c>Done</c>;
/// otherwise, or without items, by <c>Done</c>.
/// </summary>
public sealed class BulkDispatchWorkflows : Activity
{
    private static readonly IReadOnlyList<string> AllEnded = ["Completed", "Done"];

    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        Describe
            .Type(
                "Elsa.BulkDispatchWorkflows",
                "Children",
                [
                    ChildInputs.Definition,
                    Describe.Any("Items"),
                    Describe.Text("DefaultItemInputKey") with
                    {
                        Default = "Item",
                    },
                    Describe.Text("CorrelationIdFunction") with
                    {
                        Lazy = true,
                    },
                    ChildInputs.Input,
                    ChildInputs.Wait with
                    {
                        Default = true,
                    },
                    .. ChildInputs.Ignored,
                ]
            )
            .Embedding("childCompleted", "childFaulted")
            .Leaving("Completed", "Canceled", "Done");

    /// <inheritdoc/>
    public override bool RunsThrough => false;

    /// <inheritdoc/>
    public override ActivityResult Run(ActivityContext context)
    {
        var items = context.Input("items") as IReadOnlyList<object?> ?? [];
        var waits = context.Flag("waitForCompletion");
        IReadOnlyList<Change> starts = [.. items.Select(item => Start(context, item, waits))];
        return waits && starts.Count > 0
            ? new ActivityResult.Waiting(new BulkState(starts.Count, OpenChildren: 0)) { Changes = starts }
            : Outcome("Done", starts);
    }

    /// <inheritdoc/>
    public override ActivityResult Resume(ActivityContext context, Resumption with)
    {
        var news = with as Resumption.ChildNews ?? throw new NotSupportedException("A child waits for nothing else.");
        var state = (BulkState)context.State!;
        var port = news.SubStatus switch
        {
            InstanceSubStatus.Finished => context.Node.Child("childCompleted"),
            InstanceSubStatus.Faulted => context.Node.Child("childFaulted"),
            _ => null,
        };
        return port is null
            ? Next(state with { Running = state.Running - 1 })
            : new ActivityResult.Scheduling(
                [new ChildRun(port, new Dictionary<string, object?> { ["ChildInstanceId"] = news.ChildId })],
                new BulkState(state.Running - 1, state.OpenChildren + 1)
            );
    }

    /// <inheritdoc/>
    public override ActivityResult ChildCompleted(ActivityContext context, ChildCompletion child)
    {
        var state = (BulkState)context.State!;
        return Next(state with { OpenChildren = state.OpenChildren - 1 });
    }

    // Elsa leaves with the last child even while an embedded activity for an earlier one still waits, and cancels that.
    private static ActivityResult Next(BulkState state) =>
        state is { Running: <= 0, OpenChildren: <= 0 }
            ? new ActivityResult.Completed(AllEnded)
            : new ActivityResult.Scheduling([], state);

    private static Change.StartChild Start(ActivityContext context, object? item, bool waits)
    {
        var asItem = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [context.Text("defaultItemInputKey") ?? "Item"] = item,
        };
        var input = ChildInputs.Given(context);
        input[ChildInputs.Parent] = context.InstanceId;
        foreach (var (name, value) in item as IReadOnlyDictionary<string, object?> ?? asItem)
        {
            input[name] = value;
        }
        var correlation = context.Evaluate("correlationIdFunction", asItem) as string;
        var hearsFaults = context.Node.Child("childFaulted") is not null;
        var news =
            !waits ? ChildNews.None
            : hearsFaults ? ChildNews.EndOrFault
            : ChildNews.End;
        var id = context.NewId();
        return new Change.StartChild(
            id,
            new ChildStart(id, ChildInputs.DefinitionId(context), input, correlation, news)
        );
    }
}

/// <summary>How far a bulk has come.</summary>
/// <param name="Running">Child instances whose news have not come.</param>
/// <param name="OpenChildren">Embedded activities that are not done.</param>
public sealed record BulkState(int Running, int OpenChildren) : ActivityState;
