using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using CaseFlow.Workflows.Execution;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Administration;

/// <summary>
/// Ends a case that can go no further, and its procedure with it: the case comes to a definite end first, or refuses; then every task,
/// timer and wait is closed, and a member whose request was called off gets the reason in a letter.
/// </summary>
public sealed record CancelProcedure(string IncidentId, string? Reason, Actor By) : ICommand<Unit>;

public sealed class CancelProcedureHandler(
    CaseFlowDb db,
    UnitOfWork unit,
    IncidentBook incidents,
    CaseDesk desk,
    BurstRunner bursts
) : IRequestHandler<CancelProcedure, Unit>
{
    private const string Letter = "cancellation";

    public async Task<Unit> Handle(CancelProcedure request, CancellationToken ct)
    {
        var incident = await incidents.OpenAsync(request.IncidentId, request.By, ct);
        var reason = Reasons.Required(request.Reason);
        if (incident.CaseNumber is { } number && await db.Cases.AnyAsync(c => c.Number == number, ct))
            await EndAsync(number, reason, request.By, ct);
        await bursts.DeliverAsync(incident.InstanceId, new Stimulus.Cancelled(reason, request.By), unit.Now, ct);
        await incidents.ResolveAllAsync(incident.InstanceId, reason, ct);
        db.Audit.Add(
            AuditTrail.Line(
                incident.CaseNumber,
                unit.Now,
                request.By,
                "instance.cancelled",
                EventAudience.Staff,
                ("incident", incident.Id),
                ("reason", reason)
            )
        );
        return Unit.Value;
    }

    private async Task EndAsync(string number, string reason, Actor by, CancellationToken ct)
    {
        var row = await db.Cases.SingleAsync(c => c.Number == number, ct);
        if (row.Status == CaseStatus.Closed)
            return;
        var tells = row.Status is CaseStatus.Preparing or CaseStatus.AwaitingItems;
        await desk.AnswerAsync(number, new CancelCase(by, reason), unit.Now, ct);
        if (tells)
            await desk.AnswerAsync(
                number,
                new IssueLetter(
                    Letter,
                    null,
                    new Dictionary<string, object?>
                    {
                        ["cancellation"] = new Dictionary<string, object?> { ["reason"] = reason },
                    }
                ),
                unit.Now,
                ct
            );
    }
}
