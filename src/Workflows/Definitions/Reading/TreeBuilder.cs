using System.Text.Json;
using System.Text.Json.Nodes;

namespace CaseFlow.Workflows.Definitions.Reading;

/// <summary>Builds the tree of one document, noting the place of every value.</summary>
internal sealed class TreeBuilder(DocumentPlaces places, ProblemList problems)
{
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public JsonObject? Build(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = DocumentText.MaxDepth });
        var counter = new PlaceCounter(utf8);
        reader.Read();
        var root = Value(ref reader, ref counter);
        reader.Read();
        if (root is JsonObject document)
        {
            return document;
        }
        problems.Error("json.not-an-object", "A definition is a JSON object.", new Place(1, 1));
        return null;
    }

    private JsonNode? Value(ref Utf8JsonReader reader, ref PlaceCounter counter)
    {
        var place = counter.At(reader.TokenStartIndex);
        JsonNode? node = reader.TokenType switch
        {
            JsonTokenType.StartObject => Object(ref reader, ref counter),
            JsonTokenType.StartArray => Array(ref reader, ref counter),
            JsonTokenType.String => JsonValue.Create(Text(ref reader, place)),
            JsonTokenType.True => JsonValue.Create(true),
            JsonTokenType.False => JsonValue.Create(false),
            // An element keeps the digits as written.
            JsonTokenType.Number => JsonValue.Create(JsonElement.ParseValue(ref reader)),
            _ => null,
        };
        if (node is not null)
        {
            places.Add(node, place);
        }
        return node;
    }

    private JsonObject Object(ref Utf8JsonReader reader, ref PlaceCounter counter)
    {
        var result = new JsonObject();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var place = counter.At(reader.TokenStartIndex);
            var key = Text(ref reader, place);
            reader.Read();
            var value = Value(ref reader, ref counter);
            if (!result.TryAdd(key, value))
            {
                problems.Error(
                    "json.duplicate-key",
                    $"The key '{key}' occurs twice in one object.",
                    place,
                    ("key", key)
                );
            }
        }
        return result;
    }

    private JsonArray Array(ref Utf8JsonReader reader, ref PlaceCounter counter)
    {
        var result = new JsonArray();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            result.Add(Value(ref reader, ref counter));
        }
        return result;
    }

    private string Text(ref Utf8JsonReader reader, Place place)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            problems.Error("json.encoding", "An escaped half of a surrogate pair is no text.", place);
            return "";
        }
    }
}
