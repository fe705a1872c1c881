using System.Collections.Frozen;
using System.Globalization;
using CaseFlow.Workflows.Expressions.JavaScript.Functions;

namespace CaseFlow.Workflows.Expressions.JavaScript.Values;

/// <summary>A list.</summary>
internal sealed class JsArray(List<object?> items) : JsObject
{
    public JsArray()
        : this([]) { }

    /// <summary>The items; a hole is <see cref="Special.Hole"/>.</summary>
    public List<object?> Items { get; } = items;

    public int Count => Items.Count;

    public override string Kind => "Array";

    public override FrozenDictionary<string, NativeFunction> Methods => ListMethods.Table;

    /// <summary>The item at a place; holes and places outside are undefined.</summary>
    public object? this[int index]
    {
        get
        {
            var item = (uint)index < (uint)Items.Count ? Items[index] : Special.Undefined;
            return ReferenceEquals(item, Special.Hole) ? Special.Undefined : item;
        }
    }

    public bool IsHole(int index) => (uint)index >= (uint)Items.Count || ReferenceEquals(Items[index], Special.Hole);

    /// <summary>Sets an item and fills the gap before it with holes; the caller has checked the limits.</summary>
    public void SetItem(int index, object? value)
    {
        if (index < Items.Count)
        {
            Items[index] = value;
            return;
        }

        Resize(index);
        Items.Add(value);
    }

    public void Resize(int count)
    {
        if (count < Items.Count)
        {
            Items.RemoveRange(count, Items.Count - count);
        }

        Items.EnsureCapacity(count);
        while (Items.Count < count)
        {
            Items.Add(Special.Hole);
        }
    }

    public override bool TryGet(string name, out object? value)
    {
        if (name == "length")
        {
            value = (double)Items.Count;
            return true;
        }

        if (IsIndex(name))
        {
            var index = uint.Parse(name, CultureInfo.InvariantCulture);
            var isItem = index < int.MaxValue && !IsHole((int)index);
            value = isItem ? this[(int)index] : Special.Undefined;
            return isItem;
        }

        return base.TryGet(name, out value);
    }

    public override void Delete(string name)
    {
        if (!IsIndex(name))
        {
            base.Delete(name);
            return;
        }

        var index = uint.Parse(name, CultureInfo.InvariantCulture);
        if (index < Items.Count)
        {
            Items[(int)index] = Special.Hole;
        }
    }

    public override List<string> Keys()
    {
        var keys = new List<string>(Items.Count);
        for (var i = 0; i < Items.Count; i++)
        {
            if (!IsHole(i))
            {
                keys.Add(i.ToString(CultureInfo.InvariantCulture));
            }
        }

        keys.AddRange(base.Keys());
        return keys;
    }
}
