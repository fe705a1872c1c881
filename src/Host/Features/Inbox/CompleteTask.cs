using CaseFlow.Domain.Parties;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using CaseFlow.Host.Tasks;
using CaseFlow.Workflows.Execution;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Inbox;

/// <summary>Completes a task with an outcome and the data of its form; the procedure goes on in the same transaction.</summary>
/// <param name="Data">Field values as the caller sent them; checked against the task's form here.</param>
/// <param name="SeenVersion">The version the caller looked at; another one is refused as stale.</param>
public sealed record CompleteTask(
    string TaskId,
    string Outcome,
    IReadOnlyDictionary<string, object?> Data,
    long? SeenVersion,
    Actor By
) : ICommand<TaskChanged>;

public sealed class CompleteTaskHandler(
    CaseFlowDb db,
    UnitOfWork unit,
    TaskBook tasks,
    TaskData taskData,
    BurstRunner bursts
) : IRequestHandler<CompleteTask, TaskChanged>
{
    public async Task<TaskChanged> Handle(CompleteTask request, CancellationToken ct)
    {
        var (row, task) = await tasks.GetAsync(request.TaskId, request.By, ct);
        task.Complete(request.By, request.Outcome, request.SeenVersion, unit.Now);
        var data = await taskData.CheckAsync(row, task, request, ct);
        tasks.Keep(row, task);
        // What is done in a case the case itself tells.
        if (row.CaseNumber is null)
            tasks.Note(row, "task.completed", request.By);
        await db.TaskDrafts.Where(d => d.TaskId == row.Id).ExecuteDeleteAsync(ct);
        var completed = new Stimulus.TaskCompleted(row.Id, request.Outcome, data, request.By);
        await bursts.DeliverAsync(row.InstanceId, completed, unit.Now, ct);
        return new TaskChanged(row.Id, row.Version);
    }
}
