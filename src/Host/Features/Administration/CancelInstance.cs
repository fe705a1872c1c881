using CaseFlow.Domain;
using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using CaseFlow.Workflows.Execution;
using MediatR;

namespace CaseFlow.Host.Features.Administration;

/// <summary>
/// Ends a procedure that serves no case, and its children with it. One of a case is ended by <see cref="CancelProcedure"/>, for the case
/// has to come to an end with it and its member to read why.
/// </summary>
public sealed record CancelInstance(string InstanceId, string? Reason, Actor By) : ICommand<Unit>;

public sealed class CancelInstanceHandler(
    CaseFlowDb db,
    UnitOfWork unit,
    InstanceBook instances,
    IncidentBook incidents,
    BurstRunner bursts
) : IRequestHandler<CancelInstance, Unit>
{
    public async Task<Unit> Handle(CancelInstance request, CancellationToken ct)
    {
        var row = await instances.LockedAsync(request.InstanceId, request.By, ct);
        var reason = Reasons.Required(request.Reason);
        if (row.CaseNumber is { } number)
            throw RefusalException.Of("instance.case-goes-on", "P15", ("case", number));
        if (row.FinishedAt is not null)
            throw RefusalException.Of("instance.over");
        await bursts.DeliverAsync(row.Id, new Stimulus.Cancelled(reason, request.By), unit.Now, ct);
        await incidents.ResolveAllAsync(row.Id, reason, ct);
        db.Audit.Add(
            AuditTrail.Line(
                null,
                unit.Now,
                request.By,
                "instance.stopped",
                EventAudience.Staff,
                ("instance", row.Id),
                ("definition", row.DefinitionId),
                ("reason", reason)
            )
        );
        return Unit.Value;
    }
}
