using CaseFlow.Domain;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Features.Audit;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using CaseFlow.Workflows.Activities;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;
using CaseFlow.Workflows.Migration;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Migrations;

/// <summary>A version of a procedure, and how many instances are under way on it.</summary>
public sealed record VersionChoice(
    string Id,
    string DefinitionId,
    string Name,
    int Version,
    bool IsPublished,
    int Running
);

/// <summary>What would happen to one instance.</summary>
/// <param name="Waits">Where it waits; empty while naming that could tell a decision that is not out (P59).</param>
/// <param name="MayName">Whether the places of problems and notes may be named.</param>
/// <param name="Problems">Why it would be left; empty when it would be moved.</param>
public sealed record Preview(
    string InstanceId,
    string? CaseNumber,
    IReadOnlyList<ActivityNode> Waits,
    bool MayName,
    IReadOnlyList<MigrationFinding> Problems,
    IReadOnlyList<MigrationFinding> Notes
)
{
    public bool Moves => Problems.Count == 0;
}

/// <summary>Reads what a migration starts from: the versions, and a dry run over all instances of one of them.</summary>
public sealed class MigrationDesk(
    CaseFlowDb db,
    DefinitionStore definitions,
    ActivityCatalogue catalogue,
    PolicyShelf shelf
)
{
    /// <summary>All versions that have instances under way, and those that instances may be moved to.</summary>
    public async Task<IReadOnlyList<VersionChoice>> VersionsAsync(CancellationToken ct)
    {
        var running = await db
            .Instances.Where(i => i.FinishedAt == null)
            .GroupBy(i => i.DefinitionVersionId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var versions = await db
            .Procedures.OrderBy(d => d.DefinitionId)
            .ThenByDescending(d => d.Version)
            .Select(d => new VersionChoice(d.Id, d.DefinitionId, d.Name, d.Version, d.IsPublished, 0))
            .ToListAsync(ct);
        return
        [
            .. versions
                .Select(v => v with { Running = running.GetValueOrDefault(v.Id) })
                .Where(v => v.IsPublished || v.Running > 0),
        ];
    }

    /// <summary>The two versions of a migration.</summary>
    /// <exception cref="RefusalException">
    /// <c>migration.version-unknown</c>; <c>migration.same-version</c>; <c>migration.other-procedure</c>;
    /// <c>migration.target-not-published</c>: nobody has approved it.
    /// </exception>
    public async Task<(WorkflowDefinition From, WorkflowDefinition To)> VersionsAsync(
        string fromId,
        string toId,
        CancellationToken ct
    )
    {
        var known = await db
            .Definitions.Where(d => d.Id == fromId || d.Id == toId)
            .Select(d => new
            {
                d.Id,
                d.DefinitionId,
                d.IsPublished,
            })
            .ToListAsync(ct);
        var (from, to) = (known.Find(d => d.Id == fromId), known.Find(d => d.Id == toId));
        if (from is null || to is null)
            throw RefusalException.Of("migration.version-unknown");
        if (from.Id == to.Id)
            throw RefusalException.Of("migration.same-version");
        if (from.DefinitionId != to.DefinitionId)
            throw RefusalException.Of("migration.other-procedure");
        if (!to.IsPublished)
            throw RefusalException.Of("migration.target-not-published");
        return (await definitions.GetAsync(fromId, ct), await definitions.GetAsync(toId, ct));
    }

    /// <summary>The move itself, for any number of instances.</summary>
    public InstanceMigration Between(WorkflowDefinition from, WorkflowDefinition to, MigrationPlan plan) =>
        new(catalogue, from, to, plan) { LetterClass = shelf.Current.Letters.ClassOf };

    /// <summary>What would happen to each instance, in the order of their numbers. Nothing is changed.</summary>
    public async Task<IReadOnlyList<Preview>> PreviewAsync(
        WorkflowDefinition from,
        WorkflowDefinition to,
        MigrationPlan plan,
        CancellationToken ct
    )
    {
        var migration = Between(from, to, plan);
        var rows =
            from i in db.Instances
            where i.DefinitionVersionId == @from.Id && i.FinishedAt == null
            join c in db.Cases on i.CaseNumber equals c.Number into cases
            from c in cases.DefaultIfEmpty()
            orderby i.Id
            select new
            {
                i.Id,
                i.CaseNumber,
                i.State,
                Status = c == null ? null : (Domain.Cases.MemberStatus?)c.PublicStatus,
            };
        var previews = new List<Preview>();
        await foreach (var row in rows.AsNoTracking().AsAsyncEnumerable().WithCancellation(ct))
        {
            var state = InstanceStateJson.Read(row.State);
            var mayName = Told.MayNameStep(row.Status);
            var waits = mayName ? state.Waits.Select(w => w.NodeId).Distinct().Select(n => from.ById[n]) : [];
            var result = migration.Move(state);
            previews.Add(new Preview(row.Id, row.CaseNumber, [.. waits], mayName, result.Problems, result.Notes));
        }
        return previews;
    }
}
