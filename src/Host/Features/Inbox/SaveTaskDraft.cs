using CaseFlow.Domain.Parties;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using CaseFlow.Host.Tasks;
using MediatR;

namespace CaseFlow.Host.Features.Inbox;

/// <summary>Keeps what somebody is typing into a task's form. Nothing is checked yet; it is his own note.</summary>
public sealed record SaveTaskDraft(string TaskId, IReadOnlyDictionary<string, object?> Data, Actor By) : ICommand<Unit>;

public sealed class SaveTaskDraftHandler(CaseFlowDb db, UnitOfWork unit, TaskBook tasks)
    : IRequestHandler<SaveTaskDraft, Unit>
{
    public async Task<Unit> Handle(SaveTaskDraft request, CancellationToken ct)
    {
        await tasks.GetAsync(request.TaskId, request.By, ct);
        var draft = await db.TaskDrafts.FindAsync([request.TaskId, request.By.UserId], ct);
        if (draft is null)
            db.TaskDrafts.Add(draft = new TaskDraftRow { TaskId = request.TaskId, UserId = request.By.UserId });
        draft.Data = FactsJson.Write(request.Data);
        draft.UpdatedAt = unit.Now;
        return Unit.Value;
    }
}
