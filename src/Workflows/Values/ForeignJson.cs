using System.Globalization;
using System.Text.Json;

namespace CaseFlow.Workflows.Values;

/// <summary>JSON as other systems write and expect it.</summary>
internal static class ForeignJson
{
    public static object? Read(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.String => json.GetString(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number => json.TryGetInt64(out var whole) ? (object)whole : json.GetDouble(),
            JsonValueKind.Array => json.EnumerateArray().Select(Read).ToList(),
            JsonValueKind.Object => Map(json),
            _ => null,
        };

    private static Dictionary<string, object?> Map(JsonElement json)
    {
        var map = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var property in json.EnumerateObject())
        {
            map[property.Name] = Read(property.Value);
        }
        return map;
    }

    public static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case IReadOnlyDictionary<string, object?> map:
                writer.WriteStartObject();
                foreach (var (key, item) in map)
                {
                    writer.WritePropertyName(key);
                    Write(writer, item);
                }
                writer.WriteEndObject();
                break;
            case IReadOnlyList<object?> items:
                writer.WriteStartArray();
                foreach (var item in items)
                {
                    Write(writer, item);
                }
                writer.WriteEndArray();
                break;
            default:
                Scalar(writer, value);
                break;
        }
    }

    private static void Scalar(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case double number when double.IsFinite(number):
                writer.WriteNumberValue(number);
                break;
            case double:
                // As JSON.stringify does: JSON has no such number.
                writer.WriteNullValue();
                break;
            case DateTimeOffset moment when moment.Offset == TimeSpan.Zero:
                writer.WriteStringValue(moment.UtcDateTime);
                break;
            case DateTimeOffset moment:
                writer.WriteStringValue(moment);
                break;
            case string or TimeSpan or Guid:
                writer.WriteStringValue(PlainText.Of(value));
                break;
            default:
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"{value.GetType()} is no plain value."),
                    nameof(value)
                );
        }
    }
}
