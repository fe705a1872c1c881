using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CaseFlow.Domain.Parties;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Execution;

/// <summary>Instance states as text, without loss. Equal states give equal texts.</summary>
public static class InstanceStateJson
{
    /// <summary>The shape that is written; older ones are raised to it (<see cref="StateUpcasters"/>).</summary>
    public static int Schema => StateUpcasters.Current.Target;

    /// <summary>Arabic stays readable in stored rows; nothing here is put into HTML unescaped.</summary>
    private static readonly StateJsonContext Context = new(
        new JsonSerializerOptions(StateJsonContext.Default.Options)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );

    /// <summary>The text of a state.</summary>
    public static string Write(InstanceState state) =>
        JsonSerializer.Serialize(new StateDocument(Schema, state), Context.StateDocument);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">The text is no state, or of a schema that this version does not know.</exception>
    public static InstanceState Read(string json)
    {
        try
        {
            var document = IsCurrent(json) ? JsonSerializer.Deserialize(json, Context.StateDocument) : Raised(json);
            return document?.State ?? throw new FormatException("The text is no instance state.");
        }
        catch (JsonException error)
        {
            throw new FormatException("The text is no instance state.", error);
        }
    }

    /// <summary>The schema is always written first, so that nearly every text is read in one go.</summary>
    private static bool IsCurrent(string json) =>
        json.StartsWith(Start, StringComparison.Ordinal) && json.AsSpan(Start.Length) is [',' or '}', ..];

    private static readonly string Start = string.Create(CultureInfo.InvariantCulture, $"{{\"schema\":{Schema}");

    private static StateDocument? Raised(string json)
    {
        if (
            JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { MaxDepth = 640 }) is not JsonObject document
        )
        {
            return null;
        }
        StateUpcasters.Current.Raise(document);
        return document.Deserialize(Context.StateDocument);
    }
}

internal sealed record StateDocument(int Schema, InstanceState State);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    MaxDepth = 640,
    Converters = [typeof(PlainValueConverter), typeof(ActorConverter)]
)]
[JsonSerializable(typeof(StateDocument))]
internal sealed partial class StateJsonContext : JsonSerializerContext;

/// <summary>Plain values in members declared as object.</summary>
internal sealed class PlainValueConverter : JsonConverter<object>
{
    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PlainJson.Read(JsonElement.ParseValue(ref reader));

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options) =>
        PlainJson.Write(writer, value);
}

/// <summary>Actors, whose roles are a set.</summary>
internal sealed class ActorConverter : JsonConverter<Actor>
{
    public override Actor Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var json = JsonElement.ParseValue(ref reader);
        string? Text(string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;
        var roles = json.GetProperty("roles").EnumerateArray().Select(r => r.GetString()!).ToHashSet();
        return new Actor(Text("userId")!, Text("name")!, Text("nameEnglish"), roles, Text("partyId"));
    }

    public override void Write(Utf8JsonWriter writer, Actor value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("userId", value.UserId);
        writer.WriteString("name", value.Name);
        writer.WriteString("nameEnglish", value.NameEnglish);
        writer.WriteString("partyId", value.PartyId);
        writer.WriteStartArray("roles");
        foreach (var role in value.Roles.Order(StringComparer.Ordinal))
        {
            writer.WriteStringValue(role);
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
