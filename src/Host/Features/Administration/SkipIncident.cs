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
/// Delivers again what a procedure stopped at, but lets the step that failed count as done, with an outcome that the administrator
/// chooses. The case's own rules are asked as ever: who skips a signature finds the referral refused, who skips the gate the letter.
/// </summary>
public sealed record SkipIncident(string IncidentId, string? Outcome, string? Reason, Actor By) : ICommand<Unit>;

public sealed class SkipIncidentHandler(
    CaseFlowDb db,
    UnitOfWork unit,
    IncidentBook incidents,
    StepSkips skips,
    StimulusReplay replay,
    BurstRunner bursts
) : IRequestHandler<SkipIncident, Unit>
{
    public async Task<Unit> Handle(SkipIncident request, CancellationToken ct)
    {
        var incident = await incidents.OpenAsync(request.IncidentId, request.By, ct);
        var reason = Reasons.Required(request.Reason);
        if (incident.Stimulus is not { } kept)
            throw RefusalException.Of("incident.do-again");
        var step = await skips.OfAsync(incident, ct) ?? throw RefusalException.Of("incident.not-skippable");
        if (request.Outcome is not { } outcome || !step.Outcomes.Contains(outcome))
            throw RefusalException.Of("incident.outcome-unknown", null, ("outcomes", step.Outcomes));
        var original = StimulusJson.Read(kept);
        await replay.PrepareAsync(incident, original, ct);
        var state = await bursts.DeliverAsync(
            incident.InstanceId,
            new Stimulus.Skipped(original, step.NodeId, outcome == StepSkips.Default ? null : outcome),
            unit.Now,
            ct
        );
        await RefuseDeadEndAsync(incident, state, ct);
        await incidents.ResolveAsync(incident, reason, ct);
        db.Audit.Add(
            AuditTrail.Line(
                incident.CaseNumber,
                unit.Now,
                request.By,
                "incident.skipped",
                EventAudience.Staff,
                ("incident", incident.Id),
                ("activity", incident.ActivityId),
                ("outcome", outcome),
                ("reason", reason)
            )
        );
        return Unit.Value;
    }

    /// <summary>No open case without a next action (P15): the skipping must not have led into nothing.</summary>
    private async Task RefuseDeadEndAsync(IncidentRow incident, InstanceState state, CancellationToken ct)
    {
        // The procedure took another way this time; the order must not lie in wait for a later pass.
        if (state.Skip is not null)
            throw RefusalException.Of("incident.step-not-reached");
        if (state.Status != InstanceStatus.Finished || incident.CaseNumber is not { } number)
            return;
        var served = await db.Cases.SingleAsync(c => c.Number == number, ct);
        if (served.Status != CaseStatus.Closed)
            throw RefusalException.Of("incident.skip-leads-nowhere", "P15");
    }
}
