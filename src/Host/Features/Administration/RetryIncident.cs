using CaseFlow.Domain;
using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using CaseFlow.Workflows.Execution;
using MediatR;

namespace CaseFlow.Host.Features.Administration;

/// <summary>Delivers again what a procedure stopped at, once its cause is gone. A second fault is a second incident.</summary>
public sealed record RetryIncident(string IncidentId, Actor By) : ICommand<RetryEnd>;

/// <summary>What came of a retry that was committed.</summary>
public enum RetryEnd
{
    WentThrough,

    /// <summary>The instance goes on with a fault of the very same step, which is an incident of its own.</summary>
    StoppedAgain,
}

public sealed class RetryIncidentHandler(
    CaseFlowDb db,
    UnitOfWork unit,
    IncidentBook incidents,
    StimulusReplay replay,
    BurstRunner bursts
) : IRequestHandler<RetryIncident, RetryEnd>
{
    public async Task<RetryEnd> Handle(RetryIncident request, CancellationToken ct)
    {
        var incident = await incidents.OpenAsync(request.IncidentId, request.By, ct);
        if (incident.Stimulus is not { } kept)
            throw RefusalException.Of("incident.do-again");
        var stimulus = StimulusJson.Read(kept);
        await replay.PrepareAsync(incident, stimulus, ct);
        var state = await bursts.DeliverAsync(incident.InstanceId, stimulus, unit.Now, ct);
        await incidents.ResolveAsync(incident, "retried", ct);
        db.Audit.Add(
            AuditTrail.Line(
                incident.CaseNumber,
                unit.Now,
                request.By,
                "incident.retried",
                EventAudience.Staff,
                ("incident", incident.Id)
            )
        );
        return
            stimulus is Stimulus.Retried retried && state.Executions.Any(e => e.Faulted && e.NodeId == retried.NodeId)
            ? RetryEnd.StoppedAgain
            : RetryEnd.WentThrough;
    }
}
