using System.Security.Claims;
using CaseFlow.Host.Features.Inbox;
using CaseFlow.Host.Features.Signing;
using CaseFlow.Host.Runtime;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CaseFlow.Host.Features.Api;

/// <summary>The inbox over HTTP. Every answer is definite: done, done by somebody else, or no longer open.</summary>
public static class TasksApi
{
    public static void MapTasks(this RouteGroupBuilder api)
    {
        api.MapGet("/tasks", ListAsync)
            .Produces<IReadOnlyList<TaskItem>>()
            .WithSummary("The caller's open tasks and those of the caller's groups; ?case= gives those of one case.");
        api.MapGet("/tasks/{id}", GetAsync)
            .Produces<TaskDetail>()
            .Refusing(404)
            .WithSummary("One task with its form and what has been typed so far.");
        api.MapPost("/tasks/{id}/claim", ClaimAsync)
            .Produces<TaskChanged>()
            .Refusing(403, 404, 409)
            .WithSummary("Takes the task; of two who try, one is told who has it.");
        api.MapPost("/tasks/{id}/release", ReleaseAsync)
            .Produces<TaskChanged>()
            .Refusing(403, 404, 409)
            .WithSummary("Puts a claimed task back on the group's list.");
        api.MapPost("/tasks/{id}/completion", CompleteAsync)
            .Produces<TaskChanged>()
            .Refusing(400, 403, 404, 409)
            .WithSummary("Completes the task with an outcome, its data and the version that was seen.");
        api.MapPost("/tasks/{id}/code", CodeAsync)
            .Produces(StatusCodes.Status204NoContent)
            .Refusing(404, 409, 429)
            .WithSummary("Sends the one-time code for a signature.");
    }

    private static async Task<IResult> ListAsync(
        [FromQuery(Name = "case")] string? caseNumber,
        ClaimsPrincipal user,
        TaskQueries tasks,
        CancellationToken ct
    ) => Results.Ok(await tasks.OpenAsync(user.ToActor(), ct, caseNumber));

    private static async Task<IResult> GetAsync(
        string id,
        ClaimsPrincipal user,
        TaskQueries tasks,
        CancellationToken ct
    ) => Results.Ok(await tasks.GetAsync(id, user.ToActor(), ct));

    private static async Task<IResult> ClaimAsync(
        string id,
        ClaimsPrincipal user,
        IMediator mediator,
        CancellationToken ct
    ) => Results.Ok(await mediator.Send(new ClaimTask(id, user.ToActor()), ct));

    private static async Task<IResult> ReleaseAsync(
        string id,
        ClaimsPrincipal user,
        IMediator mediator,
        CancellationToken ct
    ) => Results.Ok(await mediator.Send(new ReleaseTask(id, user.ToActor()), ct));

    private static async Task<IResult> CompleteAsync(
        string id,
        TaskCompletion request,
        ClaimsPrincipal user,
        IMediator mediator,
        CancellationToken ct
    ) =>
        Results.Ok(
            await mediator.Send(
                new CompleteTask(id, request.Outcome, PlainData.Of(request.Data), request.Version, user.ToActor()),
                ct
            )
        );

    private static async Task<IResult> CodeAsync(
        string id,
        ClaimsPrincipal user,
        IMediator mediator,
        CancellationToken ct
    )
    {
        await mediator.Send(new SendSignCode(id, user.ToActor()), ct);
        return Results.NoContent();
    }
}
