using CaseFlow.Domain;
using CaseFlow.Domain.Parties;
using CaseFlow.Domain.Tasks;
using CaseFlow.Host.Features.Inbox;
using CaseFlow.Host.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Portal;

/// <summary>What waits for the member: tasks that only the applicant does.</summary>
public sealed class MyTasks(CaseFlowDb db, TaskQueries tasks)
{
    public async Task<IReadOnlyList<TaskItem>> OpenAsync(Actor actor, CancellationToken ct)
    {
        var mine = await db
            .Tasks.Where(t => t.ApplicantPartyId != null && t.ApplicantPartyId == actor.PartyId)
            .Where(t => t.Status == HumanTaskStatus.Open || t.Status == HumanTaskStatus.Claimed)
            .Select(t => t.Id)
            .ToListAsync(ct);
        return mine.Count == 0 ? [] : [.. (await tasks.OpenAsync(actor, ct)).Where(t => mine.Contains(t.Id))];
    }

    /// <summary>The task, and whether it is still to be done.</summary>
    /// <exception cref="RefusalException"><c>task.unknown</c>: there is none of that id for this member.</exception>
    public async Task<(TaskDetail Task, bool Open)> GetAsync(string id, Actor actor, CancellationToken ct)
    {
        var status = await db
            .Tasks.Where(t => t.Id == id && t.ApplicantPartyId != null && t.ApplicantPartyId == actor.PartyId)
            .Select(t => (HumanTaskStatus?)t.Status)
            .SingleOrDefaultAsync(ct);
        if (status is null)
            throw RefusalException.Of("task.unknown", null, ("task", id));
        return (await tasks.GetAsync(id, actor, ct), status is HumanTaskStatus.Open or HumanTaskStatus.Claimed);
    }
}
