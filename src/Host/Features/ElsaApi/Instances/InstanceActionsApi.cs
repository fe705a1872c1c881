using System.Security.Claims;
using CaseFlow.Host.Features.Administration;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.ElsaApi.Instances;

/// <summary>What an administrator does to running instances from Studio: the same commands as on our own pages.</summary>
internal static class InstanceActionsApi
{
    public static void MapInstanceActions(this RouteGroupBuilder api)
    {
        var editing = api.MapGroup("").RequireAuthorization(ElsaApiEndpoints.Editing);
        editing.MapPost("/alterations/workflows/retry", RetryAsync);
        editing.MapPost("/cancel/workflow-instances/{id}", () => Unsupported.No("NotSupported.Cancel"));
        editing.MapPost("/bulk-actions/cancel/workflow-instances", () => Unsupported.No("NotSupported.Cancel"));
    }

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
}
