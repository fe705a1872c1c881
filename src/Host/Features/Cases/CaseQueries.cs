using CaseFlow.Domain;
using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Features.Audit;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Cases;

/// <summary>A case as a row of a list: only what is public at any time.</summary>
public sealed record CaseItem(
    string Number,
    string ServiceCode,
    LocalText Service,
    LocalText Applicant,
    MemberStatus Status,
    DateTimeOffset SubmittedAt,
    DateTimeOffset UpdatedAt
);

/// <summary>One event of the timeline. Code and facts become a sentence in the reader's language.</summary>
/// <param name="Actor">Who it was; null when that was the system, or is no business of the reader's.</param>
public sealed record TimelineItem(
    DateTimeOffset At,
    string Code,
    LocalText? Actor,
    EventAudience Audience,
    IReadOnlyDictionary<string, object?> Facts,
    string? Clause
);

/// <summary>A letter as a row of a list.</summary>
public sealed record LetterItem(string Number, LocalText Subject, DateTimeOffset IssuedAt, string Clause);

/// <summary>Reads cases as their reader may see them. The aggregate decides; nothing here looks into its document.</summary>
public sealed class CaseQueries(
    CaseFlowDb db,
    CaseAccess access,
    CaseStore cases,
    PolicyLibrary library,
    TimeProvider clock
)
{
    public async Task<IReadOnlyList<CaseItem>> ListAsync(Actor actor, CancellationToken ct) =>
        await ItemsAsync(access.VisibleTo(actor).OrderByDescending(c => c.SubmittedAt).Take(200), ct);

    public async Task<IReadOnlyList<CaseItem>> ItemsAsync(IQueryable<CaseRow> rows, CancellationToken ct)
    {
        var found = await (
            from c in rows
            join p in db.Parties on c.ApplicantPartyId equals p.Id
            select new
            {
                c.Number,
                c.ServiceCode,
                c.PublicStatus,
                c.SubmittedAt,
                c.UpdatedAt,
                p.Name,
                p.NameEnglish,
            }
        ).ToListAsync(ct);
        return
        [
            .. found.Select(c => new CaseItem(
                c.Number,
                c.ServiceCode,
                library.Services[c.ServiceCode].Name,
                new LocalText(c.Name, c.NameEnglish),
                c.PublicStatus,
                c.SubmittedAt,
                c.UpdatedAt
            )),
        ];
    }

    /// <summary>The case as its member sees it; staff get the same, and open the file for more.</summary>
    public async Task<CaseForMember> GetAsync(string number, Actor actor, CancellationToken ct) =>
        (await FileAsync(number, actor, ct)).ForMember(clock.GetUtcNow());

    /// <summary>The aggregate, for a reader who may see the case at all.</summary>
    /// <exception cref="RefusalException"><c>case.unknown</c>: there is none, or not for this reader.</exception>
    public async Task<Case> FileAsync(string number, Actor actor, CancellationToken ct)
    {
        await access.RequireAsync(number, actor, ct);
        return await cases.GetAsync(number, ct);
    }

    public async Task<IReadOnlyList<TimelineItem>> TimelineAsync(string number, Actor actor, CancellationToken ct)
    {
        var row = await access.RequireAsync(number, actor, ct);
        var file = await cases.GetAsync(number, ct);
        var lines = await db.Audit.AsNoTracking().Where(a => a.CaseNumber == number).OrderBy(a => a.Id).ToListAsync(ct);
        var names = await NamesAsync(lines, ct);
        return
        [
            .. lines
                .Select(a => (Row: a, Event: EventOf(a)))
                .Where(l => file.CanSee(l.Event, actor))
                .Select(l => new TimelineItem(
                    l.Row.At,
                    l.Row.Code,
                    MayName(actor, l.Event) ? names.GetValueOrDefault(l.Event.ActorId) : null,
                    l.Row.Audience,
                    Told.Facts(row.PublicStatus, l.Event.Facts),
                    l.Row.Clause
                )),
        ];
    }

    public async Task<IReadOnlyList<LetterItem>> LettersAsync(string number, Actor actor, CancellationToken ct)
    {
        await access.RequireAsync(number, actor, ct);
        return await db
            .Letters.Where(l => l.CaseNumber == number)
            .OrderBy(l => l.IssuedAt)
            .ThenBy(l => l.Number)
            .Select(l => new LetterItem(l.Number, new LocalText(l.SubjectAr, l.SubjectEn), l.IssuedAt, l.Clause))
            .ToListAsync(ct);
    }

    /// <summary>Who did what these lines tell, by user id. The trail keeps the Arabic name as it was then; the other is looked up.</summary>
    public async Task<IReadOnlyDictionary<string, LocalText>> NamesAsync(
        IReadOnlyCollection<AuditRow> lines,
        CancellationToken ct
    )
    {
        var ids = lines.Select(l => l.ActorId).Distinct().ToList();
        var english = await db
            .Users.Where(u => ids.Contains(u.Id))
            .ToDictionaryAsync(u => u.Id, u => u.DisplayNameEnglish, ct);
        return lines
            .Where(l => l.ActorId != Actor.System.UserId)
            .GroupBy(l => l.ActorId)
            .ToDictionary(
                l => l.Key,
                l => new LocalText(l.Last().ActorName ?? l.Key, English(l.Key) ?? l.Last().ActorName ?? l.Key)
            );

        string? English(string id) => english.GetValueOrDefault(id) is { Length: > 0 } name ? name : null;
    }

    // To a member the society speaks with one voice: which clerk it was is no business of a timeline.
    private static bool MayName(Actor reader, CaseEvent happened) =>
        reader.UserId == happened.ActorId || Role.Staff.Any(reader.Is) || reader.Is(Role.Auditor);

    private static CaseEvent EventOf(AuditRow row) =>
        new(row.Code, row.At, row.ActorId, row.ActorName, row.Audience, FactsJson.Read(row.Facts), row.Clause);
}
