using System.Globalization;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Signals;
using CaseFlow.Host.Timers;
using CaseFlow.Workflows.Execution;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Delivery.Calls;

/// <summary>
/// Sends the requests of procedures that are due, outside of any transaction; the answer becomes a signal for the instance in the transaction
/// that deletes the request. A crash in between sends it again under the same idempotency key.
/// </summary>
public sealed class CallSweep(
    CaseFlowDb db,
    UnitOfWork unit,
    HttpCaller caller,
    SignalBook signals,
    DatabaseProvider provider,
    HostTurns turns,
    IOptions<CallOptions> options,
    TimeProvider clock,
    ILogger<CallSweep> log
)
{
    private const int Batch = 20;
    private const int Attempts = 3;

    // As long as somebody may come and ask what happened.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    // How long a request is its host's: until it must have ended, and a little longer.
    private TimeSpan Lease => TimeSpan.FromSeconds(options.Value.TimeoutSeconds + 30);

    /// <summary>Sends all that is due; returns how many ended.</summary>
    public Task<int> SweepAsync(CancellationToken ct) => turns.TakeAsync(Work.Calls, () => SendDueAsync(ct), ct);

    private async Task<int> SendDueAsync(CancellationToken ct)
    {
        var ended = 0;
        while (!ct.IsCancellationRequested)
        {
            var now = clock.GetUtcNow();
            var due = await db
                .Signals.AsNoTracking()
                .Where(s => s.Kind == SignalKind.Call && s.DueAt <= now)
                .OrderBy(s => s.DueAt)
                .ThenBy(s => s.Id)
                .Take(Batch)
                .ToListAsync(ct);
            if (due.Count == 0)
                return ended;
            foreach (var call in due)
                if (await TakeAsync(call, ct))
                    ended += await SendAsync(call, ct) ? 1 : 0;
        }
        return ended;
    }

    /// <summary>Whether the request is ours to send; another host may have taken it since we looked.</summary>
    private async Task<bool> TakeAsync(SignalRow seen, CancellationToken ct) =>
        !provider.IsShared
        || await unit.RunAsync(
            () =>
                db
                    .Signals.Where(s => s.Id == seen.Id && s.DueAt == seen.DueAt)
                    .ExecuteUpdateAsync(set => set.SetProperty(s => s.DueAt, unit.Now + Lease), ct),
            ct
        ) == 1;

    private async Task<bool> SendAsync(SignalRow call, CancellationToken ct)
    {
        var answer = await caller.SendAsync(call.Id, CallText.Read(call.Stimulus), ct);
        log.LogInformation("Request {Call} ended: {End} {Status}", call.Id, answer.End, answer.Status);
        return await unit.RunAsync(
            async () =>
            {
                // Ended elsewhere since we looked.
                if (await db.Signals.SingleOrDefaultAsync(s => s.Id == call.Id, ct) is not { } row)
                    return false;
                row.Attempts++;
                var ends = answer.End is CallEnd.Answered || row.Attempts >= Attempts;
                if (!ends)
                    row.DueAt = unit.Now + TimeSpan.FromSeconds(Math.Pow(4, row.Attempts));
                await NoteAsync(row, answer, ends, ct);
                if (!ends)
                    return false;
                db.Signals.Remove(row);
                signals.Tell(row.InstanceId!, new Stimulus.CallAnswered(row.Id, answer), unit.Now);
                return true;
            },
            ct
        );
    }

    /// <summary>For who looks at the list of requests; what ended long ago is no longer on it.</summary>
    private async Task NoteAsync(SignalRow call, CallAnswer answer, bool ends, CancellationToken ct)
    {
        // One that an earlier release has queued is on no list.
        if (await db.Calls.SingleOrDefaultAsync(c => c.Id == call.Id, ct) is not { } row)
            return;
        row.Attempts = call.Attempts;
        row.LastAt = unit.Now;
        row.LastAnswer =
            answer.End == CallEnd.Answered
                ? answer.Status.ToString(CultureInfo.InvariantCulture)
                : answer.End.ToString();
        row.NextAt = call.DueAt;
        if (!ends)
            return;
        row.EndedAt = unit.Now;
        var forgotten = unit.Now - Kept;
        await db.Calls.Where(c => c.EndedAt < forgotten).ExecuteDeleteAsync(ct);
    }
}
