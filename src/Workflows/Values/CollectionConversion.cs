namespace CaseFlow.Workflows.Values;

/// <summary>Conversions to lists, maps and free JSON.</summary>
internal static class CollectionConversion
{
    public static Conversion ToJson(object value) =>
        value is not string text ? Conversion.To(value)
        : PlainJson.TryParse(text, out var parsed) ? Conversion.To(parsed)
        : Conversion.BadJson;

    public static Conversion ToMap(object value) =>
        value switch
        {
            IReadOnlyDictionary<string, object?> => Conversion.To(value),
            string text => PlainJson.TryParse(text, out var parsed)
            && parsed is null or IReadOnlyDictionary<string, object?>
                ? Conversion.To(parsed)
                : Conversion.BadJson,
            _ => Conversion.WrongKind,
        };

    public static Conversion ToTextMap(object value)
    {
        var (map, code) = ToMap(value);
        return code is null && map is IReadOnlyDictionary<string, object?> entries
            ? Conversion.To(
                entries.ToDictionary(e => e.Key, e => (object?)PlainText.Of(e.Value), StringComparer.Ordinal)
            )
            : new Conversion(map, code);
    }

    public static Conversion ToList(object value, ValueType type) =>
        value switch
        {
            IReadOnlyList<object?> items => Items(items, type),
            // One text stands for a list of it, as in the addressees of a message.
            string text when type.Element?.Kind is ValueKind.String && text.TrimStart()[0] is not ('[' or '{') =>
                Conversion.To(new List<object?> { text }),
            string text => !PlainJson.TryParse(text, out var parsed) ? Conversion.BadJson
            : parsed is IReadOnlyList<object?> items ? Items(items, type)
            : parsed is null ? Conversion.To(null)
            : Conversion.BadJson,
            _ => Conversion.WrongKind,
        };

    private static Conversion Items(IReadOnlyList<object?> items, ValueType type)
    {
        var converted = new List<object?>(items.Count);
        foreach (var item in items)
        {
            var (value, code) = ValueConversion.Convert(item, type.Element ?? ValueType.Object);
            if (code is not null)
            {
                return new Conversion(null, code);
            }
            converted.Add(value);
        }
        return Conversion.To(type.Kind is ValueKind.Set ? converted.Distinct().ToList() : converted);
    }
}
