using CaseFlow.Domain;
using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using CaseFlow.Host.Timers;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Administration;

/// <summary>Puts a message that could not be delivered on its way again. One that P59 held back stays where it is.</summary>
public sealed record SendMessageAgain(string MessageId, Actor By) : ICommand<Unit>;

public sealed class SendMessageAgainHandler(CaseFlowDb db, UnitOfWork unit, Nudge nudge)
    : IRequestHandler<SendMessageAgain, Unit>
{
    public async Task<Unit> Handle(SendMessageAgain request, CancellationToken ct)
    {
        if (!request.By.Is(Role.PolicyAdministrator))
            throw RefusalException.Of("administration.not-your-role");
        var message =
            await db.Outbox.SingleOrDefaultAsync(o => o.Id == request.MessageId, ct)
            ?? throw RefusalException.Of("message.unknown");
        if (message.SentAt is { } at)
            throw RefusalException.Of("message.already-sent", null, ("at", at));
        if (message.LastError == UndeliveredMessage.Embargo)
            throw RefusalException.Of("message.embargoed", "P59");
        var letter = await db.Letters.FindAsync([message.LetterId], ct);
        message.DeadAt = null;
        message.NextAttemptAt = unit.Now;
        db.Audit.Add(
            AuditTrail.Line(
                message.CaseNumber,
                unit.Now,
                request.By,
                "message.sent-again",
                EventAudience.Staff,
                ("message", message.Id),
                ("subject", letter?.SubjectAr ?? message.Subject),
                ("subjectEnglish", letter?.SubjectEn)
            )
        );
        unit.AfterCommit(nudge.SendOutboxAsync);
        return Unit.Value;
    }
}
