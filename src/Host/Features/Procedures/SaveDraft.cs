using CaseFlow.Domain;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using CaseFlow.Workflows.Definitions;
using MediatR;

namespace CaseFlow.Host.Features.Procedures;

/// <summary>
/// Keeps what an administrator has drawn: in the draft itself, or in a new one above a version that may not change any more.
/// </summary>
/// <param name="Json">The document; its identity is taken from <c>definitionId</c> alone, a new one is given when it is empty.</param>
/// <param name="Seen">
/// The <see cref="DefinitionRow.Mark"/> of the version that the editor began with, or at least its id. Null only for a new procedure.
/// </param>
/// <param name="Saved">
/// The mark of what the same window last saved: its editor may have kept the document that it was opened with, and has seen this all the same.
/// </param>
public sealed record SaveDraft(string Json, string? Seen, Actor By, string? Saved = null) : ICommand<SavedDraft>;

/// <param name="Row">The draft as it is stored now; null when the document could not be read.</param>
/// <param name="Problems">Why it could not be read, or what was doubted when it was.</param>
public sealed record SavedDraft(DefinitionRow? Row, IReadOnlyList<DefinitionProblem> Problems);

public sealed class SaveDraftHandler(DefinitionBook book) : IRequestHandler<SaveDraft, SavedDraft>
{
    public async Task<SavedDraft> Handle(SaveDraft request, CancellationToken ct)
    {
        DefinitionBook.Admit(request.By);
        if (!DefinitionReader.TryRead(request.Json, out var content, out var problems))
            return new SavedDraft(null, problems);
        if (PolicyDocument.KindOf(content.DefinitionId) is not null)
            throw RefusalException.Of("procedure.id-of-document", null, ("id", content.DefinitionId));
        var id = content.DefinitionId.Length > 0 ? content.DefinitionId : DefinitionBook.NewId();
        var latest = await book.FindLatestAsync(id, ct);
        if (latest is null)
            return new SavedDraft(await StartAsync(content, id, request.By, ct), problems);
        if (request.Saved != latest.Mark)
            RefuseStale(latest, request.Seen, request.By);
        var before = latest.ContentHash;
        if (before == ContentHash.Of(content))
            return new SavedDraft(latest, problems);
        var row = latest;
        if (latest.IsFrozen)
            row = await book.AddAsync(
                new ProcedureContent(content),
                id,
                request.By,
                DefinitionOrigin.Administrator,
                latest.Version,
                ct
            );
        else
            book.Rewrite(latest, new ProcedureContent(content), request.By);
        book.Note(request.By, "procedure.draft-saved", row, ("before", before), ("after", row.ContentHash));
        return new SavedDraft(row, problems);
    }

    private async Task<DefinitionRow> StartAsync(WorkflowDefinition content, string id, Actor by, CancellationToken ct)
    {
        var row = await book.AddAsync(new ProcedureContent(content), id, by, DefinitionOrigin.Administrator, null, ct);
        book.Note(by, "procedure.created", row, ("after", row.ContentHash));
        return row;
    }

    /// <summary>Whoever has not seen the latest version may not replace it.</summary>
    /// <exception cref="RefusalException">It says who was faster, and when.</exception>
    internal static void RefuseStale(DefinitionRow latest, string? seen, Actor by)
    {
        // A frozen version is known by its id alone; and an editor may save again before the answer to its last save has come.
        var ownSave = latest.UpdatedBy == by.UserId && seen is not null && seen == latest.MarkBefore;
        if (seen == latest.Mark || (latest.IsFrozen && seen == latest.Id) || ownSave)
            return;
        throw RefusalException.Of(
            "procedure.stale",
            "P11",
            ("procedure", latest.Name),
            ("who", latest.UpdatedByName ?? latest.CreatedByName),
            ("at", latest.UpdatedAt ?? latest.CreatedAt),
            ("version", latest.Version)
        );
    }
}
