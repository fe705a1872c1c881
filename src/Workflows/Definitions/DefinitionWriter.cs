using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Workflows.Definitions.Writing;

namespace CaseFlow.Workflows.Definitions;

/// <summary>
/// Writes the canonical form of a definition: nested connections with vertices, <c>Variable</c> and <c>Input</c> values as strings, flags in
/// <c>customProperties</c>, recomputed node paths, no <c>start</c>, no <c>memoryReference</c> on inputs. Everything else is written as it
/// was read, unknown keys included. Writing what was written changes nothing.
/// </summary>
public static class DefinitionWriter
{
    /// <summary>What exported files carry first, by which Elsa Studio recognises them.</summary>
    public const string Schema = "https://elsaworkflows.io/schemas/workflow-definition/v3.0.0/schema.json";

    /// <summary>Indented JSON text with line feeds.</summary>
    /// <param name="definition">What to write; it is not changed.</param>
    /// <param name="stamp">Overrides the document's own identity and flags; null keeps them.</param>
    public static string Write(WorkflowDefinition definition, DefinitionStamp? stamp = null) =>
        ToJson(definition, stamp).ToJsonString(DefinitionJson.Indented);

    /// <summary>As <see cref="Write"/>, with <c>$schema</c> first, for files that leave the house.</summary>
    public static string WriteExport(WorkflowDefinition definition, DefinitionStamp? stamp = null)
    {
        var json = ToJson(definition, stamp);
        json.Remove("$schema");
        json.Insert(0, "$schema", Schema);
        return json.ToJsonString(DefinitionJson.Indented);
    }

    /// <summary>The canonical document as a tree of its own, which the caller may change.</summary>
    public static JsonObject ToJson(WorkflowDefinition definition, DefinitionStamp? stamp = null)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var json = DocumentForm.Canonical(definition);
        json["root"] = NodeForm.Canonical(definition.Root);
        if (stamp is not null)
        {
            json["id"] = stamp.Id;
            json["definitionId"] = stamp.DefinitionId;
            json["version"] = stamp.Version;
            json["createdAt"] = stamp.CreatedAt.ToString("O", CultureInfo.InvariantCulture);
            json["isLatest"] = stamp.IsLatest;
            json["isPublished"] = stamp.IsPublished;
            json["isReadonly"] = stamp.IsReadonly;
        }
        return json;
    }
}
