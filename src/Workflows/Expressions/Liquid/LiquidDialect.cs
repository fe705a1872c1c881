namespace CaseFlow.Workflows.Expressions.Liquid;

/// <summary>What a template may mention besides the language itself.</summary>
/// <param name="Filters">Names of all filters there are.</param>
/// <param name="UnknownFilterIsProblem">True: another filter name is refused. False: such a filter passes its input on, as
/// Elsa's Liquid does.</param>
public sealed record LiquidDialect(IReadOnlySet<string> Filters, bool UnknownFilterIsProblem)
{
    /// <summary>Expressions in procedures: the standard filters; unknown ones do nothing.</summary>
    public static LiquidDialect Expressions { get; } = new(Liquid.Filters.StandardFilters.Names, false);

    /// <summary>The standard filters and these; any other is refused.</summary>
    public static LiquidDialect Strict(IEnumerable<string> extraFilters) =>
        new(Liquid.Filters.StandardFilters.Names.Union(extraFilters).ToHashSet(StringComparer.Ordinal), true);
}
