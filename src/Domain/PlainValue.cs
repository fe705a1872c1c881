using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CaseFlow.Domain;

/// <summary>
/// The values that facts are made of: null, string, bool, decimal, <see cref="DateOnly"/>, <see cref="DateTimeOffset"/>,
/// lists (<c>IReadOnlyList&lt;object?&gt;</c>) and dictionaries (<c>IReadOnlyDictionary&lt;string, object?&gt;</c>) of them.
/// </summary>
/// <remarks>One type of number, so that 2, 2.0 and 2.00 are one fact with one hash.</remarks>
public static class PlainValue
{
    /// <summary>The same value in one of the types above. Texts become NFC, instants UTC.</summary>
    /// <exception cref="ArgumentException">The value is of no type that a fact can have.</exception>
    public static object? Of(object? value) =>
        value switch
        {
            null or bool or DateOnly => value,
            string text => text.Normalize(NormalizationForm.FormC),
            decimal number => Normalised(number),
            int or long or short or byte or uint or ulong or ushort or sbyte => Convert.ToDecimal(
                value,
                CultureInfo.InvariantCulture
            ),
            double number when double.IsFinite(number) && Math.Abs(number) < 1e15 => Normalised((decimal)number),
            float number when float.IsFinite(number) && Math.Abs(number) < 1e15 => Normalised((decimal)number),
            DateTimeOffset instant => instant.ToUniversalTime(),
            JsonElement json => Of(json),
            IEnumerable<KeyValuePair<string, object?>> fields => fields.ToDictionary(f => f.Key, f => Of(f.Value)),
            IEnumerable items => items.Cast<object?>().Select(Of).ToList(),
            _ => throw new ArgumentException($"A fact cannot be a {value.GetType().Name}.", nameof(value)),
        };

    /// <summary>Whether both are the same value; numbers by size, lists in order, dictionaries in any order.</summary>
    public static bool Same(object? left, object? right) => Canonical(left) == Canonical(right);

    /// <summary>One text per value: typed, so that the text "1" and the number 1 differ; keys in ordinal order.</summary>
    public static string Canonical(object? value)
    {
        var text = new StringBuilder();
        Write(text, Of(value));
        return text.ToString();
    }

    /// <summary>A simple value as machine-readable text, without its type.</summary>
    public static string Text(object? value) =>
        Of(value) switch
        {
            null => "",
            true => "true",
            false => "false",
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTimeOffset instant => instant.ToString("O", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            var other => other.ToString() ?? "",
        };

    private static void Write(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case string s:
                text.Append('s').Append(Quoted(s));
                break;
            case bool:
                text.Append(Text(value));
                break;
            case decimal:
                text.Append('n').Append(Text(value));
                break;
            case DateOnly:
                text.Append('d').Append(Text(value));
                break;
            case DateTimeOffset:
                text.Append('t').Append(Text(value));
                break;
            case IReadOnlyDictionary<string, object?> fields:
                text.Append('{');
                foreach (var (key, field) in fields.OrderBy(f => f.Key, StringComparer.Ordinal))
                {
                    text.Append(Quoted(key)).Append(':');
                    Write(text, field);
                    text.Append(',');
                }
                text.Append('}');
                break;
            case IReadOnlyList<object?> items:
                text.Append('[');
                foreach (var item in items)
                {
                    Write(text, item);
                    text.Append(',');
                }
                text.Append(']');
                break;
        }
    }

    // Length first: no content can imitate the end of a text.
    private static string Quoted(string text) =>
        string.Create(CultureInfo.InvariantCulture, $"{text.Length}\"{text}\"");

    private static decimal Normalised(decimal number) => number / 1.000000000000000000000000000000000m;

    private static object? Of(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.Undefined => null,
            JsonValueKind.String => Of(json.GetString()),
            JsonValueKind.Number => Normalised(json.GetDecimal()),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Array => json.EnumerateArray().Select(Of).ToList(),
            _ => json.EnumerateObject().ToDictionary(p => p.Name, p => Of(p.Value)),
        };
}
