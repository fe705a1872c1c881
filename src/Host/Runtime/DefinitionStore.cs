using System.Collections.Concurrent;
using CaseFlow.Domain;
using CaseFlow.Host.Persistence;
using CaseFlow.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Runtime;

/// <summary>Reads procedures from the database. A version never changes, so what was parsed once is kept.</summary>
public sealed class DefinitionStore(CaseFlowDb db, DefinitionCache cache)
{
    /// <summary>The version an instance is pinned to.</summary>
    public async Task<WorkflowDefinition> GetAsync(string versionId, CancellationToken ct)
    {
        if (cache.TryGet(versionId, out var known))
            return known;
        var json = await db.Definitions.Where(d => d.Id == versionId).Select(d => d.Json).SingleAsync(ct);
        return cache.Add(versionId, json);
    }

    /// <summary>The version that new cases follow.</summary>
    /// <exception cref="RefusalException">Nothing is published under that id.</exception>
    public async Task<WorkflowDefinition> PublishedAsync(string definitionId, CancellationToken ct)
    {
        var id = await db
            .Definitions.Where(d => d.DefinitionId == definitionId && d.IsPublished)
            .Select(d => d.Id)
            .SingleOrDefaultAsync(ct);
        return id is null
            ? throw RefusalException.Of("procedure.not-published", null, ("definition", definitionId))
            : await GetAsync(id, ct);
    }
}

/// <summary>Parsed definitions by version id, shared by all requests of the process.</summary>
public sealed class DefinitionCache
{
    private readonly ConcurrentDictionary<string, WorkflowDefinition> _parsed = new(StringComparer.Ordinal);

    public bool TryGet(string versionId, out WorkflowDefinition definition) =>
        _parsed.TryGetValue(versionId, out definition!);

    /// <summary>Parses and keeps a stored document.</summary>
    /// <exception cref="InvalidDataException">The stored text is no definition: the database was changed by other hands.</exception>
    public WorkflowDefinition Add(string versionId, string json)
    {
        if (!DefinitionReader.TryRead(json, out var definition, out var problems))
            throw new InvalidDataException($"Stored definition {versionId} cannot be read: {problems[0].Message}");
        return _parsed.GetOrAdd(versionId, definition!);
    }
}
