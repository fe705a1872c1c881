using CaseFlow.Domain;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Tasks;
using CaseFlow.Workflows.Execution;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Administration;

/// <summary>
/// Does again what was rolled back with a faulted burst beside the burst itself: the task's completion, the documents that
/// came with it. Refuses when the procedure no longer waits for the stimulus.
/// </summary>
public sealed class StimulusReplay(CaseFlowDb db, UnitOfWork unit, TaskBook tasks)
{
    public async Task PrepareAsync(IncidentRow incident, Stimulus stimulus, CancellationToken ct)
    {
        // The burst that faulted was the first: the case was rolled back with it.
        if (!await db.Instances.AnyAsync(i => i.Id == incident.InstanceId, ct))
            throw RefusalException.Of("incident.never-opened");
        switch (stimulus)
        {
            case Stimulus.TaskCompleted completed:
                await CompleteAsync(completed, ct);
                break;
            case Stimulus.TimerDue due:
                // The burst itself removes it.
                if (!await db.Timers.AnyAsync(t => t.Id == due.TimerId, ct))
                    throw NobodyWaits();
                break;
            case Stimulus.EventReceived received:
                if (!await IsAwaitedAsync(incident.InstanceId, received.Name, ct))
                    throw NobodyWaits();
                break;
            case Stimulus.Retried retried:
                if (!await IsKeptAsync(incident.InstanceId, retried.ExecutionId, ct))
                    throw NobodyWaits();
                break;
        }
    }

    // In the name of who did it then; the data were checked before they reached the burst.
    private async Task CompleteAsync(Stimulus.TaskCompleted completed, CancellationToken ct)
    {
        var (row, task) = await tasks.GetAsync(completed.TaskId, completed.By, ct);
        task.Complete(completed.By, completed.Outcome, seenVersion: null, unit.Now);
        tasks.Keep(row, task);
        if (row.CaseNumber is { } number)
            await AttachAsync(number, DocumentsIn(completed.Data), ct);
        await db.SignCodes.Where(c => c.TaskId == row.Id).ExecuteDeleteAsync(ct);
        await db.TaskDrafts.Where(d => d.TaskId == row.Id).ExecuteDeleteAsync(ct);
    }

    private async Task AttachAsync(string caseNumber, IReadOnlyList<string> documents, CancellationToken ct)
    {
        if (documents.Count == 0)
            return;
        var attached = await db
            .Documents.Where(d => documents.Contains(d.Id) && (d.CaseNumber == null || d.CaseNumber == caseNumber))
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.CaseNumber, caseNumber), ct);
        if (attached != documents.Count)
            throw RefusalException.Of("document.unknown");
    }

    private static IReadOnlyList<string> DocumentsIn(IReadOnlyDictionary<string, object?> data) =>
        [
            .. data
                .Values.OfType<IEnumerable<object?>>()
                .SelectMany(items => items.OfType<IReadOnlyDictionary<string, object?>>())
                .Select(item => item.GetValueOrDefault("documentId"))
                .OfType<string>()
                .Distinct(StringComparer.Ordinal),
        ];

    private Task<bool> IsAwaitedAsync(string instanceId, string name, CancellationToken ct) =>
        db.EventWaits.AnyAsync(w => w.InstanceId == instanceId && w.Name == name, ct);

    private async Task<bool> IsKeptAsync(string instanceId, string executionId, CancellationToken ct)
    {
        var state = await db.Instances.Where(i => i.Id == instanceId).Select(i => i.State).SingleAsync(ct);
        return InstanceStateJson.Read(state).Executions.Any(e => e.Faulted && e.Id == executionId);
    }

    private static RefusalException NobodyWaits() => RefusalException.Of("incident.no-longer-waiting");
}
