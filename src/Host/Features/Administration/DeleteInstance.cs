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
/// Removes a finished instance that serves no case, with its journal and its incidents. The audit trail keeps that it was there. What a
/// case went through is part of its file and stays.
/// </summary>
public sealed record DeleteInstance(string InstanceId, Actor By) : ICommand<Unit>;

public sealed class DeleteInstanceHandler(CaseFlowDb db, UnitOfWork unit, InstanceBook instances)
    : IRequestHandler<DeleteInstance, Unit>
{
    public async Task<Unit> Handle(DeleteInstance request, CancellationToken ct)
    {
        var row = await instances.LockedAsync(request.InstanceId, request.By, ct);
        if (row.CaseNumber is { } number)
            throw RefusalException.Of("instance.of-case", null, ("case", number));
        if (row.FinishedAt is null)
            throw RefusalException.Of("instance.not-over");
        await db.Journal.Where(j => j.InstanceId == row.Id).ExecuteDeleteAsync(ct);
        var tasks = db.Tasks.Where(t => t.InstanceId == row.Id);
        await db.TaskDrafts.Where(d => tasks.Any(t => t.Id == d.TaskId)).ExecuteDeleteAsync(ct);
        await tasks.ExecuteDeleteAsync(ct);
        await db.Calls.Where(c => c.InstanceId == row.Id).ExecuteDeleteAsync(ct);
        await db.Incidents.Where(i => i.InstanceId == row.Id).ExecuteDeleteAsync(ct);
        await db.Signals.Where(s => s.Kind == SignalKind.Stimulus && s.InstanceId == row.Id).ExecuteDeleteAsync(ct);
        // A child that was asked for and has not begun finds out from its parent that it must not.
        if (row.SubStatus == nameof(InstanceSubStatus.Cancelled))
            await db
                .Signals.Where(s => s.Kind == SignalKind.Start && s.ParentInstanceId == row.Id)
                .ExecuteDeleteAsync(ct);
        db.Instances.Remove(row);
        db.Audit.Add(
            AuditTrail.Line(
                null,
                unit.Now,
                request.By,
                "instance.deleted",
                EventAudience.Staff,
                ("instance", row.Id),
                ("definition", row.DefinitionId),
                ("ended", row.SubStatus)
            )
        );
        return Unit.Value;
    }
}
