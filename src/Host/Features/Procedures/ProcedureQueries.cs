using System.Linq.Expressions;
using CaseFlow.Domain;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Persistence;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Versions;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Procedures;

/// <summary>A procedure in the list.</summary>
/// <param name="Running">Cases that are not over, whatever version they follow.</param>
public sealed record ProcedureLine(
    string DefinitionId,
    string Name,
    VersionLine? InForce,
    VersionLine Latest,
    PublicationRow? Open,
    int Running
);

/// <summary>One version without its content.</summary>
public sealed record VersionLine(
    string Id,
    int Version,
    string Name,
    string ContentHash,
    int? BasedOn,
    DefinitionOrigin Origin,
    DateTimeOffset ChangedAt,
    string? ChangedBy,
    bool IsPublished,
    bool IsLatest,
    bool IsFrozen,
    DateTimeOffset? PublishedAt,
    int Running
)
{
    public string Mark => $"{Id}.{ContentHash}";
}

/// <summary>Reads procedures for those who oversee them.</summary>
public sealed partial class ProcedureQueries(CaseFlowDb db)
{
    public Task<IReadOnlyList<ProcedureLine>> ListAsync(CancellationToken ct) =>
        ListAsync(d => d.Kind == DefinitionKind.Procedure, ct);

    /// <summary>The documents of the policy library, in the same way.</summary>
    public Task<IReadOnlyList<ProcedureLine>> DocumentsAsync(CancellationToken ct) =>
        ListAsync(d => d.Kind != DefinitionKind.Procedure, ct);

    private async Task<IReadOnlyList<ProcedureLine>> ListAsync(
        Expression<Func<DefinitionRow, bool>> which,
        CancellationToken ct
    )
    {
        var versions = await VersionsAsync(which, ct);
        var open = await db.Publications.AsNoTracking().Where(p => p.IsOpen).ToDictionaryAsync(p => p.DefinitionId, ct);
        return
        [
            .. versions
                .GroupBy(v => v.DefinitionId)
                .Select(g => new ProcedureLine(
                    g.Key,
                    g.First().Line.Name,
                    g.FirstOrDefault(v => v.Line.IsPublished).Line,
                    g.First().Line,
                    open.GetValueOrDefault(g.Key),
                    g.Sum(v => v.Line.Running)
                ))
                .OrderBy(p => p.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>All versions, the newest first.</summary>
    /// <exception cref="RefusalException">There is no such procedure.</exception>
    public async Task<IReadOnlyList<VersionLine>> HistoryAsync(string definitionId, CancellationToken ct)
    {
        var versions = await VersionsAsync(d => d.DefinitionId == definitionId, ct);
        return versions.Count > 0 ? [.. versions.Select(v => v.Line)] : throw RefusalException.Of("procedure.unknown");
    }

    /// <summary>All versions of a procedure, the newest first.</summary>
    /// <exception cref="RefusalException">There is no such procedure; a document of the library is none.</exception>
    public Task<IReadOnlyList<VersionLine>> OfProcedureAsync(string id, CancellationToken ct) =>
        PolicyDocument.KindOf(id) is null ? HistoryAsync(id, ct) : throw RefusalException.Of("procedure.unknown");

    /// <summary>The content of a version.</summary>
    /// <exception cref="RefusalException">There is no such version.</exception>
    public async Task<WorkflowDefinition> ReadAsync(string definitionId, int version, CancellationToken ct) =>
        DefinitionBook.Read(
            await db
                .Procedures.AsNoTracking()
                .SingleOrDefaultAsync(d => d.DefinitionId == definitionId && d.Version == version, ct)
                ?? throw RefusalException.Of("procedure.unknown")
        );

    public async Task<IReadOnlyList<DefinitionChange>> CompareAsync(
        string definitionId,
        int before,
        int after,
        CancellationToken ct
    ) => DefinitionComparison.Of(await ReadAsync(definitionId, before, ct), await ReadAsync(definitionId, after, ct));

    /// <summary>
    /// How many cases wait at each activity of a version. Study and gate are one number: that a decision waits at the gate is not to be
    /// seen before the reply (P59).
    /// </summary>
    public async Task<IReadOnlyDictionary<string, int>> WaitingAsync(
        string versionId,
        WorkflowDefinition definition,
        CancellationToken ct
    )
    {
        var running = db.Instances.Where(i => i.DefinitionVersionId == versionId && i.FinishedAt == null);
        var tasks = await db
            .Tasks.Where(t => t.EndedAt == null && running.Any(i => i.Id == t.InstanceId))
            .Select(t => new
            {
                t.InstanceId,
                t.Kind,
                t.Step,
            })
            .Distinct()
            .ToListAsync(ct);
        var timers = await db
            .Timers.Where(t => running.Any(i => i.Id == t.InstanceId))
            .Select(t => new { t.InstanceId, t.ActivityId })
            .Distinct()
            .ToListAsync(ct);
        var places = tasks
            .Select(t => (t.InstanceId, Node: At(definition, t.Kind, t.Step)))
            .Concat(timers.Select(t => (t.InstanceId, Node: definition.Activity(t.ActivityId.Split(':')[^1]))));
        return places
            .Where(p => p.Node is not null)
            .Select(p => (p.InstanceId, Study(definition, p.Node!).Id))
            .Distinct()
            .GroupBy(p => p.Id)
            .ToDictionary(g => g.Key, g => g.Count());
    }

    private static ActivityNode? At(WorkflowDefinition definition, string kind, int? step)
    {
        var nodes = definition
            .Activities.Where(a => kind == a.Type || kind.StartsWith(a.Type + ".", StringComparison.Ordinal))
            .ToList();
        return nodes.Find(a => a.Step == step) ?? nodes.FirstOrDefault();
    }

    private static ActivityNode Study(WorkflowDefinition definition, ActivityNode node) =>
        node.Type == "CaseFlow.StudyGate"
            ? definition.Activities.FirstOrDefault(a => a.Type == "CaseFlow.CommitteeStudy") ?? node
            : node;

    private async Task<List<(string DefinitionId, VersionLine Line)>> VersionsAsync(
        Expression<Func<DefinitionRow, bool>> which,
        CancellationToken ct
    )
    {
        var running = await db
            .Instances.Where(i =>
                i.FinishedAt == null && db.Definitions.Where(which).Any(d => d.Id == i.DefinitionVersionId)
            )
            .GroupBy(i => i.DefinitionVersionId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var rows = await db
            .Definitions.Where(which)
            .OrderBy(d => d.DefinitionId)
            .ThenByDescending(d => d.Version)
            .Select(d => new
            {
                d.DefinitionId,
                d.Id,
                d.Version,
                d.Name,
                d.ContentHash,
                d.BasedOn,
                d.Origin,
                d.CreatedAt,
                d.UpdatedAt,
                d.CreatedByName,
                d.UpdatedByName,
                d.IsPublished,
                d.IsLatest,
                d.IsFrozen,
                d.PublishedAt,
            })
            .ToListAsync(ct);
        return
        [
            .. rows.Select(d =>
                (
                    d.DefinitionId,
                    new VersionLine(
                        d.Id,
                        d.Version,
                        d.Name,
                        d.ContentHash,
                        d.BasedOn,
                        d.Origin,
                        d.UpdatedAt ?? d.CreatedAt,
                        d.UpdatedByName ?? d.CreatedByName,
                        d.IsPublished,
                        d.IsLatest,
                        d.IsFrozen,
                        d.PublishedAt,
                        running.GetValueOrDefault(d.Id)
                    )
                )
            ),
        ];
    }
}
