namespace CaseFlow.Workflows.Values;

/// <summary>Reads type names.</summary>
internal static class TypeAlias
{
    private const int MaxNesting = 8;

    private static readonly Dictionary<string, ValueKind> Scalars = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Object"] = ValueKind.Object,
        ["String"] = ValueKind.String,
        ["Boolean"] = ValueKind.Boolean,
        ["Int16"] = ValueKind.Int16,
        ["Int32"] = ValueKind.Int32,
        ["Int64"] = ValueKind.Int64,
        ["Long"] = ValueKind.Int64,
        ["Single"] = ValueKind.Single,
        ["Double"] = ValueKind.Double,
        ["Decimal"] = ValueKind.Decimal,
        ["Guid"] = ValueKind.Guid,
        ["DateTime"] = ValueKind.DateTime,
        ["DateTimeOffset"] = ValueKind.DateTimeOffset,
        ["TimeSpan"] = ValueKind.TimeSpan,
        ["ByteArray"] = ValueKind.ByteArray,
        ["Stream"] = ValueKind.Stream,
        ["JSON"] = ValueKind.Json,
        ["JsonElement"] = ValueKind.Json,
        ["JsonNode"] = ValueKind.Json,
        ["JsonObject"] = ValueKind.Map,
        ["ObjectDictionary"] = ValueKind.Map,
        ["ObjectMap"] = ValueKind.Map,
        ["StringDictionary"] = ValueKind.TextMap,
        ["StringMap"] = ValueKind.TextMap,
    };

    private static readonly string[] Collections =
    [
        "List",
        "Collection",
        "IEnumerable",
        "ICollection",
        "IList",
        "IReadOnlyCollection",
        "IReadOnlyList",
        "HashSet",
        "ISet",
    ];

    public static ValueType Parse(string alias, int nesting = 0)
    {
        var name = Bare(alias);
        if (name.Length == 0)
        {
            return ValueType.Object with { Text = alias };
        }
        if (Scalars.TryGetValue(name, out var kind))
        {
            return new ValueType(kind, alias);
        }
        if (string.Equals(name, "JsonArray", StringComparison.OrdinalIgnoreCase))
        {
            return new ValueType(ValueKind.List, alias, Element: ValueType.Object);
        }
        return Compound(alias, name, nesting) ?? new ValueType(ValueKind.Object, alias, IsKnown: false);
    }

    private static ValueType? Compound(string alias, string name, int nesting)
    {
        if (nesting >= MaxNesting)
        {
            return null;
        }
        if (name.EndsWith('?') && Parse(name[..^1], nesting + 1) is { IsKnown: true, IsNullable: false } inner)
        {
            return IsValueType(inner.Kind) ? inner with { Text = alias, IsNullable = true } : null;
        }
        if (name.EndsWith("[]", StringComparison.Ordinal))
        {
            return ListOf(ValueKind.List, alias, name[..^2], nesting);
        }
        var open = name.IndexOf('<', StringComparison.Ordinal);
        if (open < 0 || !name.EndsWith('>'))
        {
            return null;
        }
        var collection = Collections.FirstOrDefault(c => name[..open].Equals(c, StringComparison.OrdinalIgnoreCase));
        var listKind = collection is "HashSet" or "ISet" ? ValueKind.Set : ValueKind.List;
        return collection is null ? null : ListOf(listKind, alias, name[(open + 1)..^1], nesting);
    }

    private static ValueType? ListOf(ValueKind kind, string alias, string element, int nesting) =>
        Parse(element, nesting + 1) is { IsKnown: true } item && element.Length > 0
            ? new ValueType(kind, alias, Element: item)
            : null;

    /// <summary>Drops what older and newer writers put around plain framework types: the marker and the assembly.</summary>
    private static string Bare(string alias)
    {
        var name = alias.Trim();
        const string marker = "UnregisteredClrType:";
        if (name.StartsWith(marker, StringComparison.Ordinal))
        {
            name = name[marker.Length..].Trim();
        }
        const string system = "System.";
        if (!name.StartsWith(system, StringComparison.Ordinal))
        {
            return name;
        }
        var simple = name.Split(',')[0][system.Length..].Trim();
        return Scalars.ContainsKey(simple) ? simple : name;
    }

    private static bool IsValueType(ValueKind kind) =>
        kind
            is ValueKind.Boolean
                or ValueKind.Int16
                or ValueKind.Int32
                or ValueKind.Int64
                or ValueKind.Single
                or ValueKind.Double
                or ValueKind.Decimal
                or ValueKind.Guid
                or ValueKind.DateTime
                or ValueKind.DateTimeOffset
                or ValueKind.TimeSpan
                or ValueKind.Json;
}
