using System.Collections.Concurrent;
using CaseFlow.Domain;
using CaseFlow.Host.Persistence;
using CaseFlow.Workflows.Activities;
using CaseFlow.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Runtime;

/// <summary>Reads procedures from the database. A version never changes, so what was parsed once is kept.</summary>
public sealed class DefinitionStore(
    CaseFlowDb db,
    InstanceStore instances,
    DefinitionCache cache,
    ActivityCatalogue catalogue
)
{
    /// <summary>The version an instance is pinned to, ready to run: with the workflows that it uses in their pinned versions.</summary>
    /// <exception cref="InvalidDataException">It uses a workflow that is not there any more.</exception>
    public async Task<WorkflowDefinition> GetAsync(string versionId, CancellationToken ct)
    {
        if (cache.TryGet(versionId, out var known))
            return known;
        var read = await ReadAsync(versionId, ct);
        if (!DefinitionLinker.TryLink(read, catalogue, await UsedByAsync(read, ct), out var linked, out var problems))
            throw new InvalidDataException($"Stored definition {versionId} cannot be run: {problems[0].Message}");
        return cache.Add(versionId, linked);
    }

    /// <summary>Whether a definition that is ready to run makes sense only in an instance that serves a case.</summary>
    public bool NeedsCase(WorkflowDefinition linked) => catalogue.NeedingCase(linked) is not null;

    /// <summary>The workflows that a definition uses as activities and those that these use in turn, for checking, pinning and linking it.</summary>
    public async Task<IWorkflowVersions> UsedByAsync(WorkflowDefinition definition, CancellationToken ct) =>
        new WorkflowVersions(await UsesAsync(definition, ct));

    /// <summary>The same as a list.</summary>
    public Task<IReadOnlyCollection<WorkflowDefinition>> UsesAsync(
        WorkflowDefinition definition,
        CancellationToken ct
    ) => UsesAsync(definition, [], ct);

    /// <summary>The same for one that comes into force together with others, which it may use although they are not in force yet.</summary>
    /// <param name="together">Found by the exact version alone.</param>
    public async Task<IReadOnlyCollection<WorkflowDefinition>> UsesAsync(
        WorkflowDefinition definition,
        IReadOnlyCollection<WorkflowDefinition> together,
        CancellationToken ct
    )
    {
        var found = new Dictionary<string, WorkflowDefinition>(StringComparer.Ordinal);
        var open = new Queue<WorkflowDefinition>([definition]);
        while (open.TryDequeue(out var next))
        {
            foreach (var reference in DefinitionLinker.References(next, catalogue))
            {
                var companion = together.FirstOrDefault(t => t.Id == reference.VersionId);
                if ((companion?.Id ?? await VersionIdAsync(reference, ct)) is { } id && !found.ContainsKey(id))
                    open.Enqueue(found[id] = companion ?? await ReadAsync(id, ct));
            }
        }
        return found.Values;
    }

    /// <summary>Only what is or was in force can be used: a draft may still change.</summary>
    private async Task<string?> VersionIdAsync(WorkflowReference reference, CancellationToken ct)
    {
        if (
            reference.VersionId is { } exact
            && await db.Procedures.AnyAsync(d => d.Id == exact && d.PublishedAt != null, ct)
        )
            return exact;
        var id = reference.DefinitionId ?? await DefinitionNamedAsync(reference.TypeName, ct);
        return await db
            .Procedures.Where(d => d.DefinitionId == id && d.PublishedAt != null)
            .OrderByDescending(d => d.Version == reference.Version)
            .ThenByDescending(d => d.IsPublished)
            .ThenByDescending(d => d.Version)
            .Select(d => d.Id)
            .FirstOrDefaultAsync(ct);
    }

    private async Task<string?> DefinitionNamedAsync(string typeName, CancellationToken ct)
    {
        var published = await db
            .Procedures.Where(d => d.IsPublished)
            .OrderBy(d => d.DefinitionId)
            .Select(d => new { d.DefinitionId, d.Name })
            .ToListAsync(ct);
        return published.Find(d => WorkflowReference.TypeNameOf(d.Name) == typeName)?.DefinitionId;
    }

    /// <exception cref="InvalidDataException">The stored text is not what was published: the database was changed by other hands.</exception>
    private async Task<WorkflowDefinition> ReadAsync(string versionId, CancellationToken ct)
    {
        var stored = await db
            .Definitions.Where(d => d.Id == versionId)
            .Select(d => new { d.Json, d.ContentHash })
            .SingleAsync(ct);
        if (!DefinitionReader.TryRead(stored.Json, out var definition, out var problems))
            throw new InvalidDataException($"Stored definition {versionId} cannot be read: {problems[0].Message}");
        return ContentHash.Of(definition) == stored.ContentHash
            ? definition
            : throw new InvalidDataException($"Stored definition {versionId} is not the content that was published.");
    }

    /// <summary>The version in force, for who only looks; null when nothing is published under that id.</summary>
    public async Task<WorkflowDefinition?> FindInForceAsync(string definitionId, CancellationToken ct) =>
        await db
            .Definitions.Where(d => d.DefinitionId == definitionId && d.IsPublished)
            .Select(d => d.Id)
            .SingleOrDefaultAsync(ct)
            is { } id
            ? await GetAsync(id, ct)
            : null;

    /// <summary>The version that new cases follow, within a unit of work.</summary>
    /// <exception cref="RefusalException">Nothing is published under that id.</exception>
    public async Task<WorkflowDefinition> PublishedAsync(string definitionId, CancellationToken ct)
    {
        var id =
            await instances.PublishedAsync(definitionId, ct)
            ?? throw RefusalException.Of("procedure.not-published", null, ("definition", definitionId));
        return await GetAsync(id, ct);
    }
}

/// <summary>Definitions ready to run by version id, shared by all requests of the process.</summary>
public sealed class DefinitionCache
{
    private readonly ConcurrentDictionary<string, WorkflowDefinition> _parsed = new(StringComparer.Ordinal);

    public bool TryGet(string versionId, out WorkflowDefinition definition) =>
        _parsed.TryGetValue(versionId, out definition!);

    /// <summary>Keeps a definition; the one that was there first wins.</summary>
    public WorkflowDefinition Add(string versionId, WorkflowDefinition definition) =>
        _parsed.GetOrAdd(versionId, definition);
}
