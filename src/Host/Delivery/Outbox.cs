using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using CaseFlow.Host.Timers;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Delivery;

/// <summary>
/// Hands committed messages to the outside world: in order, each until it is accepted or given up. Of several hosts one takes a message
/// for a while; should it die with it, the message is free again when that is over.
/// </summary>
public sealed class Outbox(
    CaseFlowDb db,
    UnitOfWork unit,
    CaseStore cases,
    IMailer mailer,
    DatabaseProvider provider,
    HostTurns turns,
    TimeProvider clock,
    ILogger<Outbox> log
)
{
    private const int Batch = 50;
    private const int Attempts = 8;

    /// <summary>How long a message is its host's; longer than any handing over takes.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(90);

    // Of real time: a mail server that says nothing counts as none.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Sends all that is ready; returns how many went out.</summary>
    public Task<int> SendAsync(CancellationToken ct) => turns.TakeAsync(Work.Outbox, () => SendReadyAsync(ct), ct);

    private async Task<int> SendReadyAsync(CancellationToken ct)
    {
        var sent = 0;
        while (!ct.IsCancellationRequested)
        {
            var now = clock.GetUtcNow();
            var ready = await db
                .Outbox.AsNoTracking()
                .Where(o => o.SentAt == null && o.DeadAt == null && o.NextAttemptAt <= now)
                .OrderBy(o => o.NextAttemptAt)
                .ThenBy(o => o.Id)
                .Take(Batch)
                .ToListAsync(ct);
            if (ready.Count == 0)
                return sent;
            foreach (var message in ready)
                if (await TakeAsync(message, ct))
                    sent += await SendAsync(message, ct) ? 1 : 0;
        }
        return sent;
    }

    /// <summary>Whether the message is ours to send; another host may have taken it since we looked.</summary>
    private async Task<bool> TakeAsync(OutboxRow seen, CancellationToken ct) =>
        !provider.IsShared
        || await unit.RunAsync(
            () =>
                db
                    .Outbox.Where(o => o.Id == seen.Id && o.NextAttemptAt == seen.NextAttemptAt)
                    .Where(o => o.SentAt == null && o.DeadAt == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(o => o.NextAttemptAt, unit.Now + Lease), ct),
            ct
        ) == 1;

    private async Task<bool> SendAsync(OutboxRow message, CancellationToken ct)
    {
        string? error = null;
        var embargoed = false;
        try
        {
            embargoed = await IsEmbargoedAsync(message, ct);
            if (!embargoed)
                await HandOverAsync(message, ct);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Whatever a mail server or a disk can do must not stop the other messages; the reason is kept with this one.
            error = failure.Message;
        }
        await NoteAsync(message.Id, embargoed ? "embargo" : error, embargoed, ct);
        return error is null && !embargoed;
    }

    /// <exception cref="TimeoutException">The other side did not answer.</exception>
    private async Task HandOverAsync(OutboxRow message, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            await mailer.SendAsync(message, patience.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new TimeoutException($"No answer within {Patience.TotalSeconds} seconds.");
        }
    }

    /// <summary>Third lock (P59): the permit and the moment are checked once more, by the clock, just before handing over.</summary>
    private async Task<bool> IsEmbargoedAsync(OutboxRow message, CancellationToken ct)
    {
        if (message.PermitId is null)
            return false;
        db.ChangeTracker.Clear();
        var file = await cases.GetAsync(message.CaseNumber!, ct);
        return !file.MayHandOver(message.PermitId, clock.GetUtcNow());
    }

    private Task NoteAsync(string id, string? error, bool giveUp, CancellationToken ct) =>
        unit.RunAsync(
            async () =>
            {
                var row = await db.Outbox.SingleAsync(o => o.Id == id, ct);
                row.Attempts++;
                row.LastError = error;
                if (error is null)
                    Close(row);
                else if (giveUp || row.Attempts >= Attempts)
                    row.DeadAt = unit.Now;
                else
                    row.NextAttemptAt = unit.Now + TimeSpan.FromSeconds(Math.Pow(4, row.Attempts));
                if (error is not null)
                    log.LogWarning("Message {Message} did not leave ({Attempt}): {Error}", id, row.Attempts, error);
            },
            ct
        );

    /// <summary>A letter is kept where letters are; a code is kept nowhere. The envelope alone stays, as proof of delivery.</summary>
    private void Close(OutboxRow row)
    {
        row.SentAt = unit.Now;
        row.Html = row.Text = "";
    }
}
