using System.Collections.Frozen;
using CaseFlow.Workflows.Expressions.JavaScript.Evaluation;
using CaseFlow.Workflows.Expressions.JavaScript.Values;

namespace CaseFlow.Workflows.Expressions.JavaScript.Functions;

/// <summary><c>Map</c> and its methods.</summary>
internal static class MapMethods
{
    public static readonly FrozenDictionary<string, NativeFunction> Table = NativeFunctions.Table(
        ("clear", 0, On((_, map, _) => Clear(map))),
        ("delete", 1, On((_, map, a) => map.Remove(a.At(0)))),
        ("entries", 0, On((_, map, _) => new JsIterator(Pairs(map)))),
        ("forEach", 1, On((run, map, a) => ForEach(run, map, a, Values(map)))),
        ("get", 1, On((_, map, a) => map.Read(a.At(0)))),
        ("has", 1, On((_, map, a) => map.Has(a.At(0)))),
        ("keys", 0, On((_, map, _) => new JsIterator(Keys(map)))),
        ("set", 2, On((run, map, a) => Write(run, map, a.At(0), a.At(1)))),
        ("values", 0, On((_, map, _) => new JsIterator(Values(map))))
    );

    public static readonly NativeFunction Kind = new("Map", 0, RefuseCall, Make);

    public static IEnumerable<object?> Keys(JsMap map) => Live(map).Select(e => e.Key);

    public static IEnumerable<object?> Pairs(JsMap map) => Live(map).Select(e => new JsArray([e.Key, e.Value]));

    /// <summary>Entries with their keys as text, for the way out.</summary>
    public static IEnumerable<(string Key, object? Value)> Entries(Run run, JsMap map) =>
        Live(map).Select(e => (Operators.ToText(run, e.Key), e.Value));

    public static object? RefuseCall(Run run, object? self, object?[] arguments) =>
        throw run.TypeError("This kind of object is made with new");

    public static object? Clear(JsMap map)
    {
        map.Clear();
        return Special.Undefined;
    }

    public static JsMap Write(Run run, JsMap map, object? key, object? value)
    {
        map.Write(key, value);
        run.Charge();
        run.CheckItems(map.Length);
        return map;
    }

    public static object? ForEach(Run run, JsMap map, object?[] arguments, IEnumerable<object?> values)
    {
        using var value = values.GetEnumerator();
        foreach (var key in Keys(map))
        {
            value.MoveNext();
            run.Call(arguments.At(0), arguments.At(1), value.Current, key, map);
        }

        return Special.Undefined;
    }

    private static IEnumerable<object?> Values(JsMap map) => Live(map).Select(e => e.Value);

    private static IEnumerable<(object? Key, object? Value)> Live(JsMap map)
    {
        for (var i = 0; i < map.Length; i++)
        {
            if (map[i] is { IsThere: true } entry)
            {
                yield return (entry.Key, entry.Value);
            }
        }
    }

    /// <summary>Pays for looking up the key, which is the first argument of every method that takes one.</summary>
    public static object?[] Paid(Run run, object?[] arguments)
    {
        run.ChargeKey(arguments.At(0));
        return arguments;
    }

    private static JsMap Make(Run run, object? self, object?[] arguments)
    {
        var map = new JsMap();
        if (Operators.IsMissing(arguments.At(0)))
        {
            return map;
        }

        foreach (var entry in Iteration.Items(run, arguments.At(0)))
        {
            if (entry is not JsObject)
            {
                throw run.TypeError($"Iterator value {Operators.Describe(entry)} is not an entry object");
            }

            Write(run, map, Members.Get(run, entry, 0.0), Members.Get(run, entry, 1.0));
        }

        return map;
    }

    private static Native On(Func<Run, JsMap, object?[], object?> method) =>
        (run, self, arguments) =>
            self is JsMap map and not JsSet
                ? method(run, map, Paid(run, arguments))
                : throw run.TypeError("A method of Map was called on something else");
}

/// <summary><c>Set</c> and its methods.</summary>
internal static class SetMethods
{
    public static readonly FrozenDictionary<string, NativeFunction> Table = NativeFunctions.Table(
        ("add", 1, On((run, set, a) => MapMethods.Write(run, set, a.At(0), null))),
        ("clear", 0, On((_, set, _) => MapMethods.Clear(set))),
        ("delete", 1, On((_, set, a) => set.Remove(a.At(0)))),
        ("entries", 0, On((_, set, _) => new JsIterator(MapMethods.Keys(set).Select(k => new JsArray([k, k]))))),
        ("forEach", 1, On((run, set, a) => MapMethods.ForEach(run, set, a, MapMethods.Keys(set)))),
        ("has", 1, On((_, set, a) => set.Has(a.At(0)))),
        ("keys", 0, On((_, set, _) => new JsIterator(MapMethods.Keys(set)))),
        ("values", 0, On((_, set, _) => new JsIterator(MapMethods.Keys(set))))
    );

    public static readonly NativeFunction Kind = new("Set", 0, MapMethods.RefuseCall, Make);

    private static JsSet Make(Run run, object? self, object?[] arguments)
    {
        var set = new JsSet();
        if (!Operators.IsMissing(arguments.At(0)))
        {
            foreach (var item in Iteration.Items(run, arguments.At(0)))
            {
                MapMethods.Write(run, set, item, null);
            }
        }

        return set;
    }

    private static Native On(Func<Run, JsSet, object?[], object?> method) =>
        (run, self, arguments) =>
            self is JsSet set
                ? method(run, set, MapMethods.Paid(run, arguments))
                : throw run.TypeError("A method of Set was called on something else");
}
