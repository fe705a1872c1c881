namespace CaseFlow.Workflows.Expressions.Liquid.Rendering;

/// <summary>
/// Names while rendering, innermost first: loop variables, assigned and captured names (one space for the whole
/// template), the values given, counters.
/// </summary>
internal sealed class Scope(IReadOnlyDictionary<string, object?> values)
{
    private readonly List<(string Variable, object? Item, ForLoop Loop)> loops = [];
    private readonly Dictionary<string, object?> assigned = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> counters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> cycles = new(StringComparer.Ordinal);

    public ForLoop? CurrentLoop => loops.Count > 0 ? loops[^1].Loop : null;

    public void Assign(string name, object? value) => assigned[name] = value;

    public void EnterLoop(string variable, ForLoop loop) => loops.Add((variable, null, loop));

    public void SetItem(object? item) => loops[^1] = loops[^1] with { Item = item };

    public void LeaveLoop() => loops.RemoveAt(loops.Count - 1);

    public bool TryGet(string name, out object? value)
    {
        for (var i = loops.Count - 1; i >= 0; i--)
        {
            if (loops[i].Variable == name)
            {
                value = loops[i].Item;
                return true;
            }
        }

        if (name == "forloop" && loops.Count > 0)
        {
            value = loops[^1].Loop;
            return true;
        }

        if (assigned.TryGetValue(name, out value) || values.TryGetValue(name, out value))
        {
            return true;
        }

        var counted = counters.TryGetValue(name, out var counter);
        value = counted ? (decimal)counter : null;
        return counted;
    }

    public long Increment(string name)
    {
        var before = counters.GetValueOrDefault(name);
        counters[name] = before + 1;
        return before;
    }

    public long Decrement(string name) => counters[name] = counters.GetValueOrDefault(name) - 1;

    public int NextInCycle(string key, int count)
    {
        var index = cycles.GetValueOrDefault(key) % count;
        cycles[key] = index + 1;
        return index;
    }
}
