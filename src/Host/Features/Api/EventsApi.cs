using System.Security.Claims;
using CaseFlow.Host.Runtime;
using CaseFlow.Host.Signals;
using MediatR;

namespace CaseFlow.Host.Features.Api;

/// <summary>Events over HTTP, for programs that tell procedures what happened elsewhere.</summary>
public static class EventsApi
{
    public static void MapEvents(this RouteGroupBuilder api) =>
        api.MapPost("/events", PublishAsync)
            .Produces(StatusCodes.Status202Accepted)
            .Refusing(400, 403)
            .WithSummary(
                "Publishes an event to every procedure that waits for it or starts with it. Administrators only; it is handed out within a second or so."
            );

    private static async Task<IResult> PublishAsync(
        NewEvent request,
        ClaimsPrincipal user,
        IMediator mediator,
        CancellationToken ct
    )
    {
        var payload = request.Payload is { } value ? PlainData.Of(value) : null;
        await mediator.Send(new PublishEvent(request.Name, request.Correlation, payload, user.ToActor()), ct);
        return Results.Accepted();
    }
}
