using System.Security.Claims;
using CaseFlow.Host.Features.Procedures;
using CaseFlow.Host.Runtime;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CaseFlow.Host.Features.Api;

/// <summary>Procedures over HTTP, for programs that start those that serve no case.</summary>
public static class ProceduresApi
{
    public static void MapProcedures(this RouteGroupBuilder api) =>
        api.MapPost("/procedures/{id}/instances", StartAsync)
            .Produces<StartedProcedure>(StatusCodes.Status201Created)
            .Refusing(400, 403, 409)
            .WithSummary(
                "Starts the version in force of a procedure that serves no case. Administrators only. The header Idempotency-Key makes repeating it harmless."
            );

    private static async Task<IResult> StartAsync(
        string id,
        NewInstance request,
        [FromHeader(Name = "Idempotency-Key")] string? key,
        ClaimsPrincipal user,
        IMediator mediator,
        CancellationToken ct
    )
    {
        var start = new StartProcedure(id, PlainData.Of(request.Input), request.Correlation, key, user.ToActor());
        return Results.Created((string?)null, await mediator.Send(start, ct));
    }
}
