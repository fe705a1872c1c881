using System.Data.Common;

namespace CaseFlow.Host.Persistence;

/// <summary>
/// Lets a unit of work write. Each database has its own way: SQLite takes one writer at a time and lets several share a
/// commit, a database server gives everybody a transaction of his own.
/// </summary>
public abstract class WriteGate
{
    /// <summary>Waits for the turn and binds the context to its transaction.</summary>
    public abstract Task<WriteTurn> EnterAsync(CaseFlowDb db, CancellationToken ct);

    /// <summary>Whether another transaction was in the way, so that the same work may well succeed on what is stored now.</summary>
    public virtual bool IsCollision(DbException failure) => false;
}

/// <summary>One unit of work's turn to write. Disposed without having been committed, it undoes what it wrote.</summary>
public abstract class WriteTurn : IAsyncDisposable
{
    /// <summary>A command of this turn's transaction, prepared where that pays. Not to be disposed, nor used after the turn.</summary>
    public abstract DbCommand Command(string sql);

    /// <summary>Comes back once all that the turn wrote is durable. Nobody may be answered before.</summary>
    public abstract Task CommitAsync();

    public abstract ValueTask DisposeAsync();
}
