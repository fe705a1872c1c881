using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CaseFlow.Host.Persistence;

/// <summary>On a database server every unit of work has a transaction of its own; the server orders who writes what.</summary>
public sealed class OwnCommit : WriteGate
{
    public override async Task<WriteTurn> EnterAsync(CaseFlowDb db, CancellationToken ct) =>
        new Turn(db, await db.Database.BeginTransactionAsync(ct));

    private sealed class Turn(CaseFlowDb db, IDbContextTransaction transaction) : WriteTurn
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
            foreach (var command in _commands)
                await command.DisposeAsync();
            await transaction.DisposeAsync();
        }
    }
}
