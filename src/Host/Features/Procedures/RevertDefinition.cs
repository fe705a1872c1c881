using CaseFlow.Domain;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Procedures;

/// <summary>Makes a draft of what a version once said. Nothing comes into force by it, and nothing newer is lost.</summary>
public sealed record RevertDefinition(string DefinitionId, int Version, Actor By) : ICommand<DefinitionRow>;

public sealed class RevertDefinitionHandler(CaseFlowDb db, DefinitionBook book)
    : IRequestHandler<RevertDefinition, DefinitionRow>
{
    public async Task<DefinitionRow> Handle(RevertDefinition request, CancellationToken ct)
    {
        DefinitionBook.Admit(request.By);
        var earlier =
            await db.Definitions.SingleOrDefaultAsync(
                d => d.DefinitionId == request.DefinitionId && d.Version == request.Version,
                ct
            ) ?? throw RefusalException.Of("procedure.unknown");
        var latest = await book.LatestAsync(request.DefinitionId, ct);
        var row = await book.AddAsync(
            DefinitionBook.ContentOf(earlier),
            request.DefinitionId,
            request.By,
            DefinitionOrigin.Administrator,
            earlier.Version,
            ct
        );
        book.Note(
            request.By,
            "procedure.reverted",
            row,
            ("earlier", earlier.Version),
            ("before", latest.ContentHash),
            ("after", row.ContentHash)
        );
        return row;
    }
}
