using CaseFlow.Domain;
using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Parties;
using CaseFlow.Domain.Tasks;
using CaseFlow.Host.Features.Inbox;
using CaseFlow.Host.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Tasks;

/// <summary>Human tasks: from row to aggregate and back, and the audit line of every change.</summary>
public sealed class TaskBook(CaseFlowDb db, UnitOfWork unit, DatabaseProvider provider, TaskForms forms)
{
    /// <summary>The task and its aggregate, if the actor may act on it at all.</summary>
    /// <exception cref="RefusalException"><c>task.unknown</c>: there is none, or it is nothing to this actor.</exception>
    public async Task<(TaskRow Row, HumanTask Task)> GetAsync(string id, Actor actor, CancellationToken ct)
    {
        // Before anything is read: whoever completes another task of the same case at this moment comes before or after us.
        await provider.LockInstanceOfTaskAsync(db, id, ct);
        var row = await db.Tasks.SingleOrDefaultAsync(t => t.Id == id, ct);
        var task = row is null ? null : TaskRows.ToTask(row);
        return task?.IsFor(actor) == true
            ? (row!, task)
            : throw RefusalException.Of("task.unknown", null, ("task", id));
    }

    /// <summary>Loads, changes, writes back.</summary>
    public async Task<TaskChanged> ChangeAsync(
        string id,
        Actor by,
        string auditCode,
        Action<HumanTask, DateTimeOffset> change,
        CancellationToken ct
    )
    {
        var (row, task) = await GetAsync(id, by, ct);
        change(task, unit.Now);
        Keep(row, task);
        Note(row, auditCode, by);
        return new TaskChanged(row.Id, row.Version);
    }

    /// <summary>Writes down what somebody did to a task.</summary>
    public void Note(TaskRow row, string auditCode, Actor by) =>
        db.Audit.Add(
            AuditTrail.Line(
                row.CaseNumber,
                unit.Now,
                by,
                auditCode,
                EventAudience.Staff,
                ("task", row.Id),
                ("title", row.TitleAr),
                ("titleEnglish", row.TitleEn)
            )
        );

    /// <param name="caseNumber">Null when the procedure serves no case, and then there is no applicant either.</param>
    public void Open(TaskOrder order, string? caseNumber, string? applicantPartyId, DateTimeOffset now) =>
        db.Tasks.Add(
            TaskRows.Create(HumanTask.Open(order, now, applicantPartyId), caseNumber, forms.VersionFor(order))
        );

    public async Task CancelAsync(string id, DateTimeOffset now, CancellationToken ct) =>
        await SystemChangeAsync(id, task => task.Cancel("procedure", now), ct);

    public async Task RemindAsync(string id, DateTimeOffset now, CancellationToken ct) =>
        await SystemChangeAsync(id, task => task.Remind(now), ct);

    public async Task EscalateAsync(string id, string role, DateTimeOffset now, CancellationToken ct) =>
        await SystemChangeAsync(id, task => task.Escalate(role, now), ct);

    public void Keep(TaskRow row, HumanTask task) => TaskRows.Copy(task, row);

    private async Task SystemChangeAsync(string id, Action<HumanTask> change, CancellationToken ct)
    {
        // Find looks at what this unit of work has added and not saved yet, too.
        if (await db.Tasks.FindAsync([id], ct) is not { } row)
            return;
        var task = TaskRows.ToTask(row);
        change(task);
        Keep(row, task);
    }
}
