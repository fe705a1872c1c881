namespace CaseFlow.Workflows.Definitions.Checks;

/// <summary>What is known of an activity's type: registered, or a workflow used as an activity.</summary>
internal sealed class NodeTypes(IActivityDescriptors types, IWorkflowVersions workflows)
{
    public IWorkflowVersions Workflows => workflows;

    public ActivityDescriptor? Of(ActivityNode node) =>
        types.TryGet(node.Type, node.Version, out var registered) ? registered
        : WorkflowReference.Of(node, types) is { } reference && workflows.Find(reference) is { } workflow
            ? WorkflowUse.Describe(workflow)
        : null;

    /// <summary>Whether the linker tells of it when there is no such workflow.</summary>
    public bool NamesWorkflow(ActivityNode node) => WorkflowReference.Of(node, types) is { NamesWorkflow: true };
}
