using CaseFlow.Domain;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using MediatR;

namespace CaseFlow.Host.Features.Procedures;

/// <summary>Takes a procedure out of force: no new case starts on it, those that run go on. The safe side needs no second person.</summary>
public sealed record RetractDefinition(string DefinitionId, string? Reason, Actor By) : ICommand<DefinitionRow>;

public sealed class RetractDefinitionHandler(DefinitionBook book, Publishing publishing, PublishRules rules)
    : IRequestHandler<RetractDefinition, DefinitionRow>
{
    public async Task<DefinitionRow> Handle(RetractDefinition request, CancellationToken ct)
    {
        DefinitionBook.Admit(request.By);
        var latest = await book.LatestAsync(request.DefinitionId, ct);
        var reason = Reasons.Read(request.Reason, rules.RequireReason);
        var published =
            await publishing.EndAsync(request.DefinitionId, ct)
            ?? throw RefusalException.Of("procedure.not-in-force", null, ("procedure", latest.Name));
        book.Note(request.By, "procedure.retracted", published, ("reason", reason), ("before", published.ContentHash));
        return published;
    }
}
