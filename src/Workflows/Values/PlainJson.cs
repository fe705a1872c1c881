using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace CaseFlow.Workflows.Values;

/// <summary>
/// Plain values and JSON. Two ways out: <see cref="ToJson"/> for people and other systems (dates and ids as text), and
/// <see cref="Write(object?)"/> for stored state, from which <see cref="Read(string)"/> gives back exactly the same values.
/// </summary>
public static class PlainJson
{
    /// <summary>Levels of nesting that are read or written; deeper values are refused.</summary>
    public const int MaxDepth = 128;

    private static readonly JsonWriterOptions Compact = new()
    {
        // Arabic stays readable in stored rows and in texts made from values; nothing here is put into HTML unescaped.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 4 * MaxDepth,
    };

    /// <summary>As Elsa writes a value that becomes text: letters stay, what means something in HTML or a script is escaped.</summary>
    private static readonly JsonWriterOptions Guarded = Compact with
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>Plain value of foreign JSON: whole numbers become <see cref="long"/>, others <see cref="double"/>, dates stay text.</summary>
    /// <returns>False when the text is no JSON, or nested deeper than <see cref="MaxDepth"/>.</returns>
    public static bool TryParse(string json, out object? value)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth });
            value = FromJson(document.RootElement);
            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            // InvalidOperationException: an escaped half of a surrogate pair, which JSON allows and text does not.
            value = null;
            return false;
        }
    }

    /// <summary>Plain value of foreign JSON: whole numbers become <see cref="long"/>, others <see cref="double"/>, dates stay text.</summary>
    public static object? FromJson(JsonElement json) => ForeignJson.Read(json);

    /// <summary>Plain value of foreign JSON: whole numbers become <see cref="long"/>, others <see cref="double"/>, dates stay text.</summary>
    public static object? FromJson(JsonNode? json) =>
        json is null ? null : ForeignJson.Read(JsonSerializer.SerializeToElement(json));

    /// <summary>JSON text for other systems: moments, lengths of time and ids as text, decimals as numbers with their scale.</summary>
    /// <exception cref="ArgumentException">As for <see cref="Write(Utf8JsonWriter, object?)"/>.</exception>
    public static string ToJson(object? value)
    {
        PlainSize.Require(value);
        return Text(writer => ForeignJson.Write(writer, value), Compact);
    }

    /// <summary>
    /// The same JSON as a value of its own, where a list or map becomes text: quotes and <c>&lt; &gt; &amp; ' +</c> are escaped, letters are not.
    /// </summary>
    /// <exception cref="ArgumentException">As for <see cref="Write(Utf8JsonWriter, object?)"/>.</exception>
    public static string ToText(object? value)
    {
        PlainSize.Require(value);
        return Text(writer => ForeignJson.Write(writer, value), Guarded);
    }

    /// <summary>Writes a value so that reading gives the same value of the same type; what JSON cannot tell apart is tagged.</summary>
    /// <exception cref="ArgumentException">The value is no plain value, nested deeper than <see cref="MaxDepth"/>, or holds more than a million values.</exception>
    public static void Write(Utf8JsonWriter writer, object? value)
    {
        PlainSize.Require(value);
        StateJson.Write(writer, value);
    }

    /// <summary>As <see cref="Write(Utf8JsonWriter, object?)"/>, to a text.</summary>
    public static string Write(object? value) => Text(writer => Write(writer, value), Compact);

    /// <summary>Reads what <see cref="Write(Utf8JsonWriter, object?)"/> wrote, from the value's first token to its last.</summary>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    /// <exception cref="FormatException">A tag is unknown or its content does not read.</exception>
    public static object? Read(ref Utf8JsonReader json) => StateJson.Read(ref json);

    /// <summary>Reads a map whose members are written values, while it is itself not one: its names may begin with anything.</summary>
    internal static Dictionary<string, object?> ReadMap(ref Utf8JsonReader json) => StateJson.ReadMap(ref json);

    /// <summary>Reads what <see cref="Write(object?)"/> wrote.</summary>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    /// <exception cref="FormatException">A tag is unknown or its content does not read.</exception>
    public static object? Read([StringSyntax(StringSyntaxAttribute.Json)] string json)
    {
        var reader = new Utf8JsonReader(
            Encoding.UTF8.GetBytes(json),
            new JsonReaderOptions { MaxDepth = 4 * MaxDepth }
        );
        reader.Read();
        var value = Read(ref reader);
        // Nothing may follow: the reader refuses it.
        reader.Read();
        return value;
    }

    private static string Text(Action<Utf8JsonWriter> write, JsonWriterOptions options)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, options))
        {
            write(writer);
        }
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
