using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using MediatR;

namespace CaseFlow.Host.Features.Administration;

/// <summary>Takes an incident off the list without delivering anything again, e.g. because the task was done anew since.</summary>
public sealed record CloseIncident(string IncidentId, string? Reason, Actor By) : ICommand<Unit>;

public sealed class CloseIncidentHandler(CaseFlowDb db, UnitOfWork unit, IncidentBook incidents)
    : IRequestHandler<CloseIncident, Unit>
{
    public async Task<Unit> Handle(CloseIncident request, CancellationToken ct)
    {
        var incident = await incidents.OpenAsync(request.IncidentId, request.By, ct);
        var reason = Reasons.Required(request.Reason);
        await incidents.ResolveAsync(incident, reason, ct);
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
}
