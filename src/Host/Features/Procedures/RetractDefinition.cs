using CaseFlow.Domain;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Features.Library;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using MediatR;

namespace CaseFlow.Host.Features.Procedures;

/// <summary>Takes a procedure out of force: no new case starts on it, those that run go on. The safe side needs no second person.</summary>
public sealed record RetractDefinition(string DefinitionId, string? Reason, Actor By) : ICommand<DefinitionRow>;

public sealed class RetractDefinitionHandler(
    DefinitionBook book,
    Publishing publishing,
    PublishRules rules,
    LibraryGate library
) : IRequestHandler<RetractDefinition, DefinitionRow>
{
    public async Task<DefinitionRow> Handle(RetractDefinition request, CancellationToken ct)
    {
        DefinitionBook.Admit(request.By);
        var latest = await book.LatestAsync(request.DefinitionId, ct);
        var reason = Reasons.Read(request.Reason, rules.RequireReason);
        if (latest.Kind != DefinitionKind.Procedure)
            await RefuseNeededAsync(latest, ct);
        var published =
            await publishing.EndAsync(request.DefinitionId, ct)
            ?? throw RefusalException.Of("procedure.not-in-force", null, ("procedure", latest.Name));
        book.Note(request.By, "procedure.retracted", published, ("reason", reason), ("before", published.ContentHash));
        return published;
    }

    /// <summary>A letter that procedures send, a form that services use: without it they could not go on.</summary>
    private async Task RefuseNeededAsync(DefinitionRow document, CancellationToken ct)
    {
        var problems = await library.CheckWithoutAsync(document.DefinitionId, ct);
        if (problems.Count > 0)
            throw RefusalException.Of(
                "procedure.still-used",
                "P11",
                ("document", document.Name),
                ("by", string.Join("، ", problems.Select(p => p.File).Distinct()))
            );
    }
}
