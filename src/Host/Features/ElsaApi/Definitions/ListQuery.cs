using CaseFlow.Host.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace CaseFlow.Host.Features.ElsaApi.Definitions;

/// <summary>What a list of definitions is asked for. Pages count from 0; without a size everything is meant.</summary>
public sealed record ListQuery(
    string? VersionOptions,
    int? Page,
    int? PageSize,
    [FromQuery] string[]? DefinitionIds,
    [FromQuery] string[]? Ids,
    string? SearchTerm,
    bool? IsSystem,
    string? OrderBy,
    string? OrderDirection
)
{
    public IQueryable<DefinitionRow> Filter(IQueryable<DefinitionRow> rows)
    {
        rows = rows.In(VersionOptions);
        if (DefinitionIds is { Length: > 0 } definitions)
            rows = rows.Where(d => definitions.Contains(d.DefinitionId));
        if (Ids is { Length: > 0 } versions)
            rows = rows.Where(d => versions.Contains(d.Id));
        // Nothing of ours is hidden, so whoever asks for hidden ones finds none.
        if (IsSystem == true)
            rows = rows.Where(d => false);
        if (SearchTerm?.Trim() is { Length: > 0 } term)
            rows = rows.Where(d =>
                d.Name.Contains(term)
                || d.DefinitionId.Contains(term)
                || d.Id == term
                || (d.Description != null && d.Description.Contains(term))
            );
        return rows;
    }

    public IQueryable<DefinitionRow> Sort(IQueryable<DefinitionRow> rows)
    {
        var down = OrderDirection is { Length: > 0 } given ? given == "Descending" : OrderBy is "Created" or "Version";
        return (OrderBy, down) switch
        {
            ("Created", true) => rows.OrderByDescending(d => d.CreatedAt).ThenBy(d => d.Id),
            ("Created", false) => rows.OrderBy(d => d.CreatedAt).ThenBy(d => d.Id),
            ("Version", true) => rows.OrderByDescending(d => d.Version).ThenBy(d => d.Id),
            ("Version", false) => rows.OrderBy(d => d.Version).ThenBy(d => d.Id),
            (_, true) => rows.OrderByDescending(d => d.Name).ThenBy(d => d.Id),
            _ => rows.OrderBy(d => d.Name).ThenBy(d => d.Id),
        };
    }
}
