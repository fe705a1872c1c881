using CaseFlow.Domain.Cases;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Signals;
using CaseFlow.Workflows.Execution;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Runtime;

/// <summary>Records what stopped a procedure, after the burst itself was rolled back.</summary>
public sealed class IncidentLog(
    CaseFlowDb db,
    TimeProvider clock,
    WriteGate gate,
    ChildReports children,
    FollowUp followUp,
    ILogger<IncidentLog> log
)
{
    /// <summary>Writes the incident in a transaction of its own and returns its id.</summary>
    public async Task<string> RecordAsync(BurstFaultedException fault, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        db.ChangeTracker.Clear();
        followUp.Forget();
        await using var turn = await gate.EnterAsync(db, ct);
        if (!await TakeOverAsync(fault, ct))
            return "";
        var id = Keep(fault.InstanceId, fault.CaseNumber, fault.Incident, now);
        await db.SaveChangesAsync(ct);
        await children.AfterFaultAsync(fault.InstanceId, now, ct);
        await db.SaveChangesAsync(ct);
        await turn.CommitAsync();
        followUp.Committed();
        log.LogError(
            "Instance {Instance} stopped at {Activity} ({Code}); incident {Incident}",
            fault.InstanceId,
            fault.Incident.ActivityId,
            fault.Incident.Code,
            id
        );
        return id;
    }

    /// <summary>Adds an incident to the current transaction, for an instance that goes on with it.</summary>
    public string Keep(string instanceId, string? caseNumber, Incident incident, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now).ToString("N");
        db.Incidents.Add(
            new IncidentRow
            {
                Id = id,
                InstanceId = instanceId,
                CaseNumber = caseNumber,
                At = now,
                ActivityId = incident.ActivityId,
                Code = incident.Code,
                Message = incident.Message,
                Stimulus = incident.Stimulus is { } stimulus ? StimulusJson.Write(stimulus) : null,
            }
        );
        db.Audit.Add(
            AuditTrail.Line(
                caseNumber,
                now,
                "incident.recorded",
                EventAudience.Staff,
                ("incident", id),
                ("activity", incident.ActivityId)
            )
        );
        return id;
    }

    /// <summary>The incident takes the place of the signal that led to it; false when somebody else has carried the signal out.</summary>
    private async Task<bool> TakeOverAsync(BurstFaultedException fault, CancellationToken ct)
    {
        if (fault.Signal is not { } signal)
        {
            // Of a case that could not begin nothing is left; what was started without one waits for an operator.
            if (fault is { Begun: { } pending, CaseNumber: null })
                db.Instances.Add(pending);
            return true;
        }
        if (await db.Signals.Where(s => s.Id == signal.Id).ExecuteDeleteAsync(ct) == 0)
            return false;
        // What could not begin waits as pending for an operator to try its start again.
        if (fault.Begun is { } begun)
            db.Instances.Add(begun);
        return true;
    }
}
