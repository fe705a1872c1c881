using CaseFlow.Domain;
using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using CaseFlow.Host.Timers;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Administration;

/// <summary>Makes the next attempt of a request to another system at once, for whom it is known that it answers again.</summary>
public sealed record SendCallAgain(string CallId, Actor By) : ICommand<Unit>;

public sealed class SendCallAgainHandler(CaseFlowDb db, UnitOfWork unit, FollowUp followUp)
    : IRequestHandler<SendCallAgain, Unit>
{
    public async Task<Unit> Handle(SendCallAgain request, CancellationToken ct)
    {
        if (!request.By.Is(Role.PolicyAdministrator))
            throw RefusalException.Of("administration.not-your-role");
        var call =
            await db.Calls.SingleOrDefaultAsync(c => c.Id == request.CallId, ct)
            ?? throw RefusalException.Of("call.unknown");
        if (await db.Signals.SingleOrDefaultAsync(s => s.Id == call.Id, ct) is not { } signal)
            throw RefusalException.Of("call.has-ended");
        if (signal.DueAt != call.NextAt)
            throw RefusalException.Of("call.under-way");
        signal.DueAt = call.NextAt = unit.Now;
        db.Audit.Add(
            AuditTrail.Line(
                call.CaseNumber,
                unit.Now,
                request.By,
                "call.sent-again",
                EventAudience.Staff,
                ("address", call.Address)
            )
        );
        followUp.Want(Work.Calls);
        return Unit.Value;
    }
}
