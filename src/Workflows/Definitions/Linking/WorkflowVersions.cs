namespace CaseFlow.Workflows.Definitions;

/// <summary>
/// Definitions at hand, searched as Elsa does: the exact version; the numbered version of the definition; its published one; its
/// latest; then the same by type name.
/// </summary>
public sealed class WorkflowVersions(IEnumerable<WorkflowDefinition> definitions) : IWorkflowVersions
{
    private readonly IReadOnlyList<WorkflowDefinition> all =
    [
        .. definitions.OrderByDescending(d => d.IsPublished).ThenByDescending(d => d.Version),
    ];

    /// <summary>None at all.</summary>
    public static WorkflowVersions None { get; } = new([]);

    /// <inheritdoc/>
    public WorkflowDefinition? Find(WorkflowReference reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return all.FirstOrDefault(d => reference.VersionId is not null && d.Id == reference.VersionId)
            ?? Best(d => reference.DefinitionId is not null && d.DefinitionId == reference.DefinitionId, reference)
            ?? Best(d => d.Name is { } name && WorkflowReference.TypeNameOf(name) == reference.TypeName, reference);
    }

    private WorkflowDefinition? Best(Func<WorkflowDefinition, bool> isMeant, WorkflowReference reference) =>
        all.FirstOrDefault(d => isMeant(d) && d.Version == reference.Version) ?? all.FirstOrDefault(isMeant);
}
