using System.Collections.Frozen;
using System.Globalization;
using CaseFlow.Workflows.Expressions.JavaScript.Functions;

namespace CaseFlow.Workflows.Expressions.JavaScript.Values;

/// <summary>A plain object, and the base of everything else that has members. There are no prototypes.</summary>
internal class JsObject
{
    private OrderedDictionary<string, object?>? members;
    private bool hasIndexes;

    /// <summary>Refuses every change when set.</summary>
    public bool IsFrozen { get; set; }

    /// <summary>The built-in methods of this kind of object.</summary>
    public virtual FrozenDictionary<string, NativeFunction> Methods => ObjectMethods.Table;

    /// <summary>The name between the brackets of <c>[object X]</c>.</summary>
    public virtual string Kind => "Object";

    public int MemberCount => members?.Count ?? 0;

    /// <summary>Reads a member of its own, including those that no loop shows, such as the length of a list.</summary>
    public virtual bool TryGet(string name, out object? value)
    {
        if (members is not null && members.TryGetValue(name, out value))
        {
            return true;
        }

        value = Special.Undefined;
        return false;
    }

    /// <summary>Sets a member; the caller has checked <see cref="IsFrozen"/> and the limits.</summary>
    public virtual void Set(string name, object? value)
    {
        members ??= new(StringComparer.Ordinal);
        members[name] = value;
        hasIndexes |= IsIndex(name);
    }

    public virtual void Delete(string name) => members?.Remove(name);

    /// <summary>Names that loops show: whole numbers in order, then the others as they came.</summary>
    public virtual List<string> Keys()
    {
        if (members is null)
        {
            return [];
        }

        var keys = new List<string>(members.Keys);
        if (!hasIndexes)
        {
            return keys;
        }

        var indexes = keys.FindAll(IsIndex);
        indexes.Sort((a, b) => a.Length != b.Length ? a.Length - b.Length : string.CompareOrdinal(a, b));
        keys.RemoveAll(IsIndex);
        return [.. indexes, .. keys];
    }

    /// <summary>Whether a name is a whole number in its one spelling, from 0 to 4294967294.</summary>
    public static bool IsIndex(string name) =>
        name.Length is > 0 and <= 10
        && char.IsAsciiDigit(name[0])
        && (name[0] != '0' || name.Length == 1)
        && uint.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
        && index < uint.MaxValue;
}
