using CaseFlow.Domain;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Features.Procedures;
using CaseFlow.Host.Persistence;
using MediatR;

namespace CaseFlow.Host.Features.ElsaApi.Definitions;

/// <summary>
/// Studio's Publish. Where nothing more is asked the version is in force at once; where a reason or a second administrator is, the
/// checked version goes on to the page that asks, because Studio cannot.
/// </summary>
public sealed class StudioPublishing(
    IMediator mediator,
    ProcedureGate gate,
    PublishRules rules,
    DefinitionForms forms,
    StudioProblems problems,
    IHttpContextAccessor http
)
{
    public async Task<IResult> PublishAsync(DefinitionRow version, Actor by, CancellationToken ct)
    {
        if (version.IsPublished)
            return Elsa.Ok(SavingApi.Answer(forms, version, alreadyPublished: true));
        if (!rules.AskNothing)
            return await HandOverAsync(version, ct);
        var answer = await mediator.Send(new PublishDefinition(version.Id, version.Mark, null, null, by), ct);
        return answer.Passed
            ? Elsa.Ok(SavingApi.Answer(forms, answer.Version))
            : problems.Refuse(answer.Problems, version.Json);
    }

    private async Task<IResult> HandOverAsync(DefinitionRow version, CancellationToken ct)
    {
        var answer = await gate.CheckAsync(DefinitionBook.Read(version), ct);
        if (!answer.IsOpen)
            return problems.Refuse(answer.Problems, version.Json);
        var context = http.HttpContext!;
        context.Response.Headers["X-CaseFlow-Continue"] =
            $"{context.Request.PathBase}/procedures/{Uri.EscapeDataString(version.DefinitionId)}/publication";
        return problems.Refuse(Refusal.Of("procedure.publish-on-page", "P11"));
    }
}
