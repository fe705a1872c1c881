using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Structure;

/// <summary><c>Elsa.While</c>: runs its body as long as the condition holds; the condition is evaluated before each pass.</summary>
public sealed class While : Activity
{
    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Type("Elsa.While", "Structure", Describe.Flag("Condition") with { Lazy = true }).Embedding("body");

    /// <inheritdoc/>
    public override bool IsLoop => true;

    /// <inheritdoc/>
    public override ActivityResult Run(ActivityContext context) =>
        context.Node.Child("body") is { } body && context.Evaluate("condition") is true
            ? new ActivityResult.Scheduling([new ChildRun(body)])
            : Done();

    /// <inheritdoc/>
    public override ActivityResult ChildCompleted(ActivityContext context, ChildCompletion child) =>
        context.IsBreaking ? Done() : Run(context);
}
