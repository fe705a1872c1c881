using CaseFlow.Host.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.ElsaApi.Instances;

/// <summary>What a list of instances is asked for. Empty lists filter nothing; pages count from 0.</summary>
public sealed record InstanceQuery(
    int? Page,
    int? PageSize,
    string? SearchTerm,
    string? DefinitionId,
    string[]? DefinitionIds,
    string? CorrelationId,
    int? Version,
    bool? HasIncidents,
    string? Status,
    string[]? Statuses,
    string? SubStatus,
    string[]? SubStatuses,
    string? OrderBy,
    string? OrderDirection,
    TimestampFilter[]? TimestampFilters
)
{
    private const int LongestPage = 200;

    public IQueryable<InstanceRow> Filter(CaseFlowDb db)
    {
        var rows = db.Instances.AsNoTracking();
        var definitions = Together(DefinitionId, DefinitionIds);
        var statuses = Together(Status, Statuses);
        var subStatuses = Together(SubStatus, SubStatuses);
        if (definitions.Length > 0)
            rows = rows.Where(i => definitions.Contains(i.DefinitionId));
        if (statuses.Length > 0)
            rows = rows.Where(i => statuses.Contains(i.Status));
        if (subStatuses.Length > 0)
            rows = rows.Where(i => subStatuses.Contains(i.SubStatus));
        if (!string.IsNullOrEmpty(CorrelationId))
            rows = rows.Where(i => i.CaseNumber == CorrelationId);
        if (Version is { } version)
            rows = rows.Where(i => db.Definitions.Any(d => d.Id == i.DefinitionVersionId && d.Version == version));
        if (HasIncidents is { } has)
            rows = rows.Where(i => db.Incidents.Any(n => n.InstanceId == i.Id && n.ResolvedAt == null) == has);
        if (SearchTerm?.Trim() is { Length: > 0 } term)
            rows = rows.Where(i =>
                i.Id.Contains(term)
                || i.CaseNumber!.Contains(term)
                || i.DefinitionId == term
                || i.DefinitionVersionId == term
            );
        return (TimestampFilters ?? []).Aggregate(rows, (found, filter) => filter.Apply(found));
    }

    public IQueryable<InstanceRow> Sort(IQueryable<InstanceRow> rows)
    {
        var down = OrderDirection != "Ascending";
        return (OrderBy, down) switch
        {
            ("UpdatedAt" or "LastExecuted", true) => rows.OrderByDescending(i => i.UpdatedAt).ThenBy(i => i.Id),
            ("UpdatedAt" or "LastExecuted", false) => rows.OrderBy(i => i.UpdatedAt).ThenBy(i => i.Id),
            ("Finished", true) => rows.OrderByDescending(i => i.FinishedAt).ThenBy(i => i.Id),
            ("Finished", false) => rows.OrderBy(i => i.FinishedAt).ThenBy(i => i.Id),
            ("Name", true) => rows.OrderByDescending(i => i.CaseNumber).ThenBy(i => i.Id),
            ("Name", false) => rows.OrderBy(i => i.CaseNumber).ThenBy(i => i.Id),
            (_, true) => rows.OrderByDescending(i => i.CreatedAt).ThenBy(i => i.Id),
            _ => rows.OrderBy(i => i.CreatedAt).ThenBy(i => i.Id),
        };
    }

    public IQueryable<InstanceRow> Cut(IQueryable<InstanceRow> rows)
    {
        var size = Math.Clamp(PageSize ?? 25, 1, LongestPage);
        return rows.Skip(Math.Max(Page ?? 0, 0) * size).Take(size);
    }

    private static string[] Together(string? one, string[]? many) =>
        string.IsNullOrEmpty(one) ? many ?? [] : [.. many ?? [], one];
}

/// <summary>A moment that an instance is compared by.</summary>
public sealed record TimestampFilter(string? Column, string? Operator, DateTimeOffset Timestamp)
{
    /// <exception cref="BadHttpRequestException">There is no such column or comparison.</exception>
    public IQueryable<InstanceRow> Apply(IQueryable<InstanceRow> rows) =>
        (Column, Operator) switch
        {
            ("CreatedAt", "Is") => rows.Where(i => i.CreatedAt == Timestamp),
            ("CreatedAt", "IsNot") => rows.Where(i => i.CreatedAt != Timestamp),
            ("CreatedAt", "LessThan") => rows.Where(i => i.CreatedAt < Timestamp),
            ("CreatedAt", "LessThanOrEqual") => rows.Where(i => i.CreatedAt <= Timestamp),
            ("CreatedAt", "GreaterThan") => rows.Where(i => i.CreatedAt > Timestamp),
            ("CreatedAt", "GreaterThanOrEqual") => rows.Where(i => i.CreatedAt >= Timestamp),
            ("UpdatedAt", "Is") => rows.Where(i => i.UpdatedAt == Timestamp),
            ("UpdatedAt", "IsNot") => rows.Where(i => i.UpdatedAt != Timestamp),
            ("UpdatedAt", "LessThan") => rows.Where(i => i.UpdatedAt < Timestamp),
            ("UpdatedAt", "LessThanOrEqual") => rows.Where(i => i.UpdatedAt <= Timestamp),
            ("UpdatedAt", "GreaterThan") => rows.Where(i => i.UpdatedAt > Timestamp),
            ("UpdatedAt", "GreaterThanOrEqual") => rows.Where(i => i.UpdatedAt >= Timestamp),
            ("FinishedAt", "Is") => rows.Where(i => i.FinishedAt == Timestamp),
            ("FinishedAt", "IsNot") => rows.Where(i => i.FinishedAt != Timestamp),
            ("FinishedAt", "LessThan") => rows.Where(i => i.FinishedAt < Timestamp),
            ("FinishedAt", "LessThanOrEqual") => rows.Where(i => i.FinishedAt <= Timestamp),
            ("FinishedAt", "GreaterThan") => rows.Where(i => i.FinishedAt > Timestamp),
            ("FinishedAt", "GreaterThanOrEqual") => rows.Where(i => i.FinishedAt >= Timestamp),
            _ => throw new BadHttpRequestException($"There is no filter {Operator} on {Column}."),
        };
}
