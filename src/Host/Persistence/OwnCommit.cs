using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CaseFlow.Host.Persistence;

/// <summary>
/// On a database server every unit of work has a transaction of its own; the server orders who writes what. Whoever waits there
/// for a row holds a connection meanwhile, so that a crowd around one case would take them all: beyond a number they stand in
/// a line of this process instead.
/// </summary>
public sealed class OwnCommit(DatabaseProvider provider) : WriteGate, IDisposable
{
    // Fewer than connections, of which whoever only reads needs some, too.
    private const int Writers = 16;
    private readonly SemaphoreSlim _turns = new(Writers, Writers);

    public override async Task<WriteTurn> EnterAsync(CaseFlowDb db, CancellationToken ct)
    {
        await _turns.WaitAsync(ct);
        try
        {
            return new Turn(_turns, db, await db.Database.BeginTransactionAsync(ct));
        }
        catch
        {
            _turns.Release();
            throw;
        }
    }

    public override bool IsCollision(DbException failure) => provider.IsCollision(failure);

    public void Dispose() => _turns.Dispose();

    private sealed class Turn(SemaphoreSlim turns, CaseFlowDb db, IDbContextTransaction transaction) : WriteTurn
    {
        private readonly List<DbCommand> _commands = [];

        public override DbCommand Command(string sql)
        {
            var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = sql;
            command.Transaction = transaction.GetDbTransaction();
            _commands.Add(command);
            return command;
        }

        public override Task CommitAsync() => transaction.CommitAsync(CancellationToken.None);

        public override async ValueTask DisposeAsync()
        {
            try
            {
                foreach (var command in _commands)
                    await command.DisposeAsync();
                await transaction.DisposeAsync();
            }
            finally
            {
                turns.Release();
            }
        }
    }
}
