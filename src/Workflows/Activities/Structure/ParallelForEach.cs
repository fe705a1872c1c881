using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Structure;

/// <summary><c>Elsa.ParallelForEach</c>: the body once per item, all together. A text is no collection: nothing runs.</summary>
public sealed class ParallelForEach : Branches
{
    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Type("Elsa.ParallelForEach", "Structure", Describe.Any("Items")).Embedding("body");

    /// <inheritdoc/>
    public override ActivityResult Run(ActivityContext context) =>
        context.Input("items") is IReadOnlyList<object?> items && context.Node.Child("body") is { } body
            ? StartAll([.. items.Select((item, index) => new ChildRun(body, ForEach.Variables(item, index)))])
            : Done();
}
