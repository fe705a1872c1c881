using System.Security.Claims;
using CaseFlow.Host.Features.Administration;
using CaseFlow.Host.Features.ElsaApi.Definitions;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Host.Features.ElsaApi.Instances;

/// <summary>What an administrator does to running instances from Studio: the same commands as on our own pages.</summary>
internal static class InstanceActionsApi
{
    public static void MapInstanceActions(this RouteGroupBuilder api)
    {
        var editing = api.MapGroup("").RequireAuthorization(ElsaApiEndpoints.Editing);
        editing.MapPost("/alterations/workflows/retry", RetryAsync);
        editing.MapPost("/cancel/workflow-instances/{id}", CancelAsync);
        editing.MapPost("/bulk-actions/cancel/workflow-instances", CancelManyAsync);
        editing.MapDelete("/workflow-instances/{id}", DeleteAsync);
        editing.MapPost("/bulk-actions/delete/workflow-instances/by-id", DeleteManyAsync);
    }

    private sealed record CancelOrder(
        string[]? Ids,
        string? DefinitionVersionId,
        string? DefinitionId,
        string? VersionOptions
    );

    private sealed record DeleteOrder(string[]? Ids);

    private sealed record RetryOrder(string[] WorkflowInstanceIds, string[]? ActivityIds);

    /// <summary>Delivers again what each of the instances stopped at.</summary>
    private static async Task<IResult> RetryAsync(
        RetryOrder order,
        ClaimsPrincipal user,
        CaseFlowDb db,
        IMediator mediator,
        CancellationToken ct
    )
    {
        var open = await db
            .Incidents.Where(i => order.WorkflowInstanceIds.Contains(i.InstanceId) && i.ResolvedAt == null)
            .Where(i => i.Stimulus != null)
            .OrderByDescending(i => i.At)
            .Select(i => new
            {
                i.Id,
                i.InstanceId,
                i.Stimulus,
            })
            .ToListAsync(ct);
        // Attempts at the same stimulus are one: retrying the latest resolves the others.
        var latest = open.GroupBy(i => (i.InstanceId, i.Stimulus)).Select(g => g.First().Id).ToList();
        foreach (var incident in latest)
            await mediator.Send(new RetryIncident(incident, user.ToActor()), ct);
        return Elsa.Ok(new { retried = latest.Count });
    }

    private static async Task<IResult> CancelAsync(
        string id,
        ClaimsPrincipal user,
        IMediator mediator,
        IStringLocalizer<ElsaTexts> texts,
        CancellationToken ct
    )
    {
        await mediator.Send(new CancelInstance(id, texts["CancelledFromStudio"], user.ToActor()), ct);
        return Results.Ok();
    }

    /// <summary>Those that are named, or all that are under way on a version or on a whole procedure.</summary>
    private static async Task<IResult> CancelManyAsync(
        CancelOrder order,
        ClaimsPrincipal user,
        CaseFlowDb db,
        IMediator mediator,
        IStringLocalizer<ElsaTexts> texts,
        Said said,
        CancellationToken ct
    )
    {
        var ids = order.Ids is { Length: > 0 } named ? named : await UnderWayAsync(order, db, ct);
        var reason = texts["CancelledFromStudio"].Value;
        var cancelled = await EachAsync(ids, id => new CancelInstance(id, reason, user.ToActor()), mediator, said, ct);
        return said.With(new { cancelled });
    }

    /// <exception cref="BadHttpRequestException">The order says nothing of what is meant.</exception>
    private static Task<string[]> UnderWayAsync(CancelOrder order, CaseFlowDb db, CancellationToken ct)
    {
        var (version, definition) = (order.DefinitionVersionId, order.DefinitionId);
        if (string.IsNullOrEmpty(version) && string.IsNullOrEmpty(definition))
            throw new BadHttpRequestException("Name instances, a version or a definition.");
        var versions = string.IsNullOrEmpty(version)
            ? db.Definitions.Where(d => d.DefinitionId == definition).In(order.VersionOptions)
            : db.Definitions.Where(d => d.Id == version);
        return db
            .Instances.Where(i => i.FinishedAt == null && versions.Any(d => d.Id == i.DefinitionVersionId))
            .Select(i => i.Id)
            .ToArrayAsync(ct);
    }

    private static async Task<IResult> DeleteAsync(
        string id,
        ClaimsPrincipal user,
        IMediator mediator,
        CancellationToken ct
    )
    {
        await mediator.Send(new DeleteInstance(id, user.ToActor()), ct);
        return Results.NoContent();
    }

    private static async Task<IResult> DeleteManyAsync(
        DeleteOrder order,
        ClaimsPrincipal user,
        IMediator mediator,
        Said said,
        CancellationToken ct
    )
    {
        var deleted = await EachAsync(order.Ids, id => new DeleteInstance(id, user.ToActor()), mediator, said, ct);
        return said.With(new { deleted });
    }

    /// <summary>Each by itself; what was refused is said beside the answer.</summary>
    private static async Task<int> EachAsync(
        string[]? ids,
        Func<string, IRequest<Unit>> act,
        IMediator mediator,
        Said said,
        CancellationToken ct
    )
    {
        var done = 0;
        foreach (var id in ids ?? [])
            if (await said.TryAsync(id, () => mediator.Send(act(id), ct)))
                done++;
        return done;
    }
}
