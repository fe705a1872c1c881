namespace CaseFlow.Host.Persistence.SqlServer;

/// <summary>A burst's statements for SQL Server, which unfolds JSON by <c>OPENJSON</c>.</summary>
public sealed class SqlServerBurstSql : BurstSql
{
    protected override string SelectLocked(RowShape shape) =>
        $"SELECT {Names(shape)} FROM \"{shape.Table}\" WITH (UPDLOCK, ROWLOCK) WHERE \"Id\" = @Id";

    protected override string Returning(string statement) => statement + ";\nSELECT 1 WHERE @@ROWCOUNT = 1";

    protected override string InsertAll(RowShape shape, string parameter) =>
        $"INSERT INTO \"{shape.Table}\" ({Names(shape)}) SELECT {Names(shape)} FROM OPENJSON({parameter}) WITH ("
        + string.Join(", ", shape.Columns.Select((column, i) => $"\"{column.Name}\" {column.Type} '$[{i}]'"))
        + ")";

    // OPENJSON compares as the database does, our columns by bytes.
    protected override string DeleteAll(RowShape shape, string parameter) =>
        $"DELETE FROM \"{shape.Table}\" WHERE \"Id\" IN "
        + $"(SELECT \"value\" COLLATE Latin1_General_100_BIN2 FROM OPENJSON({parameter}))";
}
