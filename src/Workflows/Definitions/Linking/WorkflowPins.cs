using System.Text.Json.Nodes;
using CaseFlow.Workflows.Definitions.Writing;

namespace CaseFlow.Workflows.Definitions;

/// <summary>Writes exact versions into the activities that use other workflows, so that a published version always means the same.</summary>
public static class WorkflowPins
{
    /// <summary>The canonical document as text, with every used workflow named by version.</summary>
    /// <param name="definition">As the reader gave it; not changed.</param>
    /// <param name="types">Registered activity types.</param>
    /// <param name="versions">Finds the workflows; an activity whose workflow is unknown is left as it is.</param>
    /// <param name="stamp">Overrides the document's own identity and flags; null keeps them.</param>
    public static string Write(
        WorkflowDefinition definition,
        IActivityDescriptors types,
        IWorkflowVersions versions,
        DefinitionStamp? stamp = null
    )
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(versions);
        var document = DefinitionWriter.ToJson(definition, stamp);
        foreach (var node in definition.Activities)
        {
            if (WorkflowReference.Of(node, types) is { } reference && versions.Find(reference) is { } workflow)
            {
                var written = Written(document, node);
                written["version"] = workflow.Version;
                written["workflowDefinitionId"] = workflow.DefinitionId;
                written["workflowDefinitionVersionId"] = workflow.Id;
            }
        }
        return document.ToJsonString(DefinitionJson.Indented);
    }

    private static JsonNode Written(JsonNode document, ActivityNode node) =>
        node
            .Place.Split('/')
            .Aggregate(node.Parent is { } parent ? Written(document, parent) : document, NodeForm.Step!)!;
}
