using System.Collections.Frozen;
using CaseFlow.Workflows.Expressions.JavaScript.Functions;

namespace CaseFlow.Workflows.Expressions.JavaScript.Values;

/// <summary>What <c>entries()</c>, <c>matchAll()</c> and their like return: items that can be gone through once.</summary>
internal sealed class JsIterator(IEnumerable<object?> items) : JsObject
{
    private readonly IEnumerator<object?> items = items.GetEnumerator();

    public override string Kind => "Iterator";

    public override FrozenDictionary<string, NativeFunction> Methods => IteratorMethods.Table;

    public bool TryNext(out object? item)
    {
        var found = items.MoveNext();
        item = found ? items.Current : Special.Undefined;
        return found;
    }
}
