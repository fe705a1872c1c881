namespace CaseFlow.Workflows.Execution;

/// <summary>A dictionary of a frozen state that is copied when the burst first writes to it.</summary>
internal sealed class Bag<T>(IReadOnlyDictionary<string, T> source)
{
    private Dictionary<string, T>? own;

    public IReadOnlyDictionary<string, T> Items => own ?? source;

    public bool Contains(string key) => Items.ContainsKey(key);

    public bool TryGet(string key, out T? value) => Items.TryGetValue(key, out value);

    public void Set(string key, T value) => Own()[key] = value;

    /// <summary>After this the items belong to a state and may not change; a later write copies again.</summary>
    public IReadOnlyDictionary<string, T> Freeze()
    {
        source = Items;
        own = null;
        return source;
    }

    private Dictionary<string, T> Own() => own ??= new Dictionary<string, T>(source, StringComparer.Ordinal);
}
