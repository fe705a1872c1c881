using CaseFlow.Host.Persistence;
using CaseFlow.Host.Signals;
using CaseFlow.Workflows.Execution;
using Microsoft.EntityFrameworkCore;

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
    TimeProvider clock,
    ILogger<CallSweep> log
)
{
    private const int Batch = 20;
    private const int Attempts = 3;

    /// <summary>Sends all that is due; returns how many ended.</summary>
    public async Task<int> SweepAsync(CancellationToken ct)
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
                ended += await SendAsync(call, ct) ? 1 : 0;
        }
        return ended;
    }

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
                if (answer.End is not CallEnd.Answered && ++row.Attempts < Attempts)
                {
                    row.DueAt = unit.Now + TimeSpan.FromSeconds(Math.Pow(4, row.Attempts));
                    return false;
                }
                db.Signals.Remove(row);
                signals.Tell(row.InstanceId!, new Stimulus.CallAnswered(row.Id, answer), unit.Now);
                return true;
            },
            ct
        );
    }
}
