using CaseFlow.Workflows.Activities.Flow;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Structure;

/// <summary><c>Elsa.Switch</c>: runs the activities of the cases that hold, or the default one.</summary>
public sealed class Switch : Branches
{
    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Type("Elsa.Switch", "Structure", SwitchCases.Written, SwitchCases.Mode).Embedding("cases", "default");

    /// <inheritdoc/>
    public override ActivityResult Run(ActivityContext context) =>
        SwitchCases.Matching(context) is { Count: > 0 } matching
            ? StartAll([.. matching.Select(c => c.Activity).OfType<ActivityNode>().Select(a => new ChildRun(a))])
            : StartAll(context.Node.Child("default") is { } other ? [new ChildRun(other)] : []);
}
