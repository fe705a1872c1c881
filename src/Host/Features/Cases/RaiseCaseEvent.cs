using CaseFlow.Domain;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using CaseFlow.Workflows.Execution;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Cases;

/// <summary>Withdraws a request (سحب الطلب). The procedure listens for it at any point before the reply.</summary>
public sealed record WithdrawCase(string CaseNumber, string? Reason, Actor By) : ICommand<Unit>;

/// <summary>Asks the social-research officer to explain (P54); the case keeps its place.</summary>
public sealed record AskForClarification(string CaseNumber, string Question, Actor By) : ICommand<Unit>;

public sealed class WithdrawCaseHandler(CaseEvents events) : IRequestHandler<WithdrawCase, Unit>
{
    public async Task<Unit> Handle(WithdrawCase request, CancellationToken ct)
    {
        var payload = new Dictionary<string, object?> { ["reason"] = request.Reason };
        await events.RaiseAsync(request.CaseNumber, "Withdrawal", payload, request.By, "case.cannot-withdraw-now", ct);
        return Unit.Value;
    }
}

public sealed class AskForClarificationHandler(CaseEvents events) : IRequestHandler<AskForClarification, Unit>
{
    public async Task<Unit> Handle(AskForClarification request, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(request.Question))
            throw RefusalException.Of("clarification.question-missing", "P54");
        var payload = new Dictionary<string, object?> { ["question"] = request.Question.Trim() };
        await events.RaiseAsync(
            request.CaseNumber,
            "ClarificationRequested",
            payload,
            request.By,
            "clarification.already-open",
            ct
        );
        return Unit.Value;
    }
}

/// <summary>Delivers an event to the instance of a case that the actor may act on.</summary>
public sealed class CaseEvents(
    CaseFlowDb db,
    UnitOfWork unit,
    CaseAccess access,
    InstanceStore instances,
    BurstRunner bursts
)
{
    /// <exception cref="RefusalException">The case is not the actor's, or its procedure does not listen now.</exception>
    public async Task RaiseAsync(
        string caseNumber,
        string name,
        object? payload,
        Actor by,
        string refusalWhenNobodyListens,
        CancellationToken ct
    )
    {
        var row = await access.RequireAsync(caseNumber, by, ct);
        // Held from here on, so that it still listens when it is told.
        await instances.FindAsync(row.InstanceId, ct);
        if (!await db.EventWaits.AnyAsync(w => w.InstanceId == row.InstanceId && w.Name == name, ct))
            throw RefusalException.Of(refusalWhenNobodyListens);
        await bursts.DeliverAsync(row.InstanceId, new Stimulus.EventReceived(name, payload, by), unit.Now, ct);
    }
}
