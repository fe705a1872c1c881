using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Persistence;

/// <summary>
/// Reads instances and writes what their bursts came to: one read and one batched write for each. EF serves everything
/// else in the same transaction; here its change tracking would cost more than the engine and the database together.
/// </summary>
public sealed class InstanceStore(CaseFlowDb db, BurstSql sql)
{
    private readonly Dictionary<string, InstanceWork> _works = new(StringComparer.Ordinal);
    private WriteTurn? _turn;

    /// <summary>Begins with a unit of work's turn, and forgets what an attempt before has left.</summary>
    public void Begin(WriteTurn turn)
    {
        _turn = turn;
        _works.Clear();
    }

    /// <summary>The instance as the current unit of work has it; null when there is none of that id.</summary>
    public async Task<InstanceWork?> FindAsync(string id, CancellationToken ct)
    {
        if (_works.TryGetValue(id, out var known))
            return known;
        var shapes = sql.Shapes(db);
        var command = Turn.Command(sql.ReadLocked(shapes));
        Set(command, "@Id", id);
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct))
            return null;
        var row = shapes.Instance.Read<InstanceRow>(reader);
        return _works[id] = new InstanceWork(row, shapes.Instance.ValuesOf(row));
    }

    /// <summary>The version of a definition that new instances begin on; null when none is published.</summary>
    public async Task<string?> PublishedAsync(string definitionId, CancellationToken ct)
    {
        var command = Turn.Command(BurstSql.Published);
        Set(command, "@DefinitionId", definitionId);
        Set(command, "@IsPublished", true);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? reader.GetString(0) : null;
    }

    /// <summary>Takes in an instance that begins in this unit of work.</summary>
    public InstanceWork Add(InstanceRow row) => _works[row.Id] = new InstanceWork(row, stored: null);

    /// <summary>Writes all that was changed.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else has moved an instance on since it was read.</exception>
    public async Task WriteAsync(CancellationToken ct)
    {
        foreach (var work in _works.Values)
            if (work.Changed)
                await WriteAsync(work, ct);
        _works.Clear();
    }

    private WriteTurn Turn => _turn ?? throw new InvalidOperationException("An instance moves in a unit of work only.");

    private async Task WriteAsync(InstanceWork work, CancellationToken ct)
    {
        var shapes = sql.Shapes(db);
        var parts = work.Parts;
        work.Row.Version++;
        var values = shapes.Instance.ValuesOf(work.Row);
        var columns = ColumnSet.Changed(work.Stored, values);
        var command = Turn.Command(sql.Text(shapes, parts, columns));
        for (var i = 0; i < values.Length; i++)
            if (columns.Has(i) || shapes.Instance.Columns[i].IsKey)
                Set(command, "@" + shapes.Instance.Columns[i].Name, values[i]);
        if (parts.HasFlag(BurstParts.Journal))
            Set(command, "@journal", shapes.Journal.ToJson(work.Journal));
        if (parts.HasFlag(BurstParts.NewTimers))
            Set(command, "@newTimers", shapes.Timers.ToJson(work.NewTimers));
        if (parts.HasFlag(BurstParts.GoneTimers))
            Set(command, "@goneTimers", JsonSerializer.Serialize(work.GoneTimers));
        if (parts.HasFlag(BurstParts.NewWaits))
            Set(command, "@newWaits", shapes.Waits.ToJson(work.NewWaits));
        if (parts.HasFlag(BurstParts.GoneWaits))
            Set(command, "@goneWaits", JsonSerializer.Serialize(work.GoneWaits));
        await using var reader = await ReaderAsync(command, work, ct);
        if (!await reader.ReadAsync(ct))
            throw new DbUpdateConcurrencyException($"Instance {work.Row.Id} was moved on by somebody else.");
        while (await reader.NextResultAsync(ct)) { }
    }

    /// <summary>Two that may not run beside each other have begun at once: the next attempt sees the other one.</summary>
    private static async Task<DbDataReader> ReaderAsync(DbCommand command, InstanceWork work, CancellationToken ct)
    {
        try
        {
            return await command.ExecuteReaderAsync(ct);
        }
        catch (DbException clash) when (work is { Begins: true, Row.ActivationKey: not null })
        {
            throw new DbUpdateConcurrencyException($"Instance {work.Row.Id} may not begin beside another.", clash);
        }
    }

    private static void Set(DbCommand command, string name, object? value)
    {
        // A prepared command keeps its parameters from one use to the next.
        if (command.Parameters.Contains(name))
        {
            command.Parameters[name].Value = value ?? DBNull.Value;
            return;
        }
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value ?? DBNull.Value;
        command.Parameters.Add(parameter);
    }
}
