using System.Text.RegularExpressions;
using CaseFlow.Domain;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Features.Procedures;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using MediatR;

namespace CaseFlow.Host.Features.Library;

/// <summary>
/// Keeps what an administrator has written of a document of the library, finished or not: in the draft itself, or in a new one above a
/// version that may not change any more. What is wrong with it counts when it is published.
/// </summary>
/// <param name="Seen">
/// The <see cref="DefinitionRow.Mark"/> of the version that the editor began with. Null only for a document that is new.
/// </param>
public sealed record SaveDocument(PolicyDocument Content, string? Seen, Actor By) : ICommand<DefinitionRow>;

public sealed partial class SaveDocumentHandler(DefinitionBook book) : IRequestHandler<SaveDocument, DefinitionRow>
{
    public async Task<DefinitionRow> Handle(SaveDocument request, CancellationToken ct)
    {
        DefinitionBook.Admit(request.By);
        var (content, by) = (request.Content, request.By);
        var latest = await book.FindLatestAsync(content.Id, ct);
        if (latest is null)
        {
            // Of layout and policy there is one each, which the folder brings.
            if (content.Kind == DefinitionKind.Policy || !IsKey(content.Key))
                throw RefusalException.Of("library.key", "P11");
            return await AddAsync("procedure.created", null, ct);
        }
        if (request.Seen is null)
            throw RefusalException.Of("library.key", "P11");
        SaveDraftHandler.RefuseStale(latest, request.Seen, by);
        if (latest.ContentHash == content.Hash)
            return latest;
        if (latest.IsFrozen)
            return await AddAsync("procedure.draft-saved", latest, ct);
        var before = latest.ContentHash;
        book.Rewrite(latest, content, by);
        book.Note(by, "procedure.draft-saved", latest, ("before", before), ("after", latest.ContentHash));
        return latest;

        async Task<DefinitionRow> AddAsync(string code, DefinitionRow? basis, CancellationToken cancel)
        {
            var row = await book.AddAsync(
                content,
                content.Id,
                by,
                DefinitionOrigin.Administrator,
                basis?.Version,
                cancel
            );
            book.Note(by, code, row, ("before", basis?.ContentHash), ("after", row.ContentHash));
            return row;
        }
    }

    /// <summary>Whether a document may be called so. Two words are the names of pages.</summary>
    public static bool IsKey(string key) => key.Length <= 60 && Key().IsMatch(key) && key is not ("new" or "preview");

    [GeneratedRegex(@"\A[a-z][a-z0-9]*(-[a-z0-9]+)*\z")]
    private static partial Regex Key();
}
