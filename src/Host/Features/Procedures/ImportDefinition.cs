using CaseFlow.Domain;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using CaseFlow.Workflows.Definitions;
using MediatR;

namespace CaseFlow.Host.Features.Procedures;

/// <summary>
/// Takes in one exported document. It becomes the next version of its procedure, above whatever is there, and is never published by
/// itself: what the file says of version, date and being published is left aside, as it is by Elsa.
/// </summary>
public sealed record ImportDefinition(string Json, Actor By) : ICommand<ImportedDefinition>;

/// <param name="Row">The draft; null when the document could not be read.</param>
/// <param name="IsNew">Whether the procedure itself is new here.</param>
/// <param name="AsksToBePublished">What the file says: whoever imports may go on to publish it, through the gate.</param>
/// <param name="Problems">Why it could not be read, or what was doubted when it was.</param>
public sealed record ImportedDefinition(
    DefinitionRow? Row,
    bool IsNew,
    bool AsksToBePublished,
    IReadOnlyList<DefinitionProblem> Problems
);

public sealed class ImportDefinitionHandler(DefinitionBook book) : IRequestHandler<ImportDefinition, ImportedDefinition>
{
    public async Task<ImportedDefinition> Handle(ImportDefinition request, CancellationToken ct)
    {
        DefinitionBook.Admit(request.By);
        if (!DefinitionReader.TryRead(request.Json, out var content, out var problems))
            return new ImportedDefinition(null, false, false, problems);
        if (PolicyDocument.KindOf(content.DefinitionId) is not null)
            throw RefusalException.Of("procedure.id-of-document", null, ("id", content.DefinitionId));
        var id = content.DefinitionId.Length > 0 ? content.DefinitionId : DefinitionBook.NewId();
        var latest = await book.FindLatestAsync(id, ct);
        if (latest is not null && latest.ContentHash == ContentHash.Of(content))
            return new ImportedDefinition(latest, false, content.IsPublished, problems);
        var row = await book.AddAsync(
            new ProcedureContent(content),
            id,
            request.By,
            DefinitionOrigin.Administrator,
            null,
            ct
        );
        book.Note(request.By, "procedure.imported", row, ("before", latest?.ContentHash), ("after", row.ContentHash));
        return new ImportedDefinition(row, latest is null, content.IsPublished, problems);
    }
}
