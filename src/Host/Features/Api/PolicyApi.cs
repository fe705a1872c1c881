using System.Security.Claims;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Features.Exchange;
using CaseFlow.Host.Features.Procedures;
using CaseFlow.Host.Runtime;
using MediatR;

namespace CaseFlow.Host.Features.Api;

/// <summary>All procedures and documents in one file, over HTTP.</summary>
public static class PolicyApi
{
    public static void MapPolicy(this RouteGroupBuilder api)
    {
        api.MapGet("/policy/archive", ExportAsync)
            .RequireAuthorization(p => p.RequireRole(Role.PolicyAdministrator, Role.Auditor))
            .Produces<Stream>(StatusCodes.Status200OK, "application/zip")
            .Refusing(403)
            .WithSummary(
                "Everything that the society may change, as a zip laid out like the policy folder: of each the version in force, else the draft."
            );
        api.MapPost("/policy/archive", ImportAsync)
            .RequireAuthorization(p => p.RequireRole(Role.PolicyAdministrator))
            .Accepts<IFormFile>("multipart/form-data")
            .Produces<ImportedIds>()
            .Refusing(400, 403, 409)
            .DisableAntiforgery()
            .WithSummary(
                "Takes such a zip in, whole or not at all. What says something new becomes a draft above what is there; nothing is published. Administrators only."
            );
    }

    /// <summary>Ids of what came in.</summary>
    public sealed record ImportedIds(
        IReadOnlyList<string> Added,
        IReadOnlyList<string> Changed,
        IReadOnlyList<string> Unchanged
    );

    private static async Task<IResult> ExportAsync(PolicyArchive archive, CancellationToken ct)
    {
        var file = await archive.WriteAsync(ct);
        return Results.File(file.Content, file.ContentType, file.Name);
    }

    private static async Task<IResult> ImportAsync(
        IFormFile file,
        ClaimsPrincipal user,
        IMediator mediator,
        FindingText findings,
        CancellationToken ct
    )
    {
        var read = await ImportedFiles.ReadAsync([file], ct);
        var done = await mediator.Send(new ImportPolicy(read, user.ToActor()), ct);
        return done.Problems.Count == 0
            ? Results.Ok(new ImportedIds(done.Added, done.Changed, done.Unchanged))
            : Results.Problem(
                statusCode: StatusCodes.Status400BadRequest,
                detail: string.Join('\n', done.Problems.Select(p => $"{p.File}: {findings.Sentence(p)}"))
            );
    }
}
