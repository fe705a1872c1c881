using System.Security.Claims;
using System.Text.Json.Nodes;
using CaseFlow.Host.Features.Exchange;
using CaseFlow.Host.Features.Procedures;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.ElsaApi.Definitions;

/// <summary>Documents that leave the house and come in. What comes in is a draft, whatever it says of itself.</summary>
internal static class ExchangeApi
{
    private const int LongestName = 80;

    public static void MapExchange(this RouteGroupBuilder api)
    {
        api.MapGet("/workflow-definitions/{definitionId}/export", ExportAsync);
        api.MapPost("/bulk-actions/export/workflow-definitions", ExportManyAsync);
        var editing = api.MapGroup("").RequireAuthorization(ElsaApiEndpoints.Editing);
        editing.MapPost("/workflow-definitions/import", ImportAsync);
        editing.MapPut("/workflow-definitions/import", ImportAsync);
        editing.MapPost("/workflow-definitions/import-files", ImportFilesAsync).DisableAntiforgery();
    }

    private sealed record Versions(string[]? Ids);

    private static async Task<IResult> ExportAsync(
        string definitionId,
        string? versionOptions,
        CaseFlowDb db,
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
        return File([row ?? throw DefinitionsApi.Unknown()]);
    }

    private static async Task<IResult> ExportManyAsync(Versions order, CaseFlowDb db, CancellationToken ct)
    {
        var ids = order.Ids ?? [];
        var rows = await db
            .Procedures.AsNoTracking()
            .Where(d => ids.Contains(d.Id))
            .OrderBy(d => d.DefinitionId)
            .ToListAsync(ct);
        return rows.Count == 0 ? throw DefinitionsApi.Unknown() : File(rows);
    }

    private static IResult File(IReadOnlyList<DefinitionRow> rows)
    {
        var file = ExportDefinitions.Write(rows);
        return Results.File(file.Content, file.ContentType, file.Name);
    }

    private static async Task<IResult> ImportAsync(
        HttpRequest request,
        ClaimsPrincipal user,
        IMediator mediator,
        DefinitionForms forms,
        StudioProblems problems,
        Said said,
        CancellationToken ct
    )
    {
        var document = await StudioDocument.ReadAsync(request, ct);
        StudioDocument.Unmark(document);
        var json = document.ToJsonString();
        var imported = await mediator.Send(new ImportDefinition(json, user.ToActor()), ct);
        if (imported.Row is not { } row)
        {
            // Of this answer Studio shows the status alone.
            said.Add(NameOf(document), imported.Problems, json);
            said.Tell();
            return problems.Refuse(imported.Problems, json);
        }
        return imported.IsNew ? Elsa.Created(forms.Full(row)) : Elsa.Ok(forms.Full(row));
    }

    // Whatever somebody wrote there: it has to fit into a header.
    private static string NameOf(JsonObject document)
    {
        var name = $"{document["name"] ?? document["definitionId"]}";
        return name.Length <= LongestName ? name : name[..LongestName] + "…";
    }

    /// <summary>Several files, or zips of them; one that cannot be read changes nothing, neither by itself nor through the others.</summary>
    private static async Task<IResult> ImportFilesAsync(
        IFormFileCollection files,
        ClaimsPrincipal user,
        IMediator mediator,
        StudioProblems problems,
        CancellationToken ct
    )
    {
        var count = 0;
        var read = await ImportedFiles.ReadAsync(files, ct);
        foreach (
            var text in read.Where(f => f.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
                .Select(f => f.Text)
        )
        {
            var imported = await mediator.Send(new ImportDefinition(text, user.ToActor()), ct);
            if (imported.Row is null)
                return problems.Refuse(imported.Problems, text);
            count++;
        }
        return Elsa.Ok(new { count });
    }
}
