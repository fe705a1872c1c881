using System.Globalization;

namespace CaseFlow.Workflows.Values;

/// <summary>How plain values become text: the same for conversion, scripts and templates.</summary>
public static class PlainText
{
    /// <summary>
    /// Null for null; <c>True</c>/<c>False</c>; numbers with the invariant culture, a decimal with its scale; moments as
    /// ISO 8601 with offset; lengths of time as <c>[-][d.]hh:mm:ss[.fffffff]</c>; lists and maps as their JSON.
    /// </summary>
    public static string? Of(object? value) =>
        value switch
        {
            null => null,
            string text => text,
            bool flag => flag ? "True" : "False",
            DateTimeOffset moment => moment.ToString("O", CultureInfo.InvariantCulture),
            TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => PlainJson.ToText(value),
        };
}
