namespace CaseFlow.Host.Persistence.Sqlite;

/// <summary>A burst's statements for SQLite, which unfolds JSON by <c>json_each</c>.</summary>
public sealed class SqliteBurstSql : BurstSql
{
    protected override string Returning(string statement) => statement + " RETURNING 1";

    protected override string InsertAll(RowShape shape, string parameter) =>
        $"INSERT INTO \"{shape.Table}\" ({Names(shape)}) SELECT "
        + string.Join(", ", Enumerable.Range(0, shape.Columns.Count).Select(i => $"value ->> {i}"))
        + $" FROM json_each({parameter})";

    protected override string DeleteAll(RowShape shape, string parameter) =>
        $"DELETE FROM \"{shape.Table}\" WHERE \"Id\" IN (SELECT value FROM json_each({parameter}))";
}
