using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Workflows.Definitions.Reading;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Definitions.Writing;

/// <summary>The canonical form of everything but the tree of activities.</summary>
internal static class DocumentForm
{
    private static readonly string[] Keys =
    [
        "id",
        "definitionId",
        "tenantId",
        "name",
        "description",
        "createdAt",
        "version",
        "toolVersion",
        "variables",
        "inputs",
        "outputs",
        "outcomes",
        "customProperties",
        "isReadonly",
        "isSystem",
        "isLatest",
        "isPublished",
        "options",
        "usableAsActivity",
        "root",
    ];

    public static JsonObject Canonical(WorkflowDefinition definition)
    {
        var json = new JsonObject();
        foreach (var (key, value) in definition.Source)
        {
            var name = CamelCase(key, definition.Source);
            // The tree of activities is written by its own form.
            json.Add(name, name == "root" ? null : Wrappers.Values(value)?.DeepClone());
        }
        if (json["variables"] is JsonArray variables)
        {
            foreach (var (variable, item) in definition.Variables.Zip(variables.OfType<JsonObject>()))
            {
                DefaultAsText(variable, item);
            }
        }
        return json;
    }

    /// <summary>The key's canonical spelling, unless that is taken by another member.</summary>
    private static string CamelCase(string key, JsonObject source)
    {
        var name = Keys.FirstOrDefault(k => k.Equals(key, StringComparison.OrdinalIgnoreCase));
        return name is null || name != key && (source.ContainsKey(name) || !IsFirst(key, name, source)) ? key : name;
    }

    private static bool IsFirst(string key, string name, JsonObject source) =>
        source.First(p => p.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Key == key;

    /// <summary>Defaults are texts at document level; for <c>Object</c> a text would be another value, so that one stays.</summary>
    private static void DefaultAsText(VariableDefinition variable, JsonObject item)
    {
        if (variable.Type.Kind is ValueKind.Object || !item.TryGetPropertyValue("value", out var value))
        {
            return;
        }
        if (value is not null && value.GetValueKind() is not JsonValueKind.String)
        {
            item["value"] = value.ToJsonString(DefinitionJson.Compact);
        }
    }
}
