using CaseFlow.Domain;
using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using CaseFlow.Workflows.Execution;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Administration;

/// <summary>
/// Takes an incident off the list without delivering anything again, e.g. because the task was done anew since. One that alone can still
/// move its procedure stays: closing it would leave the procedure under way for ever.
/// </summary>
public sealed record CloseIncident(string IncidentId, string? Reason, Actor By) : ICommand<Unit>;

public sealed class CloseIncidentHandler(
    CaseFlowDb db,
    UnitOfWork unit,
    IncidentBook incidents,
    DatabaseProvider provider
) : IRequestHandler<CloseIncident, Unit>
{
    public async Task<Unit> Handle(CloseIncident request, CancellationToken ct)
    {
        var incident = await incidents.OpenAsync(request.IncidentId, request.By, ct);
        var reason = Reasons.Required(request.Reason);
        await provider.LockInstanceAsync(db, incident.InstanceId, ct);
        await incidents.ResolveAsync(incident, reason, ct);
        if (await IsStrandedAsync(incident.InstanceId, ct))
            throw RefusalException.Of("incident.last-way-on");
        db.Audit.Add(
            AuditTrail.Line(
                incident.CaseNumber,
                unit.Now,
                request.By,
                "incident.closed",
                EventAudience.Staff,
                ("incident", incident.Id),
                ("reason", reason)
            )
        );
        return Unit.Value;
    }

    /// <summary>Whether the instance is under way and nothing is left that could move it: no wait, no news, no other incident.</summary>
    private async Task<bool> IsStrandedAsync(string instanceId, CancellationToken ct)
    {
        var state = await db
            .Instances.Where(i => i.Id == instanceId && i.FinishedAt == null)
            .Select(i => i.State)
            .SingleOrDefaultAsync(ct);
        if (state is null || InstanceStateJson.Read(state).Waits.Count > 0)
            return false;
        // What is resolved here is not saved yet, and the tracker knows it.
        var open = await db.Incidents.Where(i => i.InstanceId == instanceId && i.ResolvedAt == null).ToListAsync(ct);
        return open.TrueForAll(i => i.ResolvedAt is not null)
            && !await db.Signals.AnyAsync(s => s.InstanceId == instanceId, ct);
    }
}
