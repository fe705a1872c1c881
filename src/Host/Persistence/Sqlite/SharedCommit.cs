namespace CaseFlow.Host.Persistence.Sqlite;

/// <summary>
/// SQLite's one writer. Units of work stand in line and take turns on one connection, each behind a savepoint; the turn
/// passes on inside the transaction while somebody waits, and the last one commits for all. The provider's calls block, so
/// at any time at most one thread stands still for the file.
/// </summary>
public sealed class SharedCommit(string connectionString, Durability durability, TimeProvider clock)
    : WriteGate,
        IDisposable
{
    // So that the first of a group gets its answer soon even when the line never ends.
    private const int MostInGroup = 64;
    private static readonly TimeSpan LongestGroup = TimeSpan.FromMilliseconds(25);

    private readonly WaitingLine _line = new();
    private SqliteWriter? _writer;
    private CommitGroup? _group;

    public override async Task<WriteTurn> EnterAsync(CaseFlowDb db, CancellationToken ct)
    {
        await _line.WaitAsync(ct);
        try
        {
            _writer ??= new SqliteWriter(connectionString, durability);
            _group ??= new CommitGroup(_writer.Begin(), clock.GetUtcNow());
            return new SqliteTurn(this, _writer, _group, db);
        }
        catch
        {
            _line.PassOn();
            throw;
        }
    }

    public void Dispose() => _writer?.Dispose();

    /// <summary>Ends a turn: the group goes on while somebody waits and it is young, else it is finished here.</summary>
    internal void End(CommitGroup group)
    {
        var goesOn =
            _line.HasWaiters
            && group.Failure is null
            && group.Members < MostInGroup
            && clock.GetUtcNow() - group.BeganAt < LongestGroup;
        if (!goesOn)
        {
            _group = null;
            group.Finish();
        }
        if (group.Failure is not null)
        {
            // What is left of the connection is not to be trusted; the next group opens a new one.
            _writer?.Dispose();
            _writer = null;
        }
        _line.PassOn();
    }
}
