using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace CaseFlow.Workflows.Values;

/// <summary>
/// JSON from which the same plain value comes back. A number with a point or exponent is a double, one without is a long; the other
/// scalars are objects with one member whose name begins with <c>$</c>, and a map that would look like one is wrapped in <c>$map</c>.
/// </summary>
internal static class StateJson
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case string text when IsWellFormed(text):
                writer.WriteStringValue(text);
                break;
            case string text:
                // A script may cut a pair of surrogates apart; UTF-8 cannot carry the halves.
                Tag(writer, "$utf16", Convert.ToBase64String(MemoryMarshal.AsBytes(text.AsSpan())));
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                WriteDouble(writer, number);
                break;
            case decimal number:
                Tag(writer, "$decimal", number.ToString(Invariant));
                break;
            case DateTimeOffset moment:
                Tag(writer, "$moment", moment.ToString("O", Invariant));
                break;
            case TimeSpan span:
                Tag(writer, "$span", span.ToString("c", Invariant));
                break;
            case Guid id:
                Tag(writer, "$guid", id.ToString("D"));
                break;
            case IReadOnlyDictionary<string, object?> map:
                WriteMap(writer, map);
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
                throw new ArgumentException($"{value.GetType()} is no plain value.", nameof(value));
        }
    }

    private static bool IsWellFormed(string text) =>
        text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0
        || !text.EnumerateRunes().Any(r => r == Rune.ReplacementChar);

    private static void WriteDouble(Utf8JsonWriter writer, double number)
    {
        if (!double.IsFinite(number))
        {
            Tag(writer, "$double", number.ToString(Invariant));
            return;
        }
        var text = number.ToString("R", Invariant);
        writer.WriteRawValue(text.AsSpan().IndexOfAny('.', 'E') < 0 ? text + ".0" : text);
    }

    private static void WriteMap(Utf8JsonWriter writer, IReadOnlyDictionary<string, object?> map)
    {
        var wrap = map.Count == 1 && map.Keys.Single().StartsWith('$');
        writer.WriteStartObject();
        if (wrap)
        {
            writer.WriteStartObject("$map");
        }
        foreach (var (key, item) in map)
        {
            writer.WritePropertyName(key);
            Write(writer, item);
        }
        if (wrap)
        {
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
    }

    private static void Tag(Utf8JsonWriter writer, string tag, string text)
    {
        writer.WriteStartObject();
        writer.WriteString(tag, text);
        writer.WriteEndObject();
    }

    public static object? Read(ref Utf8JsonReader json) =>
        json.TokenType switch
        {
            JsonTokenType.String => json.GetString(),
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.Number => ReadNumber(ref json),
            JsonTokenType.StartArray => ReadList(ref json),
            JsonTokenType.StartObject => ReadObject(ref json),
            _ => null,
        };

    private static object ReadNumber(ref Utf8JsonReader json)
    {
        // No conditional expression: it would turn the long into a double.
        if (json.ValueSpan.IndexOfAny(".eE"u8) < 0 && json.TryGetInt64(out var whole))
        {
            return whole;
        }
        return json.GetDouble();
    }

    private static List<object?> ReadList(ref Utf8JsonReader json)
    {
        var items = new List<object?>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Read(ref json));
        }
        return items;
    }

    private static object? ReadObject(ref Utf8JsonReader json)
    {
        if (!IsTag(json))
        {
            return ReadMap(ref json);
        }
        json.Read();
        var tag = json.GetString()!;
        json.Read();
        var value = tag == "$map" ? ReadMap(ref json) : Untag(tag, json.GetString() ?? "");
        json.Read();
        return value;
    }

    /// <summary>Whether the object has one member only, and its name begins as those of tags do.</summary>
    private static bool IsTag(Utf8JsonReader ahead)
    {
        ahead.Read();
        if (ahead.TokenType != JsonTokenType.PropertyName || !ahead.GetString()!.StartsWith('$'))
        {
            return false;
        }
        ahead.Skip();
        ahead.Read();
        return ahead.TokenType == JsonTokenType.EndObject;
    }

    private static object Untag(string tag, string text) =>
        tag switch
        {
            "$decimal" => decimal.Parse(text, NumberStyles.Float, Invariant),
            "$utf16" => new string(MemoryMarshal.Cast<byte, char>(Convert.FromBase64String(text))),
            "$double" => double.Parse(text, NumberStyles.Float, Invariant),
            "$moment" => DateTimeOffset.ParseExact(text, "O", Invariant),
            "$span" => TimeSpan.ParseExact(text, "c", Invariant),
            "$guid" => Guid.ParseExact(text, "D"),
            _ => throw new FormatException($"The tag {tag} is unknown."),
        };

    public static Dictionary<string, object?> ReadMap(ref Utf8JsonReader json)
    {
        var map = new Dictionary<string, object?>(StringComparer.Ordinal);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var key = json.GetString()!;
            json.Read();
            map[key] = Read(ref json);
        }
        return map;
    }
}
