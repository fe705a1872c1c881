using CaseFlow.Domain.Cases;
using CaseFlow.Host.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Administration;

/// <summary>The requests of procedures to other systems, as the page lists them.</summary>
public sealed class CallList(CaseFlowDb db)
{
    public const int PageSize = 50;

    /// <summary>Those that have not ended first, then the latest.</summary>
    public Task<List<CallRow>> PageAsync(int page, CancellationToken ct) =>
        Shown
            .OrderBy(c => c.EndedAt == null ? 0 : 1)
            .ThenByDescending(c => c.AskedAt)
            .ThenBy(c => c.Id)
            .Skip((page - 1) * PageSize)
            .Take(PageSize)
            .AsNoTracking()
            .ToListAsync(ct);

    public Task<int> CountAsync(CancellationToken ct) => Shown.CountAsync(ct);

    // That a procedure asks something between decision and reply would tell that it has come there (P59).
    private IQueryable<CallRow> Shown =>
        db.Calls.Where(call =>
            !db.Cases.Any(c =>
                c.Number == call.CaseNumber
                && (c.PublicStatus == MemberStatus.InStudy || c.PublicStatus == MemberStatus.Withdrawn)
            )
        );
}
