using System.Collections.Frozen;
using CaseFlow.Workflows.Expressions.JavaScript.Functions;

namespace CaseFlow.Workflows.Expressions.JavaScript.Values;

/// <summary>
/// Entries by key, in the order they came. Deleting leaves a gap instead of moving the rest, so that a loop that is under
/// way neither skips nor repeats anything.
/// </summary>
internal class JsMap : JsObject
{
    private static readonly object NullKey = new();
    private readonly Dictionary<object, int> places = [];
    private readonly List<(bool IsThere, object? Key, object? Value)> entries = [];

    public override string Kind => "Map";

    public override FrozenDictionary<string, NativeFunction> Methods => MapMethods.Table;

    public int Count => places.Count;

    /// <summary>Entries and gaps.</summary>
    public int Length => entries.Count;

    public (bool IsThere, object? Key, object? Value) this[int place] => entries[place];

    public override bool TryGet(string name, out object? value)
    {
        value = (double)Count;
        return name == "size" || base.TryGet(name, out value);
    }

    public bool Has(object? key) => places.ContainsKey(key ?? NullKey);

    public object? Read(object? key) =>
        places.TryGetValue(key ?? NullKey, out var place) ? entries[place].Value : Special.Undefined;

    public void Write(object? key, object? value)
    {
        // Minus zero and zero are one key, and zero is what a loop shows.
        key = key is 0.0 ? 0.0 : key;
        if (places.TryGetValue(key ?? NullKey, out var place))
        {
            entries[place] = (true, key, value);
            return;
        }

        places[key ?? NullKey] = entries.Count;
        entries.Add((true, key, value));
    }

    public bool Remove(object? key)
    {
        if (!places.Remove(key ?? NullKey, out var place))
        {
            return false;
        }

        entries[place] = default;
        return true;
    }

    public void Clear()
    {
        places.Clear();
        for (var i = 0; i < entries.Count; i++)
        {
            entries[i] = default;
        }
    }
}

/// <summary>Values without repetition: a map whose keys are its values.</summary>
internal sealed class JsSet : JsMap
{
    public override string Kind => "Set";

    public override FrozenDictionary<string, NativeFunction> Methods => SetMethods.Table;
}
