using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Execution;

/// <summary>
/// A map of plain values as it stands in a stored state. It is parsed when somebody first looks into it, and written back as the text
/// it came from: what a burst does not touch costs it nothing.
/// </summary>
internal sealed class StoredMap(ReadOnlyMemory<byte> json) : IReadOnlyDictionary<string, object?>
{
    private Dictionary<string, object?>? items;

    /// <summary>The map as it was written.</summary>
    public ReadOnlySpan<byte> Json => json.Span;

    public int Count => Items.Count;

    public IEnumerable<string> Keys => Items.Keys;

    public IEnumerable<object?> Values => Items.Values;

    public object? this[string key] => Items[key];

    public bool ContainsKey(string key) => Items.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value) => Items.TryGetValue(key, out value);

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => Items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // Two threads may parse it at once: both come to the same, and either may stay.
    private Dictionary<string, object?> Items => items ??= Parse();

    private Dictionary<string, object?> Parse()
    {
        var reader = new Utf8JsonReader(Json, InstanceStateJson.Reading);
        reader.Read();
        return PlainJson.ReadMap(ref reader);
    }
}
