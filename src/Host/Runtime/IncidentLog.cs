using CaseFlow.Domain.Cases;
using CaseFlow.Host.Persistence;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Host.Runtime;

/// <summary>Records what stopped a procedure, after the burst itself was rolled back.</summary>
public sealed class IncidentLog(CaseFlowDb db, TimeProvider clock, WriteGate gate, ILogger<IncidentLog> log)
{
    /// <summary>Writes the incident in a transaction of its own and returns its id.</summary>
    public async Task<string> RecordAsync(BurstFaultedException fault, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now).ToString("N");
        db.ChangeTracker.Clear();
        await using var turn = await gate.EnterAsync(db, ct);
        db.Incidents.Add(
            new IncidentRow
            {
                Id = id,
                InstanceId = fault.InstanceId,
                CaseNumber = fault.CaseNumber,
                At = now,
                ActivityId = fault.Incident.ActivityId,
                Code = fault.Incident.Code,
                Message = fault.Incident.Message,
                Stimulus = fault.Incident.Stimulus is { } stimulus ? StimulusJson.Write(stimulus) : null,
            }
        );
        db.Audit.Add(
            AuditTrail.Line(
                fault.CaseNumber,
                now,
                "incident.recorded",
                EventAudience.Staff,
                ("incident", id),
                ("activity", fault.Incident.ActivityId)
            )
        );
        await db.SaveChangesAsync(ct);
        await turn.CommitAsync();
        log.LogError(
            "Instance {Instance} stopped at {Activity} ({Code}); incident {Incident}",
            fault.InstanceId,
            fault.Incident.ActivityId,
            fault.Incident.Code,
            id
        );
        return id;
    }
}
