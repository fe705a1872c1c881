using System.Data.Common;
using CaseFlow.Domain;
using CaseFlow.Host.Runtime;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Persistence;

/// <summary>
/// One command, one transaction: all that it changes is committed together or not at all, and its moment is read once.
/// </summary>
public sealed class UnitOfWork(
    CaseFlowDb db,
    InstanceStore instances,
    TimeProvider clock,
    WriteGate gate,
    FollowUp followUp,
    IncidentLog incidents
)
{
    private const int Attempts = 5;

    private Func<Task>? _ifRefused;
    private readonly List<Func<Task>> _afterCommit = [];

    /// <summary>The moment of the command that is running: one reading of the clock for all that it does.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>What must be written although the command is refused, e.g. that a wrong code was tried.</summary>
    public void IfRefused(Func<Task> change) => _ifRefused = change;

    /// <summary>What follows once all is committed, e.g. waking whoever waits for it. The same method follows once.</summary>
    public void AfterCommit(Func<Task> follow)
    {
        if (!_afterCommit.Contains(follow))
            _afterCommit.Add(follow);
    }

    /// <summary>Runs the work and commits. A stale row is read again from the database and the work repeated, a few times.</summary>
    /// <exception cref="RefusalException">
    /// The rules said no and nothing was changed; or the procedure stopped (<c>procedure.stopped</c>) and an incident was recorded.
    /// </exception>
    public async Task<T> RunAsync<T>(Func<Task<T>> work, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await AttemptAsync(work, ct);
            }
            catch (Exception failure) when (attempt < Attempts && IsCollision(failure))
            {
                // Somebody else was faster: the next attempt decides on what is stored now.
            }
            catch (DbUpdateConcurrencyException)
            {
                throw RefusalException.Of("request.too-busy");
            }
            catch (RefusalException) when (_ifRefused is { } change)
            {
                _ifRefused = null;
                await CommitAsync(change, ct);
                throw;
            }
            catch (BurstFaultedException fault) when (fault.OwnRefusal is { } refusal)
            {
                throw new RefusalException(refusal);
            }
            catch (BurstFaultedException fault)
            {
                var id = await incidents.RecordAsync(fault, ct);
                throw RefusalException.Of(
                    "procedure.stopped",
                    null,
                    ("incident", id),
                    ("activity", fault.Incident.ActivityId)
                );
            }
        }
    }

    public Task RunAsync(Func<Task> work, CancellationToken ct) =>
        RunAsync<object?>(
            async () =>
            {
                await work();
                return null;
            },
            ct
        );

    private bool IsCollision(Exception failure) =>
        failure is DbUpdateConcurrencyException
        || ((failure as DbException ?? failure.InnerException as DbException) is { } cause && gate.IsCollision(cause));

    private async Task<T> AttemptAsync<T>(Func<Task<T>> work, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        _ifRefused = null;
        _afterCommit.Clear();
        followUp.Forget();
        var result = await CommittedAsync(work, ct);
        followUp.Committed();
        foreach (var follow in _afterCommit)
            await follow();
        return result;
    }

    private async Task<T> CommittedAsync<T>(Func<Task<T>> work, CancellationToken ct)
    {
        await using var turn = await gate.EnterAsync(db, ct);
        instances.Begin(turn);
        Now = clock.GetUtcNow();
        var result = await work();
        await instances.WriteAsync(ct);
        await db.SaveChangesAsync(ct);
        await turn.CommitAsync();
        return result;
    }

    private async Task CommitAsync(Func<Task> change, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await using var turn = await gate.EnterAsync(db, ct);
        await change();
        await db.SaveChangesAsync(ct);
        await turn.CommitAsync();
    }
}
