using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace CaseFlow.Workflows.Tests.Expressions.Liquid;

/// <summary>An object that notes the path of every member asked for.</summary>
internal sealed class TracedObject(string path, Dictionary<string, object?> members, ISet<string> seen)
    : IReadOnlyDictionary<string, object?>
{
    public IEnumerable<string> Keys => members.Keys;

    public IEnumerable<object?> Values => members.Keys.Select(key => this[key]);

    public int Count => members.Count;

    public object? this[string key] => Trace(PathOf(key), members[key], seen);

    public bool ContainsKey(string key) => members.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value)
    {
        var found = members.ContainsKey(key);
        value = found ? this[key] : null;
        if (found)
        {
            seen.Add(PathOf(key));
        }

        return found;
    }

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() =>
        members.Keys.Select(key => KeyValuePair.Create(key, this[key])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private string PathOf(string key) => path.Length == 0 ? key : $"{path}.{key}";

    private static object? Trace(string path, object? value, ISet<string> seen) =>
        value switch
        {
            Dictionary<string, object?> members => new TracedObject(path, members, seen),
            List<object?> list => list.Select(item => Trace(path + "[]", item, seen)).ToList(),
            _ => value,
        };
}
