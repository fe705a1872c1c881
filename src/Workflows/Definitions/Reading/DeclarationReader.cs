using System.Text.Json.Nodes;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Definitions.Reading;

/// <summary>Reads variables, inputs and outputs. Their members may be written in any case.</summary>
internal sealed class DeclarationReader(DocumentPlaces places, ProblemList problems)
{
    private readonly Members members = new(places, problems);

    public IReadOnlyList<VariableDefinition> Variables(IReadOnlyList<JsonNode?> items, string? activityId = null) =>
        [.. Objects(items, "variables", activityId).Select(json => Variable(json, activityId))];

    public IReadOnlyList<InputDefinition> Inputs(IReadOnlyList<JsonNode?> items) =>
        [
            .. Objects(items, "inputs", null)
                .Select(j => new InputDefinition(Name(j), Type(j, "type"), j.AnyCase("displayName").AsText(), j)),
        ];

    public IReadOnlyList<OutputDefinition> Outputs(IReadOnlyList<JsonNode?> items) =>
        [
            .. Objects(items, "outputs", null)
                .Select(j => new OutputDefinition(Name(j), Type(j, "type"), j.AnyCase("displayName").AsText(), j)),
        ];

    private VariableDefinition Variable(JsonObject json, string? activityId)
    {
        var name = members.Text(json, "name", activityId) ?? "";
        // Early documents have no ids: the name did their work.
        var id = members.Text(json, "id", activityId) ?? name;
        var type = Type(json, "typeName");
        var (value, problem) = Default(json.AnyCase("value"), type, activityId is null);
        return new VariableDefinition(
            id,
            name,
            type,
            value,
            problem,
            json.AnyCase("storageDriverTypeName").AsText() ?? json.AnyCase("storageDriverType").AsText(),
            json
        );
    }

    /// <summary>
    /// A missing default is null for every type, also for numbers and booleans. So is a blank one of the workflow's own variables; a
    /// container's variable keeps it.
    /// </summary>
    private static (object? Value, ConversionProblem? Problem) Default(
        JsonNode? written,
        ValueType type,
        bool ofWorkflow
    )
    {
        var plain = written is null ? null : LiteralValue.Of(written);
        if (plain is null || ofWorkflow && plain is string text && string.IsNullOrWhiteSpace(text))
        {
            return (null, null);
        }
        return ValueConversion.TryConvert(plain, type, out var value, out var problem)
            ? (value, null)
            : (null, problem);
    }

    private static ValueType Type(JsonObject json, string key) =>
        ValueType.Parse(json.AnyCase(key).AsText(), json.AnyCase("isArray").AsFlag() ?? false);

    private string Name(JsonObject json) => members.Text(json, "name") ?? "";

    private IEnumerable<JsonObject> Objects(IReadOnlyList<JsonNode?> items, string key, string? activityId)
    {
        foreach (var item in items)
        {
            if (item is JsonObject json)
            {
                yield return json;
            }
            else if (item is not null)
            {
                members.WrongKind(item, key, "array of objects", activityId);
            }
        }
    }
}
