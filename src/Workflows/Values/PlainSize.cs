namespace CaseFlow.Workflows.Values;

/// <summary>
/// Bounds on values that came out of scripts. A list may hold the same list twice, that one another twice, and so on: forty steps make
/// a value that no memory can hold once it is written out.
/// </summary>
internal static class PlainSize
{
    private const int MaxValues = 1_000_000;

    /// <summary>Whether the value can be written: at most <see cref="PlainJson.MaxDepth"/> levels and a million values.</summary>
    public static bool Fits(object? value)
    {
        var left = MaxValues;
        return Fits(value, PlainJson.MaxDepth, ref left);
    }

    /// <exception cref="ArgumentException">The value does not fit.</exception>
    public static void Require(object? value)
    {
        if (!Fits(value))
        {
            throw new ArgumentException("The value is nested too deep or too large.", nameof(value));
        }
    }

    private static bool Fits(object? value, int levels, ref int left)
    {
        if (--left < 0)
        {
            return false;
        }
        return value switch
        {
            IReadOnlyList<object?> items => levels > 0 && AllFit(items, levels - 1, ref left),
            IReadOnlyDictionary<string, object?> map => levels > 0 && AllFit(map.Values, levels - 1, ref left),
            _ => true,
        };
    }

    private static bool AllFit(IEnumerable<object?> items, int levels, ref int left)
    {
        foreach (var item in items)
        {
            if (!Fits(item, levels, ref left))
            {
                return false;
            }
        }
        return true;
    }
}
