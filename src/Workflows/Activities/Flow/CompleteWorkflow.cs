using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Activities.Flow;

/// <summary><c>Elsa.Complete</c>: completes the workflow with outcomes: one name, or a list of names; anything else is <c>Done</c>.</summary>
public sealed class CompleteWorkflow : Activity
{
    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Type("Elsa.Complete", "Flow", Describe.Any("Outcomes")).Leaving() with
        {
            IsTerminal = true,
        };

    /// <inheritdoc/>
    public override ActivityResult Run(ActivityContext context) =>
        new ActivityResult.CompletingWorkflow(
            context.Input("outcomes") switch
            {
                string name when name.Length > 0 => [name],
                IReadOnlyList<object?> { Count: > 0 } names => [.. names.Select(n => PlainText.Of(n) ?? "")],
                _ => Describe.DoneOnly,
            }
        );
}
