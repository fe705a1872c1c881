using CaseFlow.Domain.Cases;
using CaseFlow.Host.Features.Cases;
using CaseFlow.Host.Features.Inbox;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Committee;

/// <summary>A case under study, as a line of the dashboard.</summary>
/// <param name="Table">Null for who holds no seat in it.</param>
public sealed record StudyLine(CaseOnFile OnFile, StudyPeriod? Period, StudySheet? Table, bool Decided);

/// <summary>The committee's dashboard: what awaits the reader's vote or decision, and every case under study.</summary>
[Authorize(Roles = StaffRoles.Committee)]
public sealed class IndexModel(
    CaseFlowDb db,
    TaskQueries tasks,
    CaseReader cases,
    StudySheets studies,
    TimeProvider time
) : PageModel
{
    public IReadOnlyList<InboxRow> Due { get; private set; } = [];

    public IReadOnlyList<StudyLine> Studies { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var (reader, now) = (User.ToActor(), time.GetUtcNow());
        var mine = await tasks.OpenAsync(reader, ct);
        Due = InboxOrder.Sort(mine.Where(t => t.Kind is StudySheets.Vote or StudySheets.Decide), now);
        var numbers = await db
            .Cases.Where(c => c.Status == CaseStatus.InStudy)
            .OrderBy(c => c.SubmittedAt)
            .Select(c => c.Number)
            .Take(100)
            .ToListAsync(ct);
        var lines = new List<StudyLine>();
        foreach (var number in numbers)
            lines.Add(Line(await cases.GetAsync(number, reader, ct), reader, now));
        Studies = lines;
    }

    private StudyLine Line(CaseOnFile onFile, Domain.Parties.Actor reader, DateTimeOffset now)
    {
        var seated = onFile.Case.CanSeeDossier(reader);
        return new StudyLine(
            onFile,
            StudyPeriod.Of(onFile.File, onFile.Context.Policy, now),
            seated ? studies.Lay(onFile, reader, deciding: false, new Dictionary<string, object?>(), now) : null,
            onFile.Case.DecisionVisibleTo(reader) is not null
        );
    }
}
