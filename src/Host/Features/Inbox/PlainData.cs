using System.Collections;

namespace CaseFlow.Host.Features.Inbox;

/// <summary>Reads plain values of a draft back, whatever lists and dictionaries it was kept in.</summary>
internal static class PlainData
{
    public static IReadOnlyList<IReadOnlyDictionary<string, object?>> Rows(
        this IReadOnlyDictionary<string, object?> data,
        string key
    ) => (data.GetValueOrDefault(key) as IEnumerable)?.OfType<IReadOnlyDictionary<string, object?>>().ToList() ?? [];

    public static IReadOnlySet<string> Set(this IReadOnlyDictionary<string, object?> data, string key) =>
        data.GetValueOrDefault(key) is IEnumerable many and not string
            ? many.OfType<string>().ToHashSet(StringComparer.Ordinal)
            : new HashSet<string>();

    public static string? Text(this IReadOnlyDictionary<string, object?> data, string key) =>
        data.GetValueOrDefault(key) as string;
}
