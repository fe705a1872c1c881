using CaseFlow.Domain;
using CaseFlow.Host.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.ElsaApi.Definitions;

/// <summary>Procedures as Studio reads them: lists, one version, names in use.</summary>
internal static class DefinitionsApi
{
    private const int LongestPage = 200;

    public static void MapDefinitions(this RouteGroupBuilder api)
    {
        api.MapGet("/workflow-definitions", ListAsync);
        api.MapGet("/workflow-definitions/by-definition-id/{definitionId}", ByDefinitionAsync);
        api.MapGet("/workflow-definitions/by-id/{id}", ByIdAsync);
        api.MapGet("/workflow-definitions/many-by-id", ManyAsync);
        api.MapGet("/workflow-definitions/{definitionId}/versions", VersionsAsync);
        api.MapGet("/workflow-definitions/query/count", CountAsync);
        api.MapGet("/workflow-definitions/validation/is-name-unique", IsNameUniqueAsync);
        api.MapGet(
            "/workflow-definitions/{definitionId}/consumers",
            () => Elsa.Ok(new { consumingWorkflowDefinitionIds = Array.Empty<string>() })
        );
        var editing = api.MapGroup("").RequireAuthorization(ElsaApiEndpoints.Editing);
        editing.MapSaving();
        editing.MapBulk();
        api.MapExchange();
        api.MapSubgraph();
    }

    private static async Task<IResult> ListAsync(
        [AsParameters] ListQuery query,
        CaseFlowDb db,
        DefinitionForms forms,
        CancellationToken ct
    )
    {
        var found = query.Filter(db.Procedures.AsNoTracking());
        var total = await found.CountAsync(ct);
        var sorted = query.Sort(found);
        if (query.PageSize is { } size)
            sorted = sorted
                .Skip(Math.Max(query.Page ?? 0, 0) * Math.Clamp(size, 1, LongestPage))
                .Take(Math.Clamp(size, 1, LongestPage));
        var rows = await sorted.ToListAsync(ct);
        return Elsa.Ok(
            new
            {
                items = rows.Select(forms.Summary),
                totalCount = total,
                links = forms.ListLinks(),
            }
        );
    }

    private static async Task<IResult> ByDefinitionAsync(
        string definitionId,
        string? versionOptions,
        CaseFlowDb db,
        DefinitionForms forms,
        CancellationToken ct
    )
    {
        var version = string.IsNullOrEmpty(versionOptions) ? "Latest" : versionOptions;
        var row = await db
            .Procedures.AsNoTracking()
            .Where(d => d.DefinitionId == definitionId)
            .In(version)
            .OrderByDescending(d => d.Version)
            .FirstOrDefaultAsync(ct);
        return Elsa.Ok(forms.Full(row ?? throw Unknown()));
    }

    private static async Task<IResult> ByIdAsync(string id, CaseFlowDb db, DefinitionForms forms, CancellationToken ct)
    {
        var row = await db.Procedures.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, ct);
        return Elsa.Ok(forms.Full(row ?? throw Unknown()));
    }

    private static async Task<IResult> ManyAsync(
        [FromQuery] string[]? ids,
        CaseFlowDb db,
        DefinitionForms forms,
        CancellationToken ct
    )
    {
        var asked = ids ?? [];
        var rows = await db.Procedures.AsNoTracking().Where(d => asked.Contains(d.Id)).ToListAsync(ct);
        return Elsa.List([.. rows.Select(forms.Full)]);
    }

    private static async Task<IResult> VersionsAsync(
        string definitionId,
        CaseFlowDb db,
        DefinitionForms forms,
        CancellationToken ct
    )
    {
        var rows = await db
            .Procedures.AsNoTracking()
            .Where(d => d.DefinitionId == definitionId)
            .OrderByDescending(d => d.Version)
            .ToListAsync(ct);
        return Elsa.Ok(rows.Select(forms.Full));
    }

    private static async Task<IResult> CountAsync(CaseFlowDb db, CancellationToken ct) =>
        Elsa.Ok(new { count = await db.Procedures.CountAsync(d => d.IsLatest, ct) });

    private static async Task<IResult> IsNameUniqueAsync(
        string name,
        string? definitionId,
        CaseFlowDb db,
        CancellationToken ct
    )
    {
        var wanted = name.Trim();
        var taken = await db.Procedures.AnyAsync(
            d => d.IsLatest && d.Name == wanted && d.DefinitionId != definitionId,
            ct
        );
        return Elsa.Ok(new { isUnique = !taken });
    }

    internal static RefusalException Unknown() => RefusalException.Of("procedure.unknown");
}
