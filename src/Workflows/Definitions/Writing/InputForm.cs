using System.Text.Json.Nodes;

namespace CaseFlow.Workflows.Definitions.Writing;

/// <summary>The canonical form of one input: no memory reference, and references as text, as Studio's pickers expect.</summary>
internal static class InputForm
{
    /// <summary>Shapes a wrapped input or a bare expression in place.</summary>
    public static void Shape(JsonObject input)
    {
        if (!input.ContainsKey("expression"))
        {
            Reference(input);
            return;
        }
        input.Remove("memoryReference");
        if (input["expression"] is JsonObject expression)
        {
            Reference(expression);
        }
    }

    private static void Reference(JsonObject expression)
    {
        if (expression.Text("type") is "Variable" or "Input" && expression["value"] is JsonObject target)
        {
            expression["value"] = target.ToJsonString(DefinitionJson.Compact);
        }
    }
}
