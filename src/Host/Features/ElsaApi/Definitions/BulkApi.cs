using System.Security.Claims;
using CaseFlow.Domain;
using CaseFlow.Host.Features.Procedures;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.ElsaApi.Definitions;

/// <summary>
/// The same commands for several procedures at once, each by itself: what one of them is refused does not hold up the others. Studio
/// reports numbers only; the reasons travel beside the answer, and the frame around Studio shows them.
/// </summary>
internal static class BulkApi
{
    public static void MapBulk(this RouteGroupBuilder editing)
    {
        var definitions = editing.MapGroup("/bulk-actions");
        definitions.MapPost("/publish/workflow-definitions/by-definition-ids", PublishAsync);
        definitions.MapPost("/retract/workflow-definitions/by-definition-ids", RetractAsync);
        definitions.MapPost("/delete/workflow-definitions/by-definition-id", DeleteAsync);
        definitions.MapPost("/delete/workflow-definitions/by-id", DeleteVersionsAsync);
        editing.MapDelete("/workflow-definitions/{definitionId}", DeleteOneAsync);
        editing.MapDelete("/workflow-definition-versions/{id}", DeleteVersionAsync);
    }

    private sealed record Definitions(string[]? DefinitionIds);

    private sealed record Versions(string[]? Ids);

    private static async Task<IResult> PublishAsync(
        Definitions order,
        ClaimsPrincipal user,
        CaseFlowDb db,
        IMediator mediator,
        PublishRules rules,
        Said said,
        CancellationToken ct
    )
    {
        List<string> published = [];
        List<string> already = [];
        List<string> notFound = [];
        foreach (var id in order.DefinitionIds ?? [])
        {
            var latest = await db
                .Procedures.AsNoTracking()
                .SingleOrDefaultAsync(d => d.DefinitionId == id && d.IsLatest, ct);
            if (latest is null)
                notFound.Add(id);
            else if (latest.IsPublished)
                already.Add(id);
            else if (!rules.AskNothing)
                said.Add(latest.Name, Refusal.Of("procedure.publish-one-by-one", "P11"));
            else if (await PublishOneAsync(latest, user, mediator, said, ct))
                published.Add(id);
        }
        return said.With(
            new
            {
                published,
                alreadyPublished = already,
                notFound,
                skipped = said.Names,
                updatedConsumers = Array.Empty<string>(),
                failed = Array.Empty<string>(),
                warnings = new { },
            }
        );
    }

    private static async Task<bool> PublishOneAsync(
        DefinitionRow latest,
        ClaimsPrincipal user,
        IMediator mediator,
        Said said,
        CancellationToken ct
    )
    {
        PublishAnswer? answer = null;
        var done = await said.TryAsync(
            latest.Name,
            async () =>
                answer = await mediator.Send(
                    new PublishDefinition(latest.Id, latest.Mark, null, null, user.ToActor()),
                    ct
                )
        );
        if (answer is { Passed: false })
            said.Add(latest.Name, answer.Problems, latest.Json);
        return done && answer!.Passed;
    }

    private static async Task<IResult> RetractAsync(
        Definitions order,
        ClaimsPrincipal user,
        IMediator mediator,
        Said said,
        CancellationToken ct
    )
    {
        var retracted = new List<string>();
        foreach (var id in order.DefinitionIds ?? [])
            if (await said.TryAsync(id, () => mediator.Send(new RetractDefinition(id, null, user.ToActor()), ct)))
                retracted.Add(id);
        return said.With(
            new
            {
                retracted,
                alreadyRetracted = Array.Empty<string>(),
                notFound = Array.Empty<string>(),
                skipped = said.Names,
            }
        );
    }

    private static Task<IResult> DeleteAsync(
        Definitions order,
        ClaimsPrincipal user,
        IMediator mediator,
        Said said,
        CancellationToken ct
    ) => EachAsync(order.DefinitionIds, id => mediator.Send(new DeleteDefinition(id, user.ToActor()), ct), said);

    private static Task<IResult> DeleteVersionsAsync(
        Versions order,
        ClaimsPrincipal user,
        IMediator mediator,
        Said said,
        CancellationToken ct
    ) => EachAsync(order.Ids, id => mediator.Send(new DeleteVersion(id, user.ToActor()), ct), said);

    private static async Task<IResult> EachAsync(string[]? ids, Func<string, Task> act, Said said)
    {
        var deleted = 0;
        foreach (var id in ids ?? [])
            if (await said.TryAsync(id, () => act(id)))
                deleted++;
        return said.With(new { deleted });
    }

    private static async Task<IResult> DeleteOneAsync(
        string definitionId,
        ClaimsPrincipal user,
        IMediator mediator,
        CancellationToken ct
    )
    {
        await mediator.Send(new DeleteDefinition(definitionId, user.ToActor()), ct);
        return Results.NoContent();
    }

    private static async Task<IResult> DeleteVersionAsync(
        string id,
        ClaimsPrincipal user,
        IMediator mediator,
        CancellationToken ct
    )
    {
        await mediator.Send(new DeleteVersion(id, user.ToActor()), ct);
        return Results.NoContent();
    }
}
