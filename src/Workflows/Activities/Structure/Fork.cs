using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Activities.Structure;

/// <summary><c>Elsa.Fork</c>: all branches at once; done with the first one, or with all of them.</summary>
public sealed class Fork : Branches
{
    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        Describe
            .Type("Elsa.Fork", "Structure", Describe.Choice("JoinMode", "WaitAll", "WaitAny") with { Wrapped = false })
            .Embedding("branches");

    /// <inheritdoc/>
    public override ActivityResult Run(ActivityContext context) =>
        StartAll([.. context.Node.Children("branches").Select(c => new ChildRun(c))]);

    /// <inheritdoc/>
    public override ActivityResult ChildCompleted(ActivityContext context, ChildCompletion child) =>
        context.IsBreaking || WaitsForOne(context.Node) ? Done() : base.ChildCompleted(context, child);

    private static bool WaitsForOne(ActivityNode node) =>
        node.Input("joinMode") is { IsUnset: false } mode
        && Enum.TryParse<ForkJoinMode>(PlainText.Of(mode.Value), ignoreCase: true, out var known)
        && known is ForkJoinMode.WaitAny;

    /// <summary>In the order of their numbers, by which documents may name them.</summary>
    private enum ForkJoinMode
    {
        WaitAll,
        WaitAny,
    }
}
