using System.Collections;
using System.Globalization;

namespace CaseFlow.Workflows.Execution;

/// <summary>
/// Makes what comes from outside plain: whole numbers become <see cref="long"/>, civil days become text, lists and maps are copied. So
/// nobody can change a state from outside.
/// </summary>
internal static class PlainData
{
    /// <exception cref="FaultException">The value is of a type that no expression may see.</exception>
    public static object? Of(object? value) => Walk(value, Refuse);

    /// <exception cref="FaultException">A value is of a type that no expression may see.</exception>
    public static IReadOnlyDictionary<string, object?> Map(IReadOnlyDictionary<string, object?> map) =>
        Walk(map, Refuse);

    /// <summary>The name of its type stands for what is not plain: an incident must always be storable.</summary>
    public static object? Shown(object? value) => Walk(value, Name);

    /// <summary>The name of its type stands for what is not plain: an incident must always be storable.</summary>
    public static IReadOnlyDictionary<string, object?> Shown(IReadOnlyDictionary<string, object?> map) =>
        Walk(map, Name);

    private static object? Walk(object? value, Func<object, object?> other) =>
        value switch
        {
            null or bool or string or long or double or decimal or DateTimeOffset or TimeSpan or Guid => value,
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            int or short or byte or sbyte or ushort or uint => Convert.ToInt64(value, CultureInfo.InvariantCulture),
            float number => (double)number,
            IReadOnlyDictionary<string, object?> map => Walk(map, other),
            IEnumerable items => items.Cast<object?>().Select(i => Walk(i, other)).ToList(),
            _ => other(value),
        };

    private static Dictionary<string, object?> Walk(
        IReadOnlyDictionary<string, object?> map,
        Func<object, object?> other
    )
    {
        var copy = new Dictionary<string, object?>(map.Count, StringComparer.Ordinal);
        foreach (var (key, value) in map)
        {
            copy[key] = Walk(value, other);
        }
        return copy;
    }

    private static string Name(object value) => value.GetType().Name;

    private static object? Refuse(object value) =>
        throw new FaultException("value.not-plain", $"{value.GetType().Name} is no plain value.");
}
