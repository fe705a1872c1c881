using Microsoft.Data.Sqlite;

namespace CaseFlow.Host.Persistence.Sqlite;

/// <summary>The transaction that several units of work share. Each writes behind a savepoint; all are durable together.</summary>
internal sealed class CommitGroup(SqliteTransaction transaction, DateTimeOffset beganAt)
{
    private readonly TaskCompletionSource _committed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SqliteTransaction Transaction => transaction;
    public Task Committed => _committed.Task;
    public DateTimeOffset BeganAt => beganAt;

    /// <summary>How many wait for the commit.</summary>
    public int Members { get; set; }

    /// <summary>SQLite has lost the transaction (disk full, file gone): nobody in it can be kept.</summary>
    public SqliteException? Failure { get; set; }

    /// <summary>Commits for all members, or tells all of them that nothing of theirs was kept.</summary>
    public void Finish()
    {
        try
        {
            if (Members > 0 && Failure is null)
                transaction.Commit();
            else if (Failure is null)
                transaction.Rollback();
            transaction.Dispose();
        }
        catch (SqliteException failure)
        {
            Failure = failure;
        }
        if (Failure is { } why)
            _committed.SetException(why);
        else
            _committed.SetResult();
    }
}
