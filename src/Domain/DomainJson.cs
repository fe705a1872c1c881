using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CaseFlow.Domain;

/// <summary>How the domain's records look as JSON: camel case, enums by name, facts without loss of type.</summary>
public static class DomainJson
{
    /// <summary>Read-only; shared.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            RespectNullableAnnotations = false,
            NumberHandling = JsonNumberHandling.Strict,
            Converters =
            {
                new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
                new Facts(),
            },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    /// <summary>Facts: days and instants are tagged, all else is plain JSON.</summary>
    private sealed class Facts : JsonConverter<IReadOnlyDictionary<string, object?>>
    {
        private const string Day = "$day";
        private const string Instant = "$instant";

        public override IReadOnlyDictionary<string, object?> Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        )
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => Value(p.Value))
                : throw new JsonException("Facts are an object.");
        }

        public override void Write(
            Utf8JsonWriter writer,
            IReadOnlyDictionary<string, object?> value,
            JsonSerializerOptions options
        ) => WriteValue(writer, PlainValue.Of(value));

        private static object? Value(JsonElement json)
        {
            if (json.ValueKind == JsonValueKind.Array)
            {
                return json.EnumerateArray().Select(Value).ToList();
            }

            if (json.ValueKind != JsonValueKind.Object)
            {
                return PlainValue.Of(json);
            }

            if (json.TryGetProperty(Day, out var day))
            {
                return DateOnly.ParseExact(day.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            }

            return json.TryGetProperty(Instant, out var instant)
                ? instant.GetDateTimeOffset()
                : json.EnumerateObject().ToDictionary(p => p.Name, p => Value(p.Value));
        }

        private static void WriteValue(Utf8JsonWriter writer, object? value)
        {
            switch (value)
            {
                case null:
                    writer.WriteNullValue();
                    break;
                case string text:
                    writer.WriteStringValue(text);
                    break;
                case bool yes:
                    writer.WriteBooleanValue(yes);
                    break;
                case decimal number:
                    writer.WriteNumberValue(number);
                    break;
                case DateOnly or DateTimeOffset:
                    writer.WriteStartObject();
                    writer.WriteString(value is DateOnly ? Day : Instant, PlainValue.Text(value));
                    writer.WriteEndObject();
                    break;
                case IReadOnlyDictionary<string, object?> fields:
                    writer.WriteStartObject();
                    foreach (var (key, field) in fields)
                    {
                        writer.WritePropertyName(key);
                        WriteValue(writer, field);
                    }
                    writer.WriteEndObject();
                    break;
                case IReadOnlyList<object?> items:
                    writer.WriteStartArray();
                    foreach (var item in items)
                    {
                        WriteValue(writer, item);
                    }
                    writer.WriteEndArray();
                    break;
            }
        }
    }
}
