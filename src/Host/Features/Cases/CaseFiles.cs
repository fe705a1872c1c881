using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Features.Audit;
using CaseFlow.Host.Features.Committee;
using CaseFlow.Host.Features.Inbox;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Ui;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Cases;

/// <summary>Puts the file of a case together for one reader: its head always, and what the chosen tab needs.</summary>
public sealed class CaseFiles(
    CaseFlowDb db,
    CaseReader cases,
    CaseQueries queries,
    TaskQueries tasks,
    DossierWriter dossiers,
    StudySheets studies,
    EventSentences sentences,
    TimeProvider time
)
{
    private static readonly string[] SeeIncidents = [Role.PolicyAdministrator, Role.Auditor];

    /// <exception cref="Domain.RefusalException"><c>case.unknown</c>: there is none of that number for this reader.</exception>
    public async Task<CaseFileView> OpenAsync(
        string number,
        Actor reader,
        string? tab,
        string? filter,
        CancellationToken ct
    )
    {
        var onFile = await cases.GetAsync(number, reader, ct);
        var now = time.GetUtcNow();
        var all = await tasks.OfCaseAsync(number, reader, ct);
        var publicly = onFile.Case.ForMember(now);
        var view = new CaseFileView(
            onFile,
            publicly,
            StudyBars.Rail(onFile.File),
            StudyBars.Of(onFile, now),
            [.. all.Where(t => t.Ended is null)],
            SeeIncidents.Any(reader.Is) ? await IncidentsAsync(onFile.Row, ct) : [],
            CaseFileView.Summary
        )
        {
            AllTasks = all,
            SeesDossier = onFile.Case.CanSeeDossier(reader),
            Decision = onFile.Case.DecisionVisibleTo(reader),
            Table = TableFor(onFile, reader, now),
            Filter = filter ?? "all",
            Mine = await MineAsync(all, reader, ct),
            MayAsk = publicly.MayDo.Contains(MemberAction.AskClarification) && MayAsk(reader),
            MayWithdraw =
                publicly.MayDo.Contains(MemberAction.Withdraw) && reader.PartyId == onFile.File.ApplicantPartyId,
        };
        view = view with { Tab = view.Tabs.FirstOrDefault(t => t == tab) ?? CaseFileView.Summary };
        return await FillAsync(view, reader, ct);
    }

    private async Task<CaseFileView> FillAsync(CaseFileView view, Actor reader, CancellationToken ct)
    {
        var number = view.File.Number;
        switch (view.Tab)
        {
            case CaseFileView.Facts:
                return view with { Dossier = dossiers.Write(view.OnFile) };
            case CaseFileView.Letters:
                return view with { IssuedLetters = await queries.LettersAsync(number, reader, ct) };
            case CaseFileView.Summary:
                var last = await queries.TimelineAsync(number, reader, ct);
                return view with { Events = Tell(last.TakeLast(6), view) };
            case CaseFileView.Timeline:
                var lines = await queries.TimelineAsync(number, reader, ct);
                return view with { Events = Tell(lines.Where(l => IsIn(view.Filter, l)), view) };
            case CaseFileView.People:
                var acts = await queries.TimelineAsync(number, reader, ct);
                return view with { Acted = PeopleIn(acts) };
            default:
                return view;
        }
    }

    private TimelineView Tell(IEnumerable<TimelineItem> lines, CaseFileView view) =>
        new([.. lines.Reverse().Select(l => sentences.Entry(l, view.OnFile))]);

    private static bool IsIn(string filter, TimelineItem line) =>
        filter switch
        {
            "member" => line.Audience == EventAudience.Member,
            "staff" => line.Audience != EventAudience.Member,
            "letters" => line.Code == "letter.issued",
            "tasks" => line.Code.StartsWith("task.", StringComparison.Ordinal),
            _ => true,
        };

    private static IReadOnlyList<PersonLine> PeopleIn(IReadOnlyList<TimelineItem> acts) =>
        [
            .. acts.Where(a => a.Actor is not null)
                .GroupBy(a => a.Actor!)
                .Select(g => new PersonLine(g.Key, g.Count(), g.Max(a => a.At)))
                .OrderByDescending(p => p.Latest),
        ];

    // Before the reply only its own seats see the table; an auditor afterwards.
    private StudySheet? TableFor(CaseOnFile onFile, Actor reader, DateTimeOffset now)
    {
        if (onFile.File.Committee is not { } committee || !onFile.Case.CanSeeDossier(reader))
            return null;
        var seated = committee.Seats.Any(s => s.UserId == reader.UserId);
        return seated || (onFile.File.IsReplied && reader.Is(Role.Auditor))
            ? studies.Lay(onFile, reader, deciding: false, new Dictionary<string, object?>(), now)
            : null;
    }

    private async Task<TaskDetail?> MineAsync(IReadOnlyList<TaskDetail> all, Actor reader, CancellationToken ct)
    {
        if (all.All(t => t.Ended is not null))
            return null;
        var mine = (await tasks.OpenAsync(reader, ct)).Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        return all.Where(t => t.Ended is null && !t.Task.ForApplicant && mine.Contains(t.Task.Id))
            .OrderByDescending(t => t.Task.Mine)
            .FirstOrDefault();
    }

    private async Task<IReadOnlyList<IncidentView>> IncidentsAsync(CaseRow row, CancellationToken ct)
    {
        var named = Told.MayNameStep(row.PublicStatus);
        return await db
            .Incidents.Where(i => i.CaseNumber == row.Number)
            .OrderByDescending(i => i.At)
            .Select(i => new IncidentView(i.Id, i.At, named ? i.ActivityId : null, i.Code, i.ResolvedAt != null))
            .ToListAsync(ct);
    }

    private static bool MayAsk(Actor reader) =>
        reader.IsAny(Role.RelationsOfficer, Role.BranchDelegate, Role.SocialResearchOfficer);
}
