using System.Text.Json;

namespace CaseFlow.Host.Features.Api;

/// <summary>JSON of a request as plain values. Whole numbers stay whole, others are decimals: money is never a binary fraction.</summary>
public static class PlainData
{
    public static IReadOnlyDictionary<string, object?> Of(Dictionary<string, JsonElement>? members) =>
        members is null
            ? new Dictionary<string, object?>()
            : members.ToDictionary(m => m.Key, m => Of(m.Value), StringComparer.Ordinal);

    public static object? Of(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number when value.TryGetInt64(out var whole) => whole,
            JsonValueKind.Number when value.TryGetDecimal(out var exact) => exact,
            JsonValueKind.Number => value.GetDouble(),
            JsonValueKind.Array => value.EnumerateArray().Select(Of).ToList(),
            JsonValueKind.Object => value
                .EnumerateObject()
                .GroupBy(p => p.Name, StringComparer.Ordinal)
                .ToDictionary(p => p.Key, p => Of(p.Last().Value), StringComparer.Ordinal),
            _ => null,
        };
}
