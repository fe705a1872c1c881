using CaseFlow.Domain;
using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using CaseFlow.Workflows.Execution;
using MediatR;

namespace CaseFlow.Host.Signals;

/// <summary>Publishes an event from outside: to every instance that listens, and to every definition that it starts.</summary>
/// <param name="CorrelationId">Only instances that wait under it hear the event; null for all.</param>
public sealed record PublishEvent(string Name, string? CorrelationId, object? Payload, Actor By) : ICommand<Unit>;

public sealed class PublishEventHandler(CaseFlowDb db, UnitOfWork unit, SignalBook signals)
    : IRequestHandler<PublishEvent, Unit>
{
    public Task<Unit> Handle(PublishEvent request, CancellationToken ct)
    {
        if (!request.By.Is(Role.PolicyAdministrator))
            throw RefusalException.Of("administration.not-your-role");
        if (string.IsNullOrWhiteSpace(request.Name))
            throw RefusalException.Of("event.name-missing");
        signals.Publish(
            new Stimulus.EventReceived(request.Name, request.Payload, By: null)
            {
                CorrelationId = string.IsNullOrWhiteSpace(request.CorrelationId) ? null : request.CorrelationId,
            },
            onlyFor: null,
            unit.Now
        );
        db.Audit.Add(
            AuditTrail.Line(null, unit.Now, request.By, "event.published", EventAudience.Staff, ("event", request.Name))
        );
        return Unit.Task;
    }
}
