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

    private static readonly string[] Lists = ["variables", "inputs", "outputs", "outcomes"];

    public static JsonObject Canonical(WorkflowDefinition definition)
    {
        var json = new JsonObject();
        foreach (var (key, value) in definition.Source)
        {
            var name = CamelCase(key, definition.Source);
            // The tree of activities is written by its own form.
            var written = Lists.Contains(name) ? Wrappers.Values(value) : value;
            json.Add(name, name == "root" ? null : written?.DeepClone());
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

    /// <summary>Defaults are texts at document level, wherever the text means the same as what was written.</summary>
    private static void DefaultAsText(VariableDefinition variable, JsonObject item)
    {
        var value = item["value"];
        if (value is null || value.GetValueKind() is JsonValueKind.String || variable.DefaultProblem is not null)
        {
            return;
        }
        var text = PlainText.Of(LiteralValue.Of(value));
        if (
            ValueConversion.TryConvert(text, variable.Type, out var same)
            && PlainJson.Write(same) == PlainJson.Write(variable.Default)
        )
        {
            item["value"] = text;
        }
    }
}
