using CaseFlow.Domain;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Administration;

/// <summary>Finds open incidents for whom it is to resolve them.</summary>
public sealed class IncidentBook(CaseFlowDb db, UnitOfWork unit)
{
    /// <exception cref="RefusalException">Not an administrator, no such incident, or somebody has resolved it.</exception>
    public async Task<IncidentRow> OpenAsync(string id, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.PolicyAdministrator))
            throw RefusalException.Of("administration.not-your-role");
        var incident =
            await db.Incidents.SingleOrDefaultAsync(i => i.Id == id, ct)
            ?? throw RefusalException.Of("incident.unknown");
        return incident.ResolvedAt is { } at
            ? throw RefusalException.Of("incident.already-resolved", null, ("at", at))
            : incident;
    }

    /// <summary>With the procedure over, none of its faults waits for anybody any more.</summary>
    public async Task ResolveAllAsync(string instanceId, string how, CancellationToken ct)
    {
        var open = await db.Incidents.Where(i => i.InstanceId == instanceId && i.ResolvedAt == null).ToListAsync(ct);
        foreach (var incident in open)
        {
            incident.ResolvedAt = unit.Now;
            incident.Resolution = how;
        }
    }

    /// <summary>Resolves the incident, and with it those that earlier attempts at the very same stimulus left.</summary>
    public async Task ResolveAsync(IncidentRow incident, string how, CancellationToken ct)
    {
        var earlier = incident.Stimulus is not { } stimulus
            ? []
            : await db
                .Incidents.Where(i => i.InstanceId == incident.InstanceId && i.Stimulus == stimulus)
                .Where(i => i.ResolvedAt == null)
                .ToListAsync(ct);
        foreach (var resolved in earlier.Append(incident))
        {
            resolved.ResolvedAt = unit.Now;
            resolved.Resolution = how;
        }
    }
}
