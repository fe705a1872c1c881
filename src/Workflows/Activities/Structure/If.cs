using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Structure;

/// <summary><c>Elsa.If</c>: runs one of two embedded activities.</summary>
public sealed class If : Activity
{
    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        Describe
            .Type("Elsa.If", "Structure", Describe.Flag("Condition"))
            .Yielding(Describe.Out("Result", "Boolean"))
            .Embedding("then", "else");

    /// <inheritdoc/>
    public override ActivityResult Run(ActivityContext context)
    {
        var holds = context.Flag("condition");
        var result = new Change.PutOut("result", holds);
        return context.Node.Child(holds ? "then" : "else") is { } child
            ? new ActivityResult.Scheduling([new ChildRun(child)]) { Changes = [result] }
            : Done(result);
    }

    /// <inheritdoc/>
    public override ActivityResult ChildCompleted(ActivityContext context, ChildCompletion child) => Done();
}
