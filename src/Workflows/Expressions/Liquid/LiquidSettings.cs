using System.Globalization;

namespace CaseFlow.Workflows.Expressions.Liquid;

/// <summary>How one rendering behaves. Two renderings with equal settings and values give equal text on every machine.</summary>
public sealed record LiquidSettings
{
    private static readonly Dictionary<string, LiquidFilter> NoFilters = [];

    /// <summary>The moment that <c>'now'</c> stands for.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Told at the end how many steps the rendering took, so that many of them together can be bounded.</summary>
    public Action<long>? Spent { get; init; }

    /// <summary>Decides upper and lower case, and names of months in <c>date</c>; numbers and parsing stay invariant.</summary>
    public CultureInfo Culture { get; init; } = CultureInfo.InvariantCulture;

    /// <summary>The zone that <c>date</c> reads and shows clocks in.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>True: an unknown name or field, and nothing, a list or an object where text is printed, stop the rendering.
    /// False: they print as nothing or as JSON.</summary>
    public bool StrictFields { get; init; }

    /// <summary>True: the template is HTML, and values are encoded where they are printed.</summary>
    public bool EncodeHtml { get; init; }

    /// <summary>What the rendering may use up.</summary>
    public ExpressionLimits Limits { get; init; } = ExpressionLimits.Default;

    /// <summary>Filters besides the standard ones, by name; they win over standard ones of the same name.</summary>
    public IReadOnlyDictionary<string, LiquidFilter> Filters { get; init; } = NoFilters;
}
