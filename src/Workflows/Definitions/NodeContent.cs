using System.Text.Json.Nodes;

namespace CaseFlow.Workflows.Definitions;

/// <summary>What the reader found on one node itself.</summary>
internal sealed record NodeContent(
    string Id,
    string? Name,
    string Type,
    int Version,
    JsonObject Raw,
    JsonObject CustomProperties,
    NodeFlags Flags,
    IReadOnlyList<VariableDefinition> Variables,
    IReadOnlyDictionary<string, InputExpression> Inputs,
    IReadOnlyDictionary<string, OutputBinding> Outputs
);

/// <summary>The engine's flags, wherever the document had them.</summary>
internal sealed record NodeFlags(bool CanStartWorkflow, bool RunAsynchronously, string? MergeMode);

/// <summary>What the reader found below one node.</summary>
internal sealed record NodeChildren(
    IReadOnlyList<ActivityNode> All,
    IReadOnlyDictionary<string, IReadOnlyList<ActivityNode>> ByPort,
    IReadOnlyList<SwitchCase> Cases,
    FlowGraph? Graph
)
{
    public static NodeChildren None { get; } = new([], new Dictionary<string, IReadOnlyList<ActivityNode>>(), [], null);

    public IReadOnlyList<MachineState> States { get; init; } = [];

    public IReadOnlyList<StateTransition> Transitions { get; init; } = [];
}
