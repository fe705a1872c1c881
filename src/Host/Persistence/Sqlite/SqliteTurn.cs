using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Persistence.Sqlite;

/// <summary>One unit of work behind its savepoint in the group's transaction.</summary>
internal sealed class SqliteTurn : WriteTurn
{
    private readonly SharedCommit _gate;
    private readonly SqliteWriter _writer;
    private readonly CommitGroup _group;
    private readonly CaseFlowDb _db;
    private readonly string? _own;
    private bool _ended;

    public SqliteTurn(SharedCommit gate, SqliteWriter writer, CommitGroup group, CaseFlowDb db)
    {
        (_gate, _writer, _group, _db) = (gate, writer, group, db);
        _own = db.Database.GetConnectionString();
        Run("SAVEPOINT turn");
        db.Database.SetDbConnection(writer.Connection, contextOwnsConnection: false);
        db.Database.UseTransaction(group.Transaction);
        // EF would set a savepoint of its own around every save.
        db.Database.AutoSavepointsEnabled = false;
    }

    public override DbCommand Command(string sql) => _writer.Command(sql, _group.Transaction);

    public override Task CommitAsync()
    {
        Run("RELEASE turn");
        Leave();
        _group.Members++;
        _gate.End(_group);
        return _group.Committed;
    }

    public override ValueTask DisposeAsync()
    {
        if (_ended)
            return ValueTask.CompletedTask;
        Leave();
        try
        {
            Run("ROLLBACK TO turn");
            Run("RELEASE turn");
        }
        catch (SqliteException lost)
        {
            _group.Failure = lost;
        }
        _gate.End(_group);
        return ValueTask.CompletedTask;
    }

    /// <summary>The context goes back to a connection of its own, for whatever it reads next.</summary>
    private void Leave()
    {
        _ended = true;
        _db.Database.UseTransaction(null);
        _db.Database.SetDbConnection(null);
        _db.Database.SetConnectionString(_own);
    }

    private void Run(string sql) => _writer.Run(sql, _group.Transaction);
}
