using CaseFlow.Domain.Parties;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Features.Library;
using CaseFlow.Host.Persistence;
using CaseFlow.Workflows.Activities;
using CaseFlow.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Procedures;

/// <summary>
/// Brings the policy folder into the database: procedures, letters, forms and the rest. A file says something new only when it has
/// changed since it was last taken in; it becomes a version like any other, and never replaces an administrator's newer work.
/// </summary>
public sealed class FolderImport(
    CaseFlowDb db,
    UnitOfWork unit,
    PolicyShelf shelf,
    DefinitionBook book,
    FolderNews news,
    Publishing publishing,
    ProcedureGate gate,
    LibraryGate library,
    LibraryInForce inForce,
    PublishRulebook rules,
    ActivityCatalogue catalogue,
    ILogger<FolderImport> log
)
{
    /// <summary>
    /// Reads the folder and takes in all that changed. Services, forms, letters and policy come in together, unless one of them has a
    /// problem; each procedure comes in by itself. What has problems is reported, and what was in force before stays.
    /// </summary>
    public async Task<IReadOnlyList<FolderProblem>> RefreshAsync(CancellationToken ct)
    {
        return await ImportAsync(PolicyFolder.Read(shelf.Path), ct);
    }

    /// <summary>Takes in a folder that was read; returns and reports all of its problems.</summary>
    public async Task<IReadOnlyList<FolderProblem>> ImportAsync(PolicyFolder folder, CancellationToken ct)
    {
        await RecountAsync(ct);
        // What the folder says of publishing binds nobody before it is in force, itself included.
        await inForce.CatchUpAsync(ct);
        var problems = new List<FolderProblem>([.. folder.Problems, .. folder.ProcedureProblems]);
        if (folder.Problems.Count == 0)
            problems.AddRange(await TakeInDocumentsAsync(folder, ct));
        await inForce.RefreshAsync(ct);
        foreach (var (file, json) in UsedFirst(folder.Procedures))
            problems.AddRange((await TakeInAsync(json, ct)).Select(p => FolderProblem.Of(file, p)));
        shelf.Report(problems);
        foreach (var problem in problems)
            log.Log(
                problem.Severity == ProblemSeverity.Error ? LogLevel.Error : LogLevel.Warning,
                "{File} {Place}: {Code} {Problem}",
                problem.File,
                problem.Place,
                problem.Code,
                problem.Message
            );
        return problems;
    }

    /// <summary>The files in such an order that workflows come before those that use them as activities.</summary>
    private IEnumerable<KeyValuePair<string, string>> UsedFirst(IReadOnlyDictionary<string, string> files)
    {
        var read = new Dictionary<string, WorkflowDefinition>(StringComparer.Ordinal);
        foreach (var (file, json) in files)
        {
            if (DefinitionReader.TryRead(json, out var definition, out _))
                read[file] = definition;
        }
        var versions = new WorkflowVersions(read.Values);
        var done = new HashSet<string>(StringComparer.Ordinal);
        return files.Keys.SelectMany(Visit).Select(f => KeyValuePair.Create(f, files[f]));

        List<string> Visit(string file)
        {
            if (!done.Add(file))
                return [];
            var used = read.TryGetValue(file, out var definition)
                ? DefinitionLinker.References(definition, catalogue).Select(versions.Find)
                : [];
            return [.. used.SelectMany(u => read.Where(r => r.Value == u).SelectMany(r => Visit(r.Key))), file];
        }
    }

    /// <summary>Documents name one another, so all that changed comes in together or not at all.</summary>
    private Task<IReadOnlyList<FolderProblem>> TakeInDocumentsAsync(PolicyFolder folder, CancellationToken ct) =>
        unit.RunAsync<IReadOnlyList<FolderProblem>>(
            async () =>
            {
                // One look for all of them: what follows finds each where it was read.
                await db.DefinitionFiles.LoadAsync(ct);
                var fresh = new List<(PolicyDocument Content, FileNews News)>();
                var problems = new List<FolderProblem>();
                foreach (var document in folder.Documents)
                {
                    var said = await news.OfAsync(document.Id, document.Hash, ct);
                    if (said.InTheWay is { } problem)
                        problems.Add(FolderProblem.Of(document.Id, problem));
                    else if (said.IsNew)
                        fresh.Add((document, said));
                }
                var changed = fresh.Where(n => n.News.Latest?.ContentHash != n.Content.Hash).ToList();
                var waiting = await CompanionsAsync([.. changed.Select(n => n.Content.Id)], ct);
                var together = changed.Select(n => n.Content).Concat(waiting.Select(PolicyDocument.Read)).ToList();
                if (
                    changed.Count > 0
                    && await library.CheckAsync(together, folder.Procedures, ct) is { Count: > 0 } found
                )
                    return [.. problems, .. found];
                foreach (var (document, said) in fresh)
                    news.Remember(said, document.Id, document.Hash);
                var set = together.Count > 1 ? Guid.CreateVersion7(unit.Now).ToString("N") : null;
                foreach (var (document, said) in changed)
                    await PublishAsync(document, document.Id, null, said.Latest, set, ct);
                foreach (var version in waiting)
                {
                    await SupersedeAsync(version.DefinitionId, ct);
                    await publishing.HandInAsync(version, null, Handover(isChange: true, set), ct);
                }
                return problems;
            },
            ct
        );

    /// <summary>What waits for approval together with something that has changed once more: it is handed in anew with that.</summary>
    private async Task<IReadOnlyList<DefinitionRow>> CompanionsAsync(
        IReadOnlyList<string> changed,
        CancellationToken ct
    )
    {
        var open = db.Publications.Where(p => p.IsOpen && p.SetId != null);
        var sets = open.Where(p => changed.Contains(p.DefinitionId)).Select(p => p.SetId);
        var versions = open.Where(p => sets.Contains(p.SetId) && !changed.Contains(p.DefinitionId))
            .Select(p => p.VersionId);
        return await db.Definitions.Where(d => versions.Contains(d.Id)).OrderBy(d => d.DefinitionId).ToListAsync(ct);
    }

    private async Task<IReadOnlyList<DefinitionProblem>> TakeInAsync(string json, CancellationToken ct)
    {
        if (!DefinitionReader.TryRead(json, out var content, out var unreadable))
            return unreadable;
        var answer = await gate.CheckAsync(content, ct);
        if (!answer.IsOpen)
            return answer.Problems;
        var inTheWay = await unit.RunAsync(() => TakeInAsync(content, answer, ct), ct);
        return inTheWay is null ? answer.Problems : [.. answer.Problems, inTheWay];
    }

    /// <summary>Returns what keeps the file out; null when it was taken in or says nothing new.</summary>
    private async Task<DefinitionProblem?> TakeInAsync(
        WorkflowDefinition content,
        GateAnswer answer,
        CancellationToken ct
    )
    {
        var said = await news.OfAsync(content.DefinitionId, ContentHash.Of(content), ct);
        if (!said.IsNew || said.InTheWay is not null)
            return said.InTheWay;
        var procedure = new ProcedureContent(content);
        news.Remember(said, content.DefinitionId, procedure.Hash);
        if (said.Latest?.ContentHash != procedure.Hash)
            await PublishAsync(procedure, content.DefinitionId, answer.Versions, said.Latest, null, ct);
        return null;
    }

    private async Task PublishAsync(
        IVersionContent content,
        string id,
        IWorkflowVersions? uses,
        DefinitionRow? before,
        string? set,
        CancellationToken ct
    )
    {
        await SupersedeAsync(id, ct);
        var row = await book.AddAsync(content, id, Actor.System, DefinitionOrigin.File, null, ct);
        book.Note(
            Actor.System,
            "procedure.read-from-folder",
            row,
            ("before", before?.ContentHash),
            ("after", row.ContentHash)
        );
        var used = uses is null ? null : new UsedVersions(DefinitionBook.Read(row), uses);
        await publishing.HandInAsync(row, used, Handover(isChange: before is not null, set), ct);
        log.LogInformation("Took in {Definition} version {Version} from its file", row.DefinitionId, row.Version);
    }

    // What an installation begins with is agreed by installing it; a change of it is a change of the policy.
    private Handover Handover(bool isChange, string? set)
    {
        var needsApproval = isChange && rules.Now.RequireApprover;
        return new Handover(Actor.System, null, null, needsApproval, needsApproval ? set : null);
    }

    private async Task SupersedeAsync(string id, CancellationToken ct)
    {
        if (await book.FindOpenAsync(id, ct) is not { } superseded)
            return;
        var version = await book.VersionAsync(superseded.VersionId, ct);
        publishing.Abandon(superseded, version, PublicationState.Withdrawn, Actor.System, null);
        book.Note(Actor.System, "procedure.withdrawn", version, ("reason", null));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>An earlier release counted hashes over identity and dates as well.</summary>
    private async Task RecountAsync(CancellationToken ct)
    {
        var hashes = await db.Procedures.Select(d => new { d.Id, d.ContentHash }).ToListAsync(ct);
        foreach (var id in hashes.Where(h => !ContentHash.IsCurrent(h.ContentHash)).Select(h => h.Id))
            await unit.RunAsync(
                async () =>
                {
                    var row = await book.VersionAsync(id, ct);
                    row.ContentHash = ContentHash.Of(DefinitionBook.Read(row));
                },
                ct
            );
    }
}
