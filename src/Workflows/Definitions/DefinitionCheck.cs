using CaseFlow.Workflows.Definitions.Checks;

namespace CaseFlow.Workflows.Definitions;

/// <summary>
/// What must hold before a definition is published: everything in it can be run, every name in it exists. All problems come at once. That the
/// policy's promises hold as well is another question, which proofs answer.
/// </summary>
public static class DefinitionCheck
{
    /// <summary>Checks a definition.</summary>
    /// <param name="definition">As read; what the reader warned of is repeated first.</param>
    /// <param name="descriptors">The activity types that can be run.</param>
    /// <param name="references">Roles, letters, forms and so on that exist; null leaves those names unchecked.</param>
    /// <param name="workflows">Workflows that may be used as activities; null when there are none.</param>
    /// <returns>Errors forbid publishing, warnings do not; at most 500.</returns>
    public static IReadOnlyList<DefinitionProblem> Check(
        WorkflowDefinition definition,
        IActivityDescriptors descriptors,
        IDefinitionReferences? references = null,
        IWorkflowVersions? workflows = null
    )
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(descriptors);
        var findings = new Findings(definition);
        var types = new NodeTypes(descriptors, workflows ?? WorkflowVersions.None);
        DeclarationChecks.Check(definition, findings);
        NodeChecks.Ids(definition, findings);
        foreach (var node in definition.Activities)
        {
            DeclarationChecks.Check(node, findings);
            FlowChecks.Check(node, types, findings);
            NodeChecks.Check(node, references, findings);
            if (types.Of(node) is { } descriptor)
            {
                new InputChecks(definition, node, references, findings).Check(descriptor);
            }
            else if (!types.NamesWorkflow(node))
            {
                NodeChecks.UnknownType(node, findings);
            }
        }
        DefinitionLinker.TryLink(definition, descriptors, types.Workflows, out _, out var unlinkable);
        findings.Add(unlinkable);
        return findings.All;
    }
}
