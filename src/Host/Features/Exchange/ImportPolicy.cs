using CaseFlow.Domain;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Features.Library;
using CaseFlow.Host.Features.Procedures;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using CaseFlow.Workflows.Definitions;
using MediatR;

namespace CaseFlow.Host.Features.Exchange;

/// <summary>
/// Takes in procedures and documents together, all or none. Each that says something new becomes the next version, above whatever is there,
/// as a draft: nothing is published and nobody's work replaced.
/// </summary>
/// <param name="Files">Laid out as the policy folder is: procedures on top, documents in the folder of their kind.</param>
public sealed record ImportPolicy(IReadOnlyList<ImportedFile> Files, Actor By) : ICommand<ImportedPolicy>;

/// <param name="Added">Ids of those that were not here before.</param>
/// <param name="Changed">Ids of those that have a new draft now.</param>
/// <param name="Unchanged">Ids of those whose latest version says the same already.</param>
/// <param name="Problems">Why nothing was taken in; empty when it was.</param>
public sealed record ImportedPolicy(
    IReadOnlyList<string> Added,
    IReadOnlyList<string> Changed,
    IReadOnlyList<string> Unchanged,
    IReadOnlyList<FolderProblem> Problems
);

public sealed class ImportPolicyHandler(DefinitionBook book) : IRequestHandler<ImportPolicy, ImportedPolicy>
{
    public async Task<ImportedPolicy> Handle(ImportPolicy request, CancellationToken ct)
    {
        DefinitionBook.Admit(request.By);
        var problems = new List<FolderProblem>();
        var contents = Read(request.Files, problems);
        if (problems.Count > 0)
            return new ImportedPolicy([], [], [], problems);
        if (contents.GroupBy(c => c.Id, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw RefusalException.Of("document.twice", null, ("id", twice.Key));
        List<string> added = [];
        List<string> changed = [];
        List<string> unchanged = [];
        foreach (var (id, content) in contents)
        {
            var latest = await book.FindLatestAsync(id, ct);
            (
                latest is null ? added
                : latest.ContentHash == content.Hash ? unchanged
                : changed
            ).Add(id);
            if (latest?.ContentHash != content.Hash)
                await AddAsync(id, content, latest, request.By, ct);
        }
        return new ImportedPolicy(added, changed, unchanged, []);
    }

    private async Task AddAsync(
        string id,
        IVersionContent content,
        DefinitionRow? latest,
        Actor by,
        CancellationToken ct
    )
    {
        var row = await book.AddAsync(content, id, by, DefinitionOrigin.Administrator, null, ct);
        book.Note(by, "procedure.imported", row, ("before", latest?.ContentHash), ("after", row.ContentHash));
    }

    private static List<(string Id, IVersionContent Content)> Read(
        IReadOnlyList<ImportedFile> files,
        List<FolderProblem> problems
    )
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in files)
            if (!texts.TryAdd(file.Name, file.Text))
                throw RefusalException.Of("document.twice", null, ("id", file.Name));
        if (texts.Count == 0)
            throw RefusalException.Of("document.none");
        var procedures = texts.Where(t => !t.Key.Contains('/', StringComparison.Ordinal));
        var documents = texts.Where(t => t.Key.Contains('/', StringComparison.Ordinal)).ToDictionary();
        return
        [
            .. Documents(documents),
            .. procedures.Select(p => Procedure(p.Key, p.Value, problems)).OfType<(string, IVersionContent)>(),
        ];
    }

    private static (string Id, IVersionContent Content)? Procedure(
        string file,
        string text,
        List<FolderProblem> problems
    )
    {
        if (!DefinitionReader.TryRead(text, out var definition, out var found))
        {
            problems.AddRange(found.Select(p => FolderProblem.Of(file, p)));
            return null;
        }
        var id = definition.DefinitionId;
        // What belongs to nothing here is not guessed at: it might be any other kind of file.
        if (id.Length == 0 || !file.EndsWith(".json", StringComparison.Ordinal))
            throw RefusalException.Of("document.unknown-file", null, ("file", file));
        if (PolicyDocument.KindOf(id) is not null)
            throw RefusalException.Of("procedure.id-of-document", null, ("id", id));
        return (id, new ProcedureContent(definition));
    }

    private static IEnumerable<(string Id, IVersionContent Content)> Documents(Dictionary<string, string> files)
    {
        var stranger = files.Keys.FirstOrDefault(f => PolicyDocument.KindOf(f) is null || f.EndsWith('/'));
        if (stranger is not null)
            throw RefusalException.Of("document.unknown-file", null, ("file", stranger));
        foreach (var document in PolicyDocument.Of(files))
        {
            var isKnown = document.Id == PolicyDocument.Layout || SaveDocumentHandler.IsKey(document.Key);
            if (!isKnown)
                throw RefusalException.Of("document.unknown-file", null, ("file", document.Files.Keys.First()));
            yield return (document.Id, document);
        }
    }
}
