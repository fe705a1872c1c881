namespace CaseFlow.Workflows.Expressions.JavaScript.Values;

/// <summary>Compares plain values by content.</summary>
internal static class PlainContent
{
    /// <summary>Whether a value that came out of a script says the same as the one that went in.</summary>
    public static bool IsSame(object? after, object? before) =>
        (after, before) switch
        {
            (IReadOnlyList<object?> a, IReadOnlyList<object?> b) => a.Count == b.Count
                && a.Zip(b).All(pair => IsSame(pair.First, pair.Second)),
            (IReadOnlyDictionary<string, object?> a, IReadOnlyDictionary<string, object?> b) => a.Count == b.Count
                && a.All(member => b.TryGetValue(member.Key, out var other) && IsSame(member.Value, other)),
            (double a, long b) => a == b,
            (double a, int b) => a == b,
            (double a, decimal b) => a == (double)b,
            (string a, Guid b) => a == b.ToString(),
            _ => Equals(after, before),
        };
}
