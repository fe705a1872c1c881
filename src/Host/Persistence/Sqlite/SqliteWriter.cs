using Microsoft.Data.Sqlite;

namespace CaseFlow.Host.Persistence.Sqlite;

/// <summary>The connection that all units of work write on, and the statements that are prepared on it.</summary>
internal sealed class SqliteWriter : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);

    public SqliteWriter(string connectionString, Durability durability)
    {
        Connection = new SqliteConnection(connectionString);
        Connection.Open();
        using var pragma = Connection.CreateCommand();
        // The cache keeps the inner pages of a large file; a longer log is copied back less often; what a savepoint needs to
        // undo itself stays in memory instead of a file of its own.
        pragma.CommandText =
            $"PRAGMA synchronous={durability}; PRAGMA cache_size=-65536; PRAGMA wal_autocheckpoint=4000; PRAGMA temp_store=MEMORY";
        pragma.ExecuteNonQuery();
    }

    public SqliteConnection Connection { get; }

    public SqliteTransaction Begin() => Connection.BeginTransaction(deferred: false);

    public void Run(string sql, SqliteTransaction transaction) => Command(sql, transaction).ExecuteNonQuery();

    public SqliteCommand Command(string sql, SqliteTransaction transaction)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = Connection.CreateCommand();
            command.CommandText = sql;
            // By itself the provider forgets the statements whenever a reader was not read to its end.
            command.Prepare();
            _prepared.Add(sql, command);
        }
        command.Transaction = transaction;
        return command;
    }

    public void Dispose()
    {
        foreach (var command in _prepared.Values)
            command.Dispose();
        Connection.Dispose();
    }
}
