using System.Text.Json.Nodes;

namespace CaseFlow.Workflows.Definitions.Reading;

/// <summary>Reads what a <c>Variable</c> or <c>Input</c> expression points to: an object, or a string of the object's JSON.</summary>
internal static class References
{
    public static ExpressionReference? Read(JsonNode? value) =>
        Object(value) is { } json && (json.AnyCase("id").AsText(), json.AnyCase("name").AsText()) is var (id, name)
            ? id is null && name is null
                ? null
                : new ExpressionReference(id, name)
            : null;

    public static JsonObject? Object(JsonNode? value)
    {
        if (value is JsonObject json)
        {
            return json;
        }
        if (value.AsText() is not { } text)
        {
            return null;
        }
        var problems = new ProblemList();
        var parsed = DocumentText.Utf8(text, problems) is { } utf8
            ? DocumentText.Parse(utf8, new DocumentPlaces(), problems)
            : null;
        return problems.HasErrors ? null : parsed;
    }
}
