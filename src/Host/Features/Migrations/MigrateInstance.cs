using CaseFlow.Domain;
using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using CaseFlow.Host.Tasks;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;
using CaseFlow.Workflows.Migration;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Migrations;

/// <summary>Moves one running instance to another version, as it stands now. What cannot be moved is left as it is, and says why.</summary>
public sealed record MigrateInstance(string InstanceId, string ToVersionId, MigrationPlan Plan, Actor By)
    : ICommand<MigrationResult>;

public sealed class MigrateInstanceHandler(CaseFlowDb db, UnitOfWork unit, MigrationDesk desk, PolicyLibrary library)
    : IRequestHandler<MigrateInstance, MigrationResult>
{
    private const string Policy = "Policy";

    public async Task<MigrationResult> Handle(MigrateInstance request, CancellationToken ct)
    {
        if (!request.By.Is(Role.PolicyAdministrator))
            throw RefusalException.Of("administration.not-your-role");
        var row =
            await db.Instances.SingleOrDefaultAsync(i => i.Id == request.InstanceId, ct)
            ?? throw RefusalException.Of("case.unknown");
        var (from, to) = await desk.VersionsAsync(row.DefinitionVersionId, request.ToVersionId, ct);
        var migration = desk.Between(from, to, request.Plan);
        var result = migration.Move(InstanceStateJson.Read(row.State));
        if (result.State is not { } state)
            return result;
        row.State = InstanceStateJson.Write(WithPolicy(state, to));
        row.DefinitionVersionId = to.Id;
        row.UpdatedAt = unit.Now;
        row.Version++;
        await RenameAsync(row.Id, Renamed(migration.Map, from), ct);
        await RenameRetriesAsync(row.Id, migration.Map, ct);
        db.Audit.Add(
            AuditTrail.Line(
                row.CaseNumber,
                unit.Now,
                request.By,
                "case.migrated",
                EventAudience.Staff,
                ("from", from.Version),
                ("to", to.Version)
            )
        );
        return result;
    }

    /// <summary>A case of a version that asked for no policy parameters is given those of today; what it has, it keeps.</summary>
    private InstanceState WithPolicy(InstanceState state, WorkflowDefinition to)
    {
        if (to.Inputs.All(i => i.Name != Policy) || state.Input.ContainsKey(Policy))
            return state;
        return state with
        {
            Input = new Dictionary<string, object?>(state.Input) { [Policy] = library.Parameters.ToPlain() },
        };
    }

    private static Dictionary<string, string> Renamed(NodeMap map, WorkflowDefinition from) =>
        from
            .Activities.Select(n => (Before: n.Id, After: map.Target(n)?.Id))
            .Where(n => n.After is not null && n.After != n.Before)
            .ToDictionary(n => n.Before, n => n.After!, StringComparer.Ordinal);

    /// <summary>Tasks, timers and open faults say which activity they are of; nothing else of them changes.</summary>
    private async Task RenameAsync(string instanceId, Dictionary<string, string> renamed, CancellationToken ct)
    {
        if (renamed.Count == 0)
            return;
        foreach (var timer in await db.Timers.Where(t => t.InstanceId == instanceId).ToListAsync(ct))
            timer.ActivityId = renamed.GetValueOrDefault(timer.ActivityId, timer.ActivityId);
        foreach (var row in await db.Tasks.Where(t => t.InstanceId == instanceId && t.EndedAt == null).ToListAsync(ct))
            TaskRows.Rename(row, renamed);
        var open = db.Incidents.Where(i => i.InstanceId == instanceId && i.ResolvedAt == null && i.ActivityId != null);
        foreach (var incident in await open.ToListAsync(ct))
            incident.ActivityId = renamed.GetValueOrDefault(incident.ActivityId!, incident.ActivityId!);
    }

    /// <summary>What an instance goes on with names the step by its path, which changes with every container around it too.</summary>
    private async Task RenameRetriesAsync(string instanceId, NodeMap map, CancellationToken ct)
    {
        var open = db.Incidents.Where(i => i.InstanceId == instanceId && i.ResolvedAt == null && i.Stimulus != null);
        foreach (var incident in await open.ToListAsync(ct))
            if (
                StimulusJson.Read(incident.Stimulus!) is Stimulus.Retried retried
                && map.Target(retried.NodeId) is { } after
            )
                incident.Stimulus = StimulusJson.Write(retried with { NodeId = after.NodeId });
    }
}
