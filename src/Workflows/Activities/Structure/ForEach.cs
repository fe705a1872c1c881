using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Structure;

/// <summary>
/// <c>Elsa.ForEach</c>: runs its body once per item, one after the other, with <c>CurrentValue</c> and <c>CurrentIndex</c>. The
/// items are those of the beginning.
/// </summary>
public sealed class ForEach : Activity
{
    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        Describe
            .Type("Elsa.ForEach", "Structure", new ActivityInput("Items", ValueType.Parse("Object", isArray: true)))
            .Yielding(Describe.Out("CurrentValue"))
            .Embedding("body");

    /// <inheritdoc/>
    public override bool IsLoop => true;

    /// <inheritdoc/>
    public override string MainOutput => "currentValue";

    /// <inheritdoc/>
    public override ActivityResult Run(ActivityContext context) => Pass(context, 0);

    /// <inheritdoc/>
    public override ActivityResult ChildCompleted(ActivityContext context, ChildCompletion child) =>
        context.IsBreaking ? Done() : Pass(context, ((ForEachState)context.State!).Next);

    private static ActivityResult Pass(ActivityContext context, int index)
    {
        var items = context.Input("items") as IReadOnlyList<object?> ?? [];
        if (index >= items.Count || context.Node.Child("body") is not { } body)
        {
            return Done();
        }
        return new ActivityResult.Scheduling(
            [new ChildRun(body, Variables(items[index], index))],
            new ForEachState(index + 1)
        )
        {
            Changes = [new Change.PutOut("currentValue", items[index])],
        };
    }

    internal static IReadOnlyDictionary<string, object?> Variables(object? item, int index) =>
        new Dictionary<string, object?> { ["CurrentValue"] = item, ["CurrentIndex"] = (long)index };
}

/// <summary>Where a walk over items stands.</summary>
/// <param name="Next">Position of the next item, from 0.</param>
public sealed record ForEachState(int Next) : ActivityState;
