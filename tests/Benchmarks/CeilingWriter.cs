using System.Data.Common;

namespace CaseFlow.Benchmarks;

/// <summary>The hand-written statements of the ceiling, prepared on one connection.</summary>
internal sealed class CeilingWriter : IAsyncDisposable
{
    private readonly DbConnection _connection;
    private readonly DbCommand _read;
    private readonly DbCommand _insert;
    private readonly DbCommand _update;
    private readonly DbCommand _journal;
    private readonly DbCommand _wait;
    private readonly DbCommand _waited;

    public CeilingWriter(DbConnection connection)
    {
        _connection = connection;
        _read = Command("""SELECT "State", "Version", "DefinitionVersionId" FROM "Instances" WHERE "Id" = @id""", "id");
        _insert = Command(
            """
            INSERT INTO "Instances" ("Id", "DefinitionId", "DefinitionVersionId", "CreatedAt", "Status", "SubStatus", "UpdatedAt", "State", "Version")
            VALUES (@id, 'two-waits', 'two-waits-1', 1, 'Running', 'Suspended', 1, @state, 1)
            """,
            "id",
            "state"
        );
        _update = Command(
            """
            UPDATE "Instances" SET "Status" = 'Running', "SubStatus" = 'Suspended', "UpdatedAt" = 1, "State" = @state, "Version" = "Version" + 1
            WHERE "Id" = @id
            """,
            "id",
            "state"
        );
        _journal = Command(
            """
            INSERT INTO "Journal" ("InstanceId", "Sequence", "At", "ActivityId", "ActivityType", "Event", "Detail")
            VALUES (@id, @sequence, 1, @activity, @type, @event, @detail)
            """,
            "id",
            "sequence",
            "activity",
            "type",
            "event",
            "detail"
        );
        _wait = Command(
            """INSERT INTO "EventWaits" ("Id", "InstanceId", "Name") VALUES (@wait, @id, 'First')""",
            "wait",
            "id"
        );
        _waited = Command("""DELETE FROM "EventWaits" WHERE "Id" = @wait""", "wait");
    }

    public async Task WriteAsync(string id, IReadOnlyList<Ceiling.Burst> bursts)
    {
        for (var i = 0; i < bursts.Count; i++)
        {
            await using var transaction = await _connection.BeginTransactionAsync();
            if (i > 0)
                await Set(_read, transaction, id).ExecuteScalarAsync();
            await WriteAsync(transaction, Statements(id, i, bursts));
            await transaction.CommitAsync();
        }
    }

    private IEnumerable<(DbCommand Command, object?[] Values)> Statements(
        string id,
        int at,
        IReadOnlyList<Ceiling.Burst> bursts
    )
    {
        yield return (at == 0 ? _insert : _update, [id, bursts[at].State]);
        foreach (var line in bursts[at].Journal)
            yield return (
                _journal,
                [id, line.Sequence, line.ActivityId, line.ActivityType, $"{line.Event}", line.Detail]
            );
        if (at > 0)
            yield return (_waited, [$"{id}-{at - 1}"]);
        if (at < bursts.Count - 1)
            yield return (_wait, [$"{id}-{at}", id]);
    }

    /// <summary>In one round trip where the provider can; SQLite has none to save.</summary>
    private async Task WriteAsync(
        DbTransaction transaction,
        IEnumerable<(DbCommand Command, object?[] Values)> statements
    )
    {
        if (!_connection.CanCreateBatch)
        {
            foreach (var (command, values) in statements)
                await Set(command, transaction, values).ExecuteNonQueryAsync();
            return;
        }
        await using var batch = _connection.CreateBatch();
        batch.Transaction = transaction;
        foreach (var (command, values) in statements)
        {
            var part = batch.CreateBatchCommand();
            part.CommandText = command.CommandText;
            for (var i = 0; i < values.Length; i++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = command.Parameters[i].ParameterName;
                parameter.Value = values[i] ?? DBNull.Value;
                part.Parameters.Add(parameter);
            }
            batch.BatchCommands.Add(part);
        }
        await batch.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in new[] { _read, _insert, _update, _journal, _wait, _waited })
            await command.DisposeAsync();
    }

    private DbCommand Command(string sql, params string[] names)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in names)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@" + name;
            command.Parameters.Add(parameter);
        }
        return command;
    }

    private static DbCommand Set(DbCommand command, DbTransaction transaction, params object?[] values)
    {
        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }
}
