using CaseFlow.Domain.Cases;
using CaseFlow.Host.Features.Audit;
using CaseFlow.Host.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Administration;

/// <summary>A procedure that stopped: all attempts at the same stimulus as one line.</summary>
/// <param name="Id">The latest attempt.</param>
/// <param name="Activity">Null while naming the step could tell a decision that is not out yet.</param>
/// <param name="CanRetry">False when nothing was kept that could be delivered again.</param>
/// <param name="HasCase">Whether the case exists: a fault in its very first step leaves none.</param>
/// <param name="Skip">The step, when it may be passed over.</param>
public sealed record StoppedProcedure(
    string Id,
    string InstanceId,
    string? CaseNumber,
    DateTimeOffset At,
    int Times,
    string? Activity,
    string Code,
    bool CanRetry,
    bool HasCase,
    SkippableStep? Skip
);

/// <summary>A message that has not left after at least one attempt.</summary>
/// <param name="Subject">Null for one that P59 holds back: it would tell the decision.</param>
public sealed record UndeliveredMessage(
    string Id,
    string? CaseNumber,
    string To,
    string? Subject,
    DateTimeOffset Since,
    int Attempts,
    string? Error,
    DateTimeOffset? NextAttemptAt
)
{
    /// <summary>What the post notes on a message that it may not hand over (P59).</summary>
    public const string Embargo = "embargo";

    public bool IsEmbargoed => Error == Embargo;
}

/// <summary>What waits for an administrator.</summary>
public sealed class Attention(CaseFlowDb db, StepSkips skips)
{
    public async Task<IReadOnlyList<StoppedProcedure>> ProceduresAsync(CancellationToken ct)
    {
        var open = await (
            from i in db.Incidents
            where i.ResolvedAt == null
            join c in db.Cases on i.CaseNumber equals c.Number into cases
            from c in cases.DefaultIfEmpty()
            orderby i.At descending
            select new { Row = i, Status = c == null ? null : (MemberStatus?)c.PublicStatus }
        )
            .AsNoTracking()
            .ToListAsync(ct);
        var stopped = new List<StoppedProcedure>();
        foreach (var attempts in open.GroupBy(i => (i.Row.InstanceId, Attempt: i.Row.Stimulus ?? i.Row.Id)))
        {
            var (row, status) = (attempts.First().Row, attempts.First().Status);
            var canRetry = row.Stimulus is not null && (row.CaseNumber is null || status is not null);
            stopped.Add(
                new StoppedProcedure(
                    row.Id,
                    row.InstanceId,
                    row.CaseNumber,
                    row.At,
                    attempts.Count(),
                    Told.MayNameStep(status) ? row.ActivityId : null,
                    row.Code,
                    canRetry,
                    status is not null,
                    canRetry ? await skips.OfAsync(row, ct) : null
                )
            );
        }
        return stopped;
    }

    public async Task<IReadOnlyList<UndeliveredMessage>> MessagesAsync(CancellationToken ct)
    {
        var stuck = await db
            .Outbox.Where(o => o.SentAt == null && (o.DeadAt != null || o.LastError != null))
            .OrderBy(o => o.CreatedAt)
            .Select(o => new UndeliveredMessage(
                o.Id,
                o.CaseNumber,
                o.To,
                o.LastError == UndeliveredMessage.Embargo ? null : o.Subject,
                o.CreatedAt,
                o.Attempts,
                o.LastError,
                o.DeadAt == null ? o.NextAttemptAt : null
            ))
            .ToListAsync(ct);
        return stuck;
    }
}
