using System.Text.Json.Nodes;

namespace CaseFlow.Workflows.Definitions;

/// <summary>One activity in a definition's tree. Never changes after reading.</summary>
public sealed class ActivityNode
{
    private readonly NodeContent content;
    private NodeChildren children = NodeChildren.None;

    internal ActivityNode(NodeContent content, ActivityNode? parent, string place, WorkflowDefinition? workflow = null)
    {
        this.content = content;
        Parent = parent;
        Place = place;
        Workflow = workflow;
        IsOfUsedWorkflow = parent is { Workflow: not null } or { IsOfUsedWorkflow: true };
        NodeId = $"{parent?.NodeId ?? WorkflowActivityId}:{content.Id}";
    }

    /// <summary>Id of the implicit activity around every root, where node paths begin.</summary>
    public const string WorkflowActivityId = "Workflow1";

    /// <summary>The <see cref="Place"/> of a used workflow's root in the activity that uses it.</summary>
    internal const string WorkflowPlace = "root";

    /// <summary>
    /// Unique within what holds it, and in a published definition altogether. One that was written without an id bears one that
    /// its type and place in the document decide.
    /// </summary>
    public string Id => content.Id;

    /// <summary>Path of ids from the workflow, e.g. <c>Workflow1:root:child</c>; recomputed, never taken from the document.</summary>
    public string NodeId { get; }

    /// <summary>Designer name, used by <c>getOutputFrom</c>.</summary>
    public string? Name => content.Name;

    /// <summary>Registered type name, e.g. <c>Elsa.FlowDecision</c>.</summary>
    public string Type => content.Type;

    /// <summary>Version of the activity type; 0 when missing, which means the highest known one.</summary>
    public int Version => content.Version;

    /// <summary>The node as written, polymorphic wrappers resolved. Read only.</summary>
    public JsonObject Raw => content.Raw;

    /// <summary>The activity that holds this one; null for the root.</summary>
    public ActivityNode? Parent { get; }

    /// <summary>Where it sits in its parent: <c>activities/0</c>, <c>body</c>, <c>cases/1/activity</c>; <c>root</c> for the root.</summary>
    public string Place { get; }

    /// <summary>The first segment of <see cref="Place"/>: <c>activities</c>, <c>body</c>, <c>then</c>, <c>cases</c>.</summary>
    public string Port => Place.Split('/')[0];

    /// <summary>The workflow that this activity stands for, once <see cref="DefinitionLinker"/> has found it; null otherwise.</summary>
    public WorkflowDefinition? Workflow { get; }

    /// <summary>Whether it belongs to a workflow that the definition uses, and not to the definition itself.</summary>
    public bool IsOfUsedWorkflow { get; }

    /// <summary>Variables scoped to this container.</summary>
    public IReadOnlyList<VariableDefinition> Variables => content.Variables;

    /// <summary>All embedded activities, in document order.</summary>
    public IReadOnlyList<ActivityNode> AllChildren => children.All;

    /// <summary>The activities below one key of the node, in document order; empty when there are none.</summary>
    /// <param name="port">Camel-case key: <c>activities</c>, <c>body</c>, <c>then</c>, <c>branches</c>, <c>cases</c>.</param>
    public IReadOnlyList<ActivityNode> Children(string port) =>
        children.ByPort.TryGetValue(port, out var found) ? found : [];

    /// <summary>The one activity below a key; null when there is none.</summary>
    public ActivityNode? Child(string port) => Children(port) is [var only, ..] ? only : null;

    /// <summary>What was written for an input; null when the key is missing, null, or holds something that is no input.</summary>
    /// <param name="key">Camel-case key, exact.</param>
    public InputExpression? Input(string key) => content.Inputs.GetValueOrDefault(key);

    /// <summary>All inputs written on the node by camel-case key, in document order.</summary>
    public IReadOnlyDictionary<string, InputExpression> Inputs => content.Inputs;

    /// <summary>Where an output goes; null when unbound.</summary>
    /// <param name="key">Camel-case key, exact.</param>
    public OutputBinding? Output(string key) => content.Outputs.GetValueOrDefault(key);

    /// <summary>All bound outputs by camel-case key.</summary>
    public IReadOnlyDictionary<string, OutputBinding> Outputs => content.Outputs;

    /// <summary>Entries of <c>cases</c>; empty when the node has none.</summary>
    public IReadOnlyList<SwitchCase> Cases => children.Cases;

    /// <summary>Entries of <c>states</c>; empty when the node has none.</summary>
    public IReadOnlyList<MachineState> States => children.States;

    /// <summary>Entries of <c>transitions</c>; empty when the node has none.</summary>
    public IReadOnlyList<StateTransition> Transitions => children.Transitions;

    /// <summary>Free bag beside the engine's flags; empty when absent.</summary>
    public JsonObject CustomProperties => content.CustomProperties;

    /// <summary>The policy clause this node serves (<c>customProperties.clause</c>), e.g. <c>P56</c>.</summary>
    public string? Clause => CustomProperties.Text("clause");

    /// <summary>The step of the procedure, 1 to 7 (<c>customProperties.step</c>).</summary>
    public int? Step => CustomProperties.Whole("step") is { } step ? (int)step : null;

    /// <summary>Whether this trigger may start the workflow.</summary>
    public bool CanStartWorkflow => content.Flags.CanStartWorkflow;

    /// <summary>Whether Elsa would run the body on a background worker. Kept for exchange; bursts here are synchronous.</summary>
    public bool RunAsynchronously => content.Flags.RunAsynchronously;

    /// <summary>The merge mode as written, a number turned into its name; null when absent.</summary>
    public string? MergeMode => content.Flags.MergeMode;

    /// <summary>Connections among <c>activities</c>; null unless this is a flowchart.</summary>
    public FlowGraph? Graph => children.Graph;

    /// <summary>Every activity below this one, parents before children.</summary>
    public IEnumerable<ActivityNode> Descendants() => children.All.SelectMany(c => c.Descendants().Prepend(c));

    /// <inheritdoc/>
    public override string ToString() => $"{Type} {NodeId}";

    internal NodeContent Content => content;

    internal void Complete(NodeChildren children) => this.children = children;
}
