using System.Security.Claims;
using System.Text.Json.Nodes;
using CaseFlow.Domain;
using CaseFlow.Host.Features.Procedures;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using MediatR;

namespace CaseFlow.Host.Features.ElsaApi.Definitions;

/// <summary>Saving, which Studio does by itself after every change, and publishing, which it does by saving with a flag.</summary>
internal static class SavingApi
{
    // The code view goes on sending the document that it was opened with. So the page around Studio keeps the mark of what it has saved.
    private const string SavedHeader = "X-CaseFlow-Saved";

    public static void MapSaving(this RouteGroupBuilder editing)
    {
        editing.MapPost("/workflow-definitions", SaveAsync);
        editing.MapPost("/workflow-definitions/{definitionId}/publish", PublishAsync);
        editing.MapPost("/workflow-definitions/{definitionId}/retract", RetractAsync);
        editing.MapPost("/workflow-definitions/{definitionId}/revert/{version:int}", RevertAsync);
    }

    private static async Task<IResult> SaveAsync(
        HttpRequest request,
        ClaimsPrincipal user,
        IMediator mediator,
        DefinitionForms forms,
        StudioPublishing publishing,
        StudioProblems problems,
        CancellationToken ct
    )
    {
        var order = await StudioDocument.ReadAsync(request, ct);
        if (order["model"] is not JsonObject model)
            throw RefusalException.Of("document.not-readable");
        var seen = StudioDocument.Unmark(model);
        try
        {
            var json = model.ToJsonString();
            var window = request.Headers[SavedHeader].FirstOrDefault();
            var saved = await mediator.Send(new SaveDraft(json, seen, user.ToActor(), window), ct);
            if (saved.Row is not { } row)
                return problems.Refuse(saved.Problems, json);
            request.HttpContext.Response.Headers[SavedHeader] = row.Mark;
            return order["publish"] is JsonValue flag && flag.TryGetValue(out bool publish) && publish
                ? await publishing.PublishAsync(row, user.ToActor(), ct)
                : Elsa.Ok(Answer(forms, row));
        }
        catch (RefusalException no)
        {
            return problems.Refuse(no.Refusal);
        }
    }

    private static async Task<IResult> PublishAsync(
        string definitionId,
        ClaimsPrincipal user,
        DefinitionBook book,
        StudioPublishing publishing,
        StudioProblems problems,
        CancellationToken ct
    )
    {
        try
        {
            return await publishing.PublishAsync(await book.LatestAsync(definitionId, ct), user.ToActor(), ct);
        }
        catch (RefusalException no)
        {
            return problems.Refuse(no.Refusal);
        }
    }

    private static async Task<IResult> RetractAsync(
        string definitionId,
        ClaimsPrincipal user,
        IMediator mediator,
        DefinitionBook book,
        DefinitionForms forms,
        StudioProblems problems,
        CancellationToken ct
    )
    {
        try
        {
            await mediator.Send(new RetractDefinition(definitionId, null, user.ToActor()), ct);
            return Elsa.Ok(forms.Full(await book.LatestAsync(definitionId, ct)));
        }
        catch (RefusalException no)
        {
            return problems.Refuse(no.Refusal);
        }
    }

    private static async Task<IResult> RevertAsync(
        string definitionId,
        int version,
        ClaimsPrincipal user,
        IMediator mediator,
        DefinitionForms forms,
        CancellationToken ct
    ) =>
        Elsa.Created(
            forms.Summary(await mediator.Send(new RevertDefinition(definitionId, version, user.ToActor()), ct))
        );

    internal static object Answer(DefinitionForms forms, DefinitionRow row, bool alreadyPublished = false) =>
        new
        {
            workflowDefinition = forms.Full(row),
            alreadyPublished,
            consumingWorkflowCount = 0,
            validationErrors = Array.Empty<object>(),
        };
}
