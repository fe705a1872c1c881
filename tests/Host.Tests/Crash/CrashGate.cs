using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using CaseFlow.Host.Persistence;

namespace CaseFlow.Host.Tests.Crash;

/// <summary>The gate of the database, with points to die at around what bursts write by themselves and around each commit.</summary>
internal sealed class CrashGate(WriteGate inner, CrashPoints points) : WriteGate, IDisposable
{
    public override async Task<WriteTurn> EnterAsync(CaseFlowDb db, CancellationToken ct) =>
        new Turn(await inner.EnterAsync(db, ct), points);

    public override bool IsCollision(DbException failure) => inner.IsCollision(failure);

    public void Dispose() => (inner as IDisposable)?.Dispose();

    private sealed class Turn(WriteTurn inner, CrashPoints points) : WriteTurn
    {
        public override DbCommand Command(string sql) => new DyingCommand(inner.Command(sql), points);

        public override async Task CommitAsync()
        {
            points.Reach();
            await inner.CommitAsync();
            points.Reach();
        }

        public override ValueTask DisposeAsync() => inner.DisposeAsync();
    }

    private sealed class DyingCommand(DbCommand inner, CrashPoints points) : DbCommand
    {
        protected override async Task<DbDataReader> ExecuteDbDataReaderAsync(
            CommandBehavior behavior,
            CancellationToken ct
        )
        {
            points.Reach();
            var reader = await inner.ExecuteReaderAsync(behavior, ct);
            try
            {
                points.Reach();
                return reader;
            }
            catch (KilledException)
            {
                await reader.DisposeAsync();
                throw;
            }
        }

        [AllowNull]
        public override string CommandText
        {
            get => inner.CommandText;
            set => inner.CommandText = value;
        }

        public override int CommandTimeout
        {
            get => inner.CommandTimeout;
            set => inner.CommandTimeout = value;
        }

        public override CommandType CommandType
        {
            get => inner.CommandType;
            set => inner.CommandType = value;
        }

        public override bool DesignTimeVisible
        {
            get => inner.DesignTimeVisible;
            set => inner.DesignTimeVisible = value;
        }

        public override UpdateRowSource UpdatedRowSource
        {
            get => inner.UpdatedRowSource;
            set => inner.UpdatedRowSource = value;
        }

        protected override DbConnection? DbConnection
        {
            get => inner.Connection;
            set => inner.Connection = value;
        }

        protected override DbTransaction? DbTransaction
        {
            get => inner.Transaction;
            set => inner.Transaction = value;
        }

        protected override DbParameterCollection DbParameterCollection => inner.Parameters;

        public override void Cancel() => inner.Cancel();

        public override int ExecuteNonQuery() => throw new NotSupportedException();

        public override object? ExecuteScalar() => throw new NotSupportedException();

        public override void Prepare() => inner.Prepare();

        protected override DbParameter CreateDbParameter() => inner.CreateParameter();

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) =>
            throw new NotSupportedException();
    }
}
