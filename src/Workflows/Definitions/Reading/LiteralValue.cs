using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CaseFlow.Workflows.Definitions.Reading;

/// <summary>What a JSON value means as a literal: scalars as they are, objects and arrays as their JSON text.</summary>
internal static class LiteralValue
{
    public static object? Of(JsonNode? node) =>
        node?.GetValueKind() switch
        {
            null or JsonValueKind.Null => null,
            JsonValueKind.String => node.GetValue<string>(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number => Number(node.ToJsonString()),
            _ => node.ToJsonString(DefinitionJson.Compact),
        };

    /// <summary>Decimal first, so that an amount keeps its scale; a double only where no decimal reaches.</summary>
    private static object Number(string digits)
    {
        if (long.TryParse(digits, NumberStyles.Integer, CultureInfo.InvariantCulture, out var whole))
        {
            return whole;
        }
        return decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            ? exact
            : double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
    }
}
