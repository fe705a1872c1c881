using System.Collections.Concurrent;

namespace CaseFlow.Host.Persistence;

/// <summary>
/// The statements that a burst writes with, all in one text and one round trip. Rows of a kind travel as one JSON parameter,
/// because that keeps the text the same however many there are; how it is unfolded is each database's own.
/// </summary>
public abstract class BurstSql
{
    /// <summary>The version of <c>@DefinitionId</c> that is published, as far as there is one.</summary>
    public const string Published =
        """SELECT "Id" FROM "Definitions" WHERE "DefinitionId" = @DefinitionId AND "IsPublished" = @IsPublished""";

    private readonly ConcurrentDictionary<(BurstParts Parts, ColumnSet Columns), string> _texts = [];
    private BurstShapes? _shapes;
    private string? _readLocked;

    public BurstShapes Shapes(CaseFlowDb db) => _shapes ??= new BurstShapes(db);

    /// <summary>The text for what a burst has to write. Its first result is one row if the instance was still the one that was read.</summary>
    /// <param name="changed">Columns of the instance; one that is left out costs its indexes nothing.</param>
    public string Text(BurstShapes shapes, BurstParts parts, ColumnSet changed) =>
        _texts.GetOrAdd(
            (parts, changed),
            static (wanted, from) => string.Join(";\n", from.Sql.Statements(from.Shapes, wanted.Parts, wanted.Columns)),
            (Sql: this, Shapes: shapes)
        );

    /// <summary>Reads the instance <c>@Id</c>; where several can write at once it is held until the end of the transaction.</summary>
    public string ReadLocked(BurstShapes shapes) => _readLocked ??= SelectLocked(shapes.Instance);

    protected virtual string SelectLocked(RowShape shape) =>
        $"SELECT {Names(shape)} FROM \"{shape.Table}\" WHERE \"Id\" = @Id";

    /// <summary>Rows out of a JSON array of arrays in <paramref name="parameter"/>.</summary>
    protected abstract string InsertAll(RowShape shape, string parameter);

    /// <summary>Removes the rows whose ids are in the JSON array <paramref name="parameter"/>.</summary>
    protected abstract string DeleteAll(RowShape shape, string parameter);

    /// <summary>Writes the row of the instance and yields one row if that succeeded.</summary>
    protected abstract string Returning(string statement);

    private IEnumerable<string> Statements(BurstShapes shapes, BurstParts parts, ColumnSet changed)
    {
        yield return Returning(
            parts.HasFlag(BurstParts.Begins) ? Insert(shapes.Instance) : Update(shapes.Instance, changed)
        );
        if (parts.HasFlag(BurstParts.Journal))
            yield return InsertAll(shapes.Journal, "@journal");
        if (parts.HasFlag(BurstParts.NewTimers))
            yield return InsertAll(shapes.Timers, "@newTimers");
        if (parts.HasFlag(BurstParts.GoneTimers))
            yield return DeleteAll(shapes.Timers, "@goneTimers");
        if (parts.HasFlag(BurstParts.NewWaits))
            yield return InsertAll(shapes.Waits, "@newWaits");
        if (parts.HasFlag(BurstParts.GoneWaits))
            yield return DeleteAll(shapes.Waits, "@goneWaits");
    }

    private static string Insert(RowShape shape) =>
        $"INSERT INTO \"{shape.Table}\" ({Names(shape)}) VALUES ({string.Join(", ", shape.Columns.Select(c => "@" + c.Name))})";

    private static string Update(RowShape shape, ColumnSet changed) =>
        $"UPDATE \"{shape.Table}\" SET "
        + string.Join(", ", shape.Columns.Where((_, i) => changed.Has(i)).Select(c => $"\"{c.Name}\" = @{c.Name}"))
        + " WHERE \"Id\" = @Id AND \"Version\" = @Version - 1";

    protected static string Names(RowShape shape) => string.Join(", ", shape.Columns.Select(c => $"\"{c.Name}\""));
}

/// <summary>What a burst has to write beside the instance itself.</summary>
[Flags]
public enum BurstParts
{
    None = 0,
    Begins = 1,
    Journal = 2,
    NewTimers = 4,
    GoneTimers = 8,
    NewWaits = 16,
    GoneWaits = 32,
}

/// <summary>Some of the columns of a table, by their places in its shape.</summary>
public readonly record struct ColumnSet(long Bits)
{
    /// <summary>Those whose value is not what is stored; all of them when nothing is.</summary>
    public static ColumnSet Changed(object?[]? stored, object?[] values)
    {
        var bits = 0L;
        for (var i = 0; i < values.Length; i++)
            if (stored is null || !Equals(stored[i], values[i]))
                bits |= 1L << i;
        return new ColumnSet(bits);
    }

    public bool Has(int place) => (Bits >> place & 1) != 0;
}

/// <summary>The kinds of rows that a burst writes by its own statements.</summary>
public sealed class BurstShapes(CaseFlowDb db)
{
    public RowShape Instance { get; } = RowShape.Of<InstanceRow>(db);
    public RowShape Journal { get; } = RowShape.Of<JournalRow>(db);
    public RowShape Timers { get; } = RowShape.Of<TimerRow>(db);
    public RowShape Waits { get; } = RowShape.Of<EventWaitRow>(db);
}
