using System.Security.Claims;
using CaseFlow.Domain;
using CaseFlow.Domain.Cases;
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
            .Produces<UploadedDocument>()
            .DisableAntiforgery()
            .Refusing(400, 404, 413)
            .WithSummary(
                "Uploads one PDF, JPEG or PNG of at most 5 MB, of oneself or of a case (?case=); a request or a task names its id."
            );
        api.MapPost("/cases", SubmitAsync)
            .Produces<OpenedCase>(StatusCodes.Status201Created)
            .Refusing(400, 403, 404, 409)
            .WithSummary("Submits a service request. The header Idempotency-Key makes repeating it harmless.");
        api.MapGet("/cases", ListAsync)
            .Produces<IReadOnlyList<CaseItem>>()
            .WithSummary("The caller's cases, newest first.");
        api.MapGet("/cases/{number}", GetAsync)
            .Produces<CaseForMember>()
            .Refusing(404)
            .WithSummary("One case as the caller may see it.");
        api.MapGet("/cases/{number}/timeline", TimelineAsync)
            .Produces<IReadOnlyList<TimelineLine>>()
            .Refusing(404)
            .WithSummary("What has happened, a sentence an event.");
        api.MapGet("/cases/{number}/letters", LettersAsync)
            .Produces<IReadOnlyList<LetterItem>>()
            .Refusing(404)
            .WithSummary("The letters that were issued.");
        api.MapPost("/cases/{number}/withdrawal", WithdrawAsync)
            .Produces(StatusCodes.Status204NoContent)
            .Refusing(400, 403, 404, 409)
            .WithSummary("Withdraws the request.");
        api.MapPost("/cases/{number}/clarification", ClarifyAsync)
            .Produces(StatusCodes.Status204NoContent)
            .Refusing(400, 403, 404, 409)
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
        [FromHeader(Name = "Idempotency-Key")] string? key,
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
                key,
                user.ToActor()
            ),
            ct
        );
        return Results.Created($"/api/cases/{submitted.CaseNumber}", new OpenedCase(submitted.CaseNumber));
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
            happened.Select(e => new TimelineLine(
                e.At,
                e.Code,
                sentences.Sentence(e, onFile),
                sentences.Who(e),
                e.Audience,
                e.Facts,
                e.Clause
            ))
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
