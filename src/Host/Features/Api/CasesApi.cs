using System.Security.Claims;
using CaseFlow.Domain;
using CaseFlow.Host.Features.Cases;
using CaseFlow.Host.Features.Documents;
using CaseFlow.Host.Features.Requests;
using CaseFlow.Host.Runtime;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CaseFlow.Host.Features.Api;

/// <summary>Cases over HTTP. Each answer is what the caller may see: a member his public view, staff the file.</summary>
public static class CasesApi
{
    public static void MapCases(this RouteGroupBuilder api)
    {
        api.MapGet("/services", (ServiceQueries services) => services.All())
            .WithSummary("The service catalogue with each service's form and required evidence.");
        api.MapPost("/documents", UploadAsync)
            .Accepts<IFormFile>("multipart/form-data")
            .DisableAntiforgery()
            .WithSummary(
                "Uploads one PDF, JPEG or PNG of at most 5 MB, of oneself or of a case (?case=); a request or a task names its id."
            );
        api.MapPost("/cases", SubmitAsync)
            .WithSummary("Submits a service request. The header Idempotency-Key makes repeating it harmless.");
        api.MapGet("/cases", ListAsync).WithSummary("The caller's cases, newest first.");
        api.MapGet("/cases/{number}", GetAsync).WithSummary("One case as the caller may see it.");
        api.MapGet("/cases/{number}/timeline", TimelineAsync).WithSummary("What has happened, a sentence an event.");
        api.MapGet("/cases/{number}/letters", LettersAsync).WithSummary("The letters that were issued.");
        api.MapPost("/cases/{number}/withdrawal", WithdrawAsync).WithSummary("Withdraws the request.");
        api.MapPost("/cases/{number}/clarification", ClarifyAsync)
            .WithSummary("Asks the social-research officer to explain.");
    }

    private static async Task<IResult> UploadAsync(
        IFormFile file,
        [FromQuery(Name = "case")] string? caseNumber,
        ClaimsPrincipal user,
        CaseAccess access,
        IMediator mediator,
        CancellationToken ct
    )
    {
        var actor = user.ToActor();
        var about = caseNumber is null ? null : await access.RequireAsync(caseNumber, actor, ct);
        var party = about?.ApplicantPartyId ?? actor.PartyId ?? throw RefusalException.Of("document.whose");
        var content = await UploadReader.ReadAsync(file, ct);
        return Results.Ok(
            await mediator.Send(new UploadDocument(party, caseNumber, file.FileName, content, actor), ct)
        );
    }

    private static async Task<IResult> SubmitAsync(
        NewCase request,
        HttpRequest http,
        ClaimsPrincipal user,
        IMediator mediator,
        CancellationToken ct
    )
    {
        var submitted = await mediator.Send(
            new SubmitRequest(
                request.Service,
                PlainData.Of(request.Data),
                request.Evidence ?? [],
                "website",
                request.Applicant,
                http.Headers["Idempotency-Key"].FirstOrDefault(),
                user.ToActor()
            ),
            ct
        );
        return Results.Created(
            $"{http.PathBase}/api/cases/{submitted.CaseNumber}",
            new { number = submitted.CaseNumber }
        );
    }

    private static async Task<IResult> ListAsync(ClaimsPrincipal user, CaseQueries cases, CancellationToken ct) =>
        Results.Ok(await cases.ListAsync(user.ToActor(), ct));

    private static async Task<IResult> GetAsync(
        string number,
        ClaimsPrincipal user,
        CaseQueries cases,
        CancellationToken ct
    ) => Results.Ok(await cases.GetAsync(number, user.ToActor(), ct));

    private static async Task<IResult> TimelineAsync(
        string number,
        ClaimsPrincipal user,
        CaseQueries cases,
        CaseReader reader,
        EventSentences sentences,
        CancellationToken ct
    )
    {
        var happened = await cases.TimelineAsync(number, user.ToActor(), ct);
        var onFile = await reader.GetAsync(number, user.ToActor(), ct);
        return Results.Ok(
            happened.Select(e => new
            {
                e.At,
                e.Code,
                Sentence = sentences.Sentence(e, onFile),
                e.Actor,
                e.Audience,
                e.Facts,
                e.Clause,
            })
        );
    }

    private static async Task<IResult> LettersAsync(
        string number,
        ClaimsPrincipal user,
        CaseQueries cases,
        CancellationToken ct
    ) => Results.Ok(await cases.LettersAsync(number, user.ToActor(), ct));

    private static async Task<IResult> WithdrawAsync(
        string number,
        Withdrawal request,
        ClaimsPrincipal user,
        IMediator mediator,
        CancellationToken ct
    )
    {
        await mediator.Send(new WithdrawCase(number, request.Reason, user.ToActor()), ct);
        return Results.NoContent();
    }

    private static async Task<IResult> ClarifyAsync(
        string number,
        Clarification request,
        ClaimsPrincipal user,
        IMediator mediator,
        CancellationToken ct
    )
    {
        await mediator.Send(new AskForClarification(number, request.Question, user.ToActor()), ct);
        return Results.NoContent();
    }
}
