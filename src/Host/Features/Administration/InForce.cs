using CaseFlow.Domain.Services;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Letters;
using CaseFlow.Host.Persistence;
using CaseFlow.Workflows.Letters;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Administration;

/// <summary>One version of a procedure.</summary>
/// <param name="Running">Cases that follow it and are not over.</param>
public sealed record ProcedureVersion(
    string DefinitionId,
    string Name,
    int Version,
    DateTimeOffset Since,
    bool IsPublished,
    bool IsLatest,
    int Running
);

/// <summary>What the society works by today: procedures, services, policy values and letters.</summary>
public sealed class InForce(CaseFlowDb db, PolicyLibrary library, LetterLibrary letters)
{
    public IReadOnlyList<ServiceDefinition> Services =>
        [.. library.Services.Values.OrderBy(s => s.Code, StringComparer.Ordinal)];

    public IReadOnlyList<PolicyParameter> Parameters => library.ParameterSheet;

    public IReadOnlyList<LetterMetadata> Letters =>
        [
            .. letters
                .Keys.Select(k => letters.Get(k).Metadata)
                .OrderBy(l => l.Class)
                .ThenBy(l => l.Key, StringComparer.Ordinal),
        ];

    public async Task<IReadOnlyList<ProcedureVersion>> ProceduresAsync(CancellationToken ct)
    {
        var running = await db
            .Instances.Where(i => i.FinishedAt == null)
            .GroupBy(i => i.DefinitionVersionId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var versions = await db
            .Procedures.OrderBy(d => d.DefinitionId)
            .ThenByDescending(d => d.Version)
            .Select(d => new
            {
                d.Id,
                d.DefinitionId,
                d.Name,
                d.Version,
                d.CreatedAt,
                d.IsPublished,
                d.IsLatest,
            })
            .ToListAsync(ct);
        return
        [
            .. versions.Select(d => new ProcedureVersion(
                d.DefinitionId,
                d.Name,
                d.Version,
                d.CreatedAt,
                d.IsPublished,
                d.IsLatest,
                running.GetValueOrDefault(d.Id)
            )),
        ];
    }
}
