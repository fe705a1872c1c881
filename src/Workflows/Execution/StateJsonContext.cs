using System.Text.Json;
using System.Text.Json.Serialization;
using CaseFlow.Domain.Parties;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Execution;

/// <summary>Generated reading and writing of what only some states have.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    MaxDepth = InstanceStateJson.MaxDepth,
    Converters = [typeof(PlainValueConverter), typeof(ActorConverter)]
)]
[JsonSerializable(typeof(ActivityState))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, ReceivedEvent>))]
[JsonSerializable(typeof(IReadOnlyList<WorkItem>))]
[JsonSerializable(typeof(PendingAsk))]
[JsonSerializable(typeof(PendingSkip))]
internal sealed partial class StateJsonContext : JsonSerializerContext;

/// <summary>Plain values in members declared as object.</summary>
internal sealed class PlainValueConverter : JsonConverter<object>
{
    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PlainJson.Read(ref reader);

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
