using CaseFlow.Domain;
using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Forms;
using CaseFlow.Domain.Parties;
using CaseFlow.Domain.Tasks;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Features.Cases;
using CaseFlow.Host.Features.Procedures;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using CaseFlow.Host.Tasks;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Inbox;

/// <summary>A task as a row of a list.</summary>
/// <param name="CaseNumber">Null for a task of a procedure that serves no case; then there are neither service nor member.</param>
/// <param name="Group">The role whose members may claim it; null for a task of one person.</param>
/// <param name="Assignee">Who holds it; null while nobody does.</param>
/// <param name="Mine">Whether the reader holds it.</param>
/// <param name="Service">Of the case; the name of the procedure where there is none.</param>
/// <param name="ForApplicant">Whether the applicant is to do it, not the staff.</param>
public sealed record TaskItem(
    string Id,
    string? CaseNumber,
    string Kind,
    LocalText Title,
    int? Step,
    DateTimeOffset OpenedAt,
    DateTimeOffset? DueAt,
    string? Group,
    string? Assignee,
    bool Mine,
    bool Escalated,
    long Version,
    string? ServiceCode,
    LocalText Service,
    LocalText? Member,
    bool ForApplicant = false
);

/// <summary>A task with all that its page needs.</summary>
/// <param name="Form">The form to fill in, as it was when the task was opened; null when it has none.</param>
/// <param name="Data">What the procedure handed over.</param>
/// <param name="Draft">What the reader has typed so far.</param>
/// <param name="Ended">Null while the task is open.</param>
public sealed record TaskDetail(
    TaskItem Task,
    IReadOnlyList<string> Outcomes,
    string? Clause,
    FormDefinition? Form,
    IReadOnlyDictionary<string, object?> Data,
    IReadOnlyDictionary<string, object?> Draft,
    SigningView? Signing = null,
    TaskEnd? Ended = null
);

/// <summary>What a signer reads back and puts his name to (P55, P56).</summary>
/// <param name="ContentHash">Sent back with the signature: it is refused unless it is still the hash of what is stored.</param>
public sealed record SigningView(
    string ContentHash,
    string DeclarationVersion,
    LocalText Declaration,
    IReadOnlyDictionary<string, object?> Facts,
    IReadOnlyList<EvidenceItem> Evidence
);

/// <summary>How a task ended.</summary>
/// <param name="By">Name of who did it; null when the procedure no longer needed it.</param>
public sealed record TaskEnd(string? By, DateTimeOffset At, string? Outcome);

/// <summary>The inbox: tasks that somebody holds or may claim.</summary>
public sealed class TaskQueries(
    CaseFlowDb db,
    CaseAccess access,
    CaseStore cases,
    PolicyLibrary library,
    TaskForms forms
)
{
    private static readonly HumanTaskStatus[] Unfinished = [HumanTaskStatus.Open, HumanTaskStatus.Claimed];

    /// <summary>The open tasks of the actor and of the actor's groups, the most urgent first.</summary>
    public async Task<IReadOnlyList<TaskItem>> OpenAsync(Actor actor, CancellationToken ct, string? caseNumber = null)
    {
        var rows = await Of(actor)
            .Where(t => Unfinished.Contains(t.Status))
            .Where(t => caseNumber == null || t.CaseNumber == caseNumber)
            .OrderBy(t => t.DueAt == null)
            .ThenBy(t => t.DueAt)
            .ThenBy(t => t.OpenedAt)
            .ThenBy(t => t.Id)
            .AsNoTracking()
            .ToListAsync(ct);
        return await ItemsAsync(rows, actor, ct);
    }

    /// <exception cref="RefusalException">There is none of that id for this actor, or it is no longer open.</exception>
    public async Task<TaskDetail> GetAsync(string id, Actor actor, CancellationToken ct)
    {
        var row =
            await Of(actor).AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, ct)
            ?? throw RefusalException.Of("task.unknown", null, ("task", id));
        var order = TaskRows.ToTask(row).Order;
        var draft = await db
            .TaskDrafts.Where(d => d.TaskId == id && d.UserId == actor.UserId)
            .Select(d => d.Data)
            .SingleOrDefaultAsync(ct);
        return new TaskDetail(
            (await ItemsAsync([row], actor, ct))[0],
            order.Outcomes,
            order.Clause,
            await forms.OfAsync(row, order, ct),
            order.Data,
            draft is null ? new Dictionary<string, object?>() : FactsJson.Read(draft),
            row.Kind == "CaseFlow.SignDeclaration" ? await SigningAsync(row.OfCase(), ct) : null,
            EndOf(row)
        );
    }

    private async Task<SigningView> SigningAsync(string caseNumber, CancellationToken ct)
    {
        var file = await cases.GetAsync(caseNumber, ct);
        var declaration = library.Declaration;
        return new SigningView(
            file.ContentHash(),
            declaration.Version,
            declaration.Text,
            file.File.Facts,
            file.File.Evidence
        );
    }

    /// <summary>What members have to do in the cases that the actor may see: nobody here can do it for them.</summary>
    public async Task<IReadOnlyList<TaskItem>> WaitingOnMembersAsync(Actor actor, CancellationToken ct)
    {
        var visible = access.VisibleTo(actor).Select(c => c.Number);
        var rows = await db
            .Tasks.Where(t => t.ApplicantPartyId != null && Unfinished.Contains(t.Status))
            .Where(t => visible.Contains(t.CaseNumber!))
            .AsNoTracking()
            .ToListAsync(ct);
        return await ItemsAsync(rows, actor, ct);
    }

    /// <summary>The tasks of a case, open ones first, for a reader of its file.</summary>
    public async Task<IReadOnlyList<TaskDetail>> OfCaseAsync(string caseNumber, Actor actor, CancellationToken ct)
    {
        var rows = await db.Tasks.Where(t => t.CaseNumber == caseNumber).AsNoTracking().ToListAsync(ct);
        var items = await ItemsAsync(rows, actor, ct);
        return
        [
            .. rows.Zip(items, (row, item) => new TaskDetail(item, [], null, null, Nothing, Nothing, Ended: EndOf(row)))
                .OrderBy(t => t.Ended is not null)
                .ThenByDescending(t => t.Ended?.At ?? t.Task.OpenedAt),
        ];
    }

    private static readonly Dictionary<string, object?> Nothing = [];

    private static TaskEnd? EndOf(TaskRow row)
    {
        var state = TaskRows.ToTask(row).State;
        return row.EndedAt is { } at ? new TaskEnd(state.Completion?.Name, at, state.Outcome) : null;
    }

    private IQueryable<TaskRow> Of(Actor actor)
    {
        var roles = actor.Roles.ToList();
        // As the task itself has it: overseers take no part in cases.
        var inCases = roles.Except(Role.Overseers).ToList();
        return db.Tasks.Where(t =>
            t.AssigneeId == actor.UserId
            || (t.ApplicantPartyId != null && t.ApplicantPartyId == actor.PartyId)
            || (
                t.ApplicantPartyId == null
                && (
                    (t.CandidateRole != null && inCases.Contains(t.CandidateRole))
                    || (t.EscalatedTo != null && inCases.Contains(t.EscalatedTo))
                )
            )
            || (
                t.CaseNumber == null
                && (
                    (t.CandidateRole != null && roles.Contains(t.CandidateRole))
                    || (t.EscalatedTo != null && roles.Contains(t.EscalatedTo))
                )
            )
        );
    }

    private async Task<IReadOnlyList<TaskItem>> ItemsAsync(List<TaskRow> rows, Actor actor, CancellationToken ct)
    {
        var numbers = rows.Select(r => r.CaseNumber).OfType<string>().Distinct().ToList();
        var about = await (
            from c in db.Cases
            join p in db.Parties on c.ApplicantPartyId equals p.Id
            where numbers.Contains(c.Number)
            select new
            {
                c.Number,
                c.ServiceCode,
                p.Name,
                p.NameEnglish,
            }
        ).ToDictionaryAsync(c => c.Number, ct);
        var procedures = await ProceduresAsync(rows, ct);
        return
        [
            .. rows.Select(row =>
            {
                var file = row.CaseNumber is { } number ? about[number] : null;
                return new TaskItem(
                    row.Id,
                    row.CaseNumber,
                    row.Kind,
                    new LocalText(row.TitleAr, row.TitleEn),
                    row.Step,
                    row.OpenedAt,
                    row.DueAt,
                    row.CandidateRole,
                    row.AssigneeName,
                    row.AssigneeId == actor.UserId || row.ApplicantPartyId is not null,
                    row.EscalatedTo is not null,
                    row.Version,
                    file?.ServiceCode,
                    file is null ? procedures[row.InstanceId] : library.Services[file.ServiceCode].Name,
                    file is null ? null : new LocalText(file.Name, file.NameEnglish),
                    row.ApplicantPartyId is not null
                );
            }),
        ];
    }

    /// <summary>What the procedures of tasks without a case are called, by instance.</summary>
    private async Task<Dictionary<string, LocalText>> ProceduresAsync(List<TaskRow> rows, CancellationToken ct)
    {
        var ids = rows.Where(r => r.CaseNumber is null).Select(r => r.InstanceId).Distinct().ToList();
        if (ids.Count == 0)
            return [];
        var names = await (
            from i in db.Instances
            join d in db.Definitions on i.DefinitionVersionId equals d.Id
            where ids.Contains(i.Id)
            select new { i.Id, d.Name }
        ).ToListAsync(ct);
        return names.ToDictionary(
            n => n.Id,
            n => new LocalText(Picture.Half(n.Name, arabic: true), Picture.Half(n.Name, arabic: false))
        );
    }
}
