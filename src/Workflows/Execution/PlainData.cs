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
    public static object? Of(object? value) =>
        value switch
        {
            null or bool or string or long or double or decimal or DateTimeOffset or TimeSpan or Guid => value,
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            int or short or byte or sbyte or ushort or uint => Convert.ToInt64(value, CultureInfo.InvariantCulture),
            float number => (double)number,
            IReadOnlyDictionary<string, object?> map => Map(map),
            IEnumerable items => items.Cast<object?>().Select(Of).ToList(),
            _ => throw new FaultException("value.not-plain", $"{value.GetType().Name} is no plain value."),
        };

    public static IReadOnlyDictionary<string, object?> Map(IReadOnlyDictionary<string, object?> map)
    {
        var copy = new Dictionary<string, object?>(map.Count, StringComparer.Ordinal);
        foreach (var (key, value) in map)
        {
            copy[key] = Of(value);
        }
        return copy;
    }
}
