using CaseFlow.Domain;
using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Features.Cases;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Ui;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Audit;

/// <summary>One line of the audit trail, told.</summary>
public sealed record AuditLine(TimelineEntry Entry, string? CaseNumber);

/// <summary>
/// Reads the audit trail for overseers. What only the committee may know of a case is left out by the query itself until the
/// reply is out, so that neither a count nor a page nor a choice of the filter can tell it.
/// </summary>
public sealed class AuditQueries(CaseFlowDb db, CaseReader cases, CaseQueries queries, EventSentences sentences)
{
    /// <summary>The lines that match, in no order yet.</summary>
    public IQueryable<AuditRow> Find(AuditFilter filter, Actor overseer)
    {
        var lines = VisibleTo(overseer);
        if (filter.Case is { } number)
            lines = lines.Where(a => a.CaseNumber == number);
        if (filter.Person is { } person)
            lines = lines.Where(a =>
                a.ActorId == person
                || a.ActorName!.Contains(person)
                || db.Users.Any(u => u.Id == a.ActorId && u.DisplayNameEnglish.Contains(person))
            );
        if (filter.Code is { } code)
            lines = lines.Where(a => a.Code == code);
        if (filter.Start is { } start)
            lines = lines.Where(a => a.At >= start);
        if (filter.End is { } end)
            lines = lines.Where(a => a.At < end);
        return lines;
    }

    /// <summary>The kinds of events that the reader could find at all, by their sentence.</summary>
    public async Task<IReadOnlyList<(string Code, string Name)>> KindsAsync(Actor overseer, CancellationToken ct)
    {
        var codes = await VisibleTo(overseer).Select(a => a.Code).Distinct().ToListAsync(ct);
        return [.. codes.Order(StringComparer.Ordinal).Select(c => (c, sentences.Kind(c)))];
    }

    /// <summary>Rows as sentences; a case is opened once for all of its lines.</summary>
    public async Task<IReadOnlyList<AuditLine>> TellAsync(IReadOnlyList<AuditRow> rows, CancellationToken ct)
    {
        var numbers = rows.Select(r => r.CaseNumber).OfType<string>().Distinct().ToList();
        // A request whose very first burst faulted has lines, but was never opened.
        var opened = await db.Cases.Where(c => numbers.Contains(c.Number)).Select(c => c.Number).ToListAsync(ct);
        var files = new Dictionary<string, CaseOnFile>(StringComparer.Ordinal);
        foreach (var number in opened)
            files[number] = await cases.OfTaskAsync(number, ct);
        var names = await queries.NamesAsync(rows, ct);
        return
        [
            .. rows.Select(r =>
                Tell(
                    r,
                    r.CaseNumber is { } number ? files.GetValueOrDefault(number) : null,
                    names.GetValueOrDefault(r.ActorId)
                )
            ),
        ];
    }

    private AuditLine Tell(AuditRow row, CaseOnFile? onFile, LocalText? who)
    {
        var facts = Told.Facts(onFile?.Row.PublicStatus, FactsJson.Read(row.Facts));
        var item = new TimelineItem(row.At, row.Code, who, row.Audience, facts, row.Clause);
        return new AuditLine(sentences.Entry(item, onFile), onFile is null ? null : row.CaseNumber);
    }

    // Nobody oversees a case of his own.
    private IQueryable<AuditRow> VisibleTo(Actor overseer)
    {
        var (party, replied) = (overseer.PartyId ?? "", Told.Replied);
        return db
            .Audit.AsNoTracking()
            .Where(a =>
                a.Audience != EventAudience.Committee
                || db.Cases.Any(c => c.Number == a.CaseNumber && replied.Contains(c.PublicStatus))
            )
            .Where(a => !db.Cases.Any(c => c.Number == a.CaseNumber && c.ApplicantPartyId == party));
    }
}
