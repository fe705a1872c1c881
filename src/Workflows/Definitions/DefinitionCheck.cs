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
    /// <returns>Errors forbid publishing, warnings do not; at most 500.</returns>
    public static IReadOnlyList<DefinitionProblem> Check(
        WorkflowDefinition definition,
        IActivityDescriptors descriptors,
        IDefinitionReferences? references = null
    )
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(descriptors);
        var findings = new Findings(definition);
        DeclarationChecks.Check(definition, findings);
        foreach (var node in definition.Activities)
        {
            DeclarationChecks.Check(node, findings);
            FlowChecks.Check(node, descriptors, findings);
            NodeChecks.Check(node, references, findings);
            if (descriptors.TryGet(node.Type, node.Version, out var descriptor))
            {
                new InputChecks(definition, node, references, findings).Check(descriptor);
            }
            else
            {
                NodeChecks.UnknownType(node, findings);
            }
        }
        return findings.All;
    }
}
