using System.Text.Json;
using System.Text.Json.Serialization;

namespace CaseFlow.Domain.Forms;

/// <summary>Holds while another field has that answer.</summary>
/// <param name="Field">Key of the other field.</param>
/// <param name="EqualTo">
/// The answer as text: a choice's value, <c>true</c> or <c>false</c>, a number, an ISO date. In JSON it is named
/// <c>equals</c> and may be a bare boolean or number. A field of several choices satisfies it when one of them is equal.
/// </param>
public sealed record FieldCondition(
    string Field,
    [property: JsonPropertyName("equals"), JsonConverter(typeof(FieldCondition.BareValueConverter))] string EqualTo
)
{
    /// <summary>Whether it holds for these answers. A field without an answer satisfies no condition.</summary>
    public bool Holds(IReadOnlyDictionary<string, object?> data) =>
        data.GetValueOrDefault(Field) switch
        {
            null => false,
            IReadOnlyList<object?> several => several.Any(IsEqual),
            var one => IsEqual(one),
        };

    private bool IsEqual(object? value) => value is not null && PlainValue.Text(value) == EqualTo;

    /// <summary>Reads text, booleans and numbers alike as text.</summary>
    internal sealed class BareValueConverter : JsonConverter<string>
    {
        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType switch
            {
                JsonTokenType.String => reader.GetString()!,
                JsonTokenType.True => "true",
                JsonTokenType.False => "false",
                JsonTokenType.Number => PlainValue.Text(reader.GetDecimal()),
                _ => throw new JsonException("A condition compares with a text, a number or a boolean."),
            };

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value);
    }
}
