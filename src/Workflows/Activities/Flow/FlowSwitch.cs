using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Flow;

/// <summary><c>Elsa.FlowSwitch</c>: leaves by the labels of the cases that hold, or by <c>Default</c>.</summary>
public sealed class FlowSwitch : Activity
{
    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Type("Elsa.FlowSwitch", "Flow", SwitchCases.Written, SwitchCases.Mode) with
        {
            Outcomes = node => [.. node.Cases.Select(c => c.Label), "Default"],
        };

    /// <inheritdoc/>
    public override ActivityResult Run(ActivityContext context) =>
        SwitchCases.Matching(context) is { Count: > 0 } matching
            ? new ActivityResult.Completed([.. matching.Select(c => c.Label)])
            : Outcome("Default");
}
