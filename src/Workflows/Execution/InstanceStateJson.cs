using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CaseFlow.Workflows.Execution;

/// <summary>
/// Instance states as text, without loss. Equal states give equal texts; a map that no burst has changed keeps the text it had.
/// </summary>
public static class InstanceStateJson
{
    internal const int MaxDepth = 640;

    /// <summary>The shape that is written; older ones are raised to it (<see cref="StateUpcasters"/>).</summary>
    public static int Schema => StateUpcasters.Current.Target;

    internal static JsonReaderOptions Reading { get; } = new() { MaxDepth = MaxDepth };

    /// <summary>Arabic stays readable in stored rows; nothing here is put into HTML unescaped.</summary>
    private static readonly JsonWriterOptions Writing = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = MaxDepth,
        SkipValidation = true,
    };

    // What one thread writes into, one text after the other.
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? room;

    private const int MostKept = 1 << 20;

    /// <summary>The text of a state.</summary>
    public static string Write(InstanceState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var buffer = room is { Capacity: < MostKept } ? room : room = new ArrayBufferWriter<byte>(4096);
        buffer.ResetWrittenCount();
        using var json = new Utf8JsonWriter(buffer, Writing);
        json.WriteStartObject();
        json.WriteNumber("schema"u8, Schema);
        json.WritePropertyName("state"u8);
        StateWriter.Write(json, state);
        json.WriteEndObject();
        json.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">The text is no state, or of a schema that this version does not know.</exception>
    public static InstanceState Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            var text = IsCurrent(json) ? Encoding.UTF8.GetBytes(json) : Raised(json);
            return new StateReader(text).Document() ?? throw new FormatException("The text is no instance state.");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new FormatException("The text is no instance state.", error);
        }
    }

    /// <summary>The schema is always written first, so that nearly every text is read in one go.</summary>
    private static bool IsCurrent(string json) =>
        json.StartsWith(Start, StringComparison.Ordinal) && json.AsSpan(Start.Length) is [',' or '}', ..];

    private static readonly string Start = string.Create(CultureInfo.InvariantCulture, $"{{\"schema\":{Schema}");

    private static ReadOnlyMemory<byte> Raised(string json)
    {
        if (
            JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { MaxDepth = MaxDepth })
            is not JsonObject document
        )
        {
            throw new FormatException("The text is no instance state.");
        }
        StateUpcasters.Current.Raise(document);
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, Writing);
        document.WriteTo(writer);
        writer.Flush();
        return buffer.WrittenMemory;
    }
}
