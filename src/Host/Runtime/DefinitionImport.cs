using System.Security.Cryptography;
using System.Text;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Persistence;
using CaseFlow.Workflows.Activities;
using CaseFlow.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Runtime;

/// <summary>Brings the procedures of the folder into the database: each changed file becomes a new published version.</summary>
public sealed class DefinitionImport(
    CaseFlowDb db,
    UnitOfWork unit,
    PolicyLibrary library,
    ActivityCatalogue catalogue,
    IDefinitionReferences references,
    DefinitionStore store,
    ILogger<DefinitionImport> log
)
{
    /// <summary>Imports all that changed. A file with errors is reported and left out; the version before stays in force.</summary>
    /// <returns>The problems by file.</returns>
    public async Task<IReadOnlyList<(string File, DefinitionProblem Problem)>> ImportAsync(CancellationToken ct)
    {
        var problems = new List<(string, DefinitionProblem)>();
        foreach (var (file, json) in UsedFirst(library.Definitions))
        {
            var found = new List<DefinitionProblem>();
            if (DefinitionReader.TryRead(json, out var definition, out var unreadable))
                found.AddRange(
                    DefinitionCheck.Check(definition, catalogue, references, await store.UsedByAsync(definition, ct))
                );
            found.AddRange(unreadable);
            problems.AddRange(found.Select(p => (file, p)));
            foreach (var problem in found)
                log.LogWarning("{File} {Activity}: {Problem}", file, problem.ActivityId, problem.Message);
            if (definition is not null && found.All(p => p.Severity != ProblemSeverity.Error))
                await unit.RunAsync(() => PublishAsync(definition, ct), ct);
        }
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

    private async Task PublishAsync(WorkflowDefinition definition, CancellationToken ct)
    {
        var hash = Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(DefinitionWriter.Write(definition)))
        );
        var versions = await db.Definitions.Where(d => d.DefinitionId == definition.DefinitionId).ToListAsync(ct);
        // The same content as any version we have: an administrator's newer work is never overwritten by an old file.
        if (versions.Any(v => v.ContentHash == hash))
            return;
        foreach (var version in versions)
            version.IsLatest = version.IsPublished = false;
        await db.SaveChangesAsync(ct);
        var number = versions.Select(v => v.Version).DefaultIfEmpty().Max() + 1;
        var stamp = new DefinitionStamp(
            $"{definition.DefinitionId}-{number}",
            definition.DefinitionId,
            number,
            unit.Now,
            IsLatest: true,
            IsPublished: true
        );
        db.Definitions.Add(
            new DefinitionRow
            {
                Id = stamp.Id,
                DefinitionId = stamp.DefinitionId,
                Version = number,
                Name = definition.Name ?? definition.DefinitionId,
                Json = WorkflowPins.Write(definition, catalogue, await store.UsedByAsync(definition, ct), stamp),
                ContentHash = hash,
                CreatedAt = unit.Now,
                IsLatest = true,
                IsPublished = true,
            }
        );
        log.LogInformation("Published {Definition} version {Version}", definition.DefinitionId, number);
    }
}
