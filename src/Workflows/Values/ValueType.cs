namespace CaseFlow.Workflows.Values;

/// <summary>The type of a variable, input or activity property, as documents name it.</summary>
/// <param name="Kind">What values are made of.</param>
/// <param name="Text">The name as written, so that writing changes nothing.</param>
/// <param name="IsNullable">Whether the name said <c>X?</c>; null then stays null instead of becoming the type's zero.</param>
/// <param name="Element">Type of the items of a list or set; null for others.</param>
/// <param name="IsKnown">False for a type without alias: it is treated as <see cref="ValueKind.Object"/>.</param>
public sealed record ValueType(
    ValueKind Kind,
    string Text,
    bool IsNullable = false,
    ValueType? Element = null,
    bool IsKnown = true
)
{
    /// <summary>Anything at all.</summary>
    public static ValueType Object { get; } = new(ValueKind.Object, "Object");

    /// <summary>Text.</summary>
    public static ValueType String { get; } = new(ValueKind.String, "String");

    /// <summary>True or false.</summary>
    public static ValueType Boolean { get; } = new(ValueKind.Boolean, "Boolean");

    /// <summary>Reads an alias, in any case, with <c>?</c>, <c>[]</c> and the collection names; never fails.</summary>
    /// <param name="alias">Null or blank reads as <c>Object</c>. Unknown names are kept verbatim and treated as <c>Object</c>.</param>
    /// <param name="isArray">Whether <paramref name="alias"/> names the element of a list.</param>
    public static ValueType Parse(string? alias, bool isArray = false)
    {
        var type = TypeAlias.Parse(alias ?? "");
        return isArray ? new ValueType(ValueKind.List, type.Text, Element: type, IsKnown: type.IsKnown) : type;
    }

    /// <summary>Whether values are lists.</summary>
    public bool IsList => Kind is ValueKind.List or ValueKind.Set;

    /// <inheritdoc/>
    public override string ToString() => Text;
}
