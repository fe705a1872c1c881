namespace CaseFlow.Host.Persistence.PostgreSql;

/// <summary>A burst's statements for PostgreSQL. The provider sends all of them in one round trip.</summary>
public sealed class PostgreSqlBurstSql : BurstSql
{
    protected override string SelectLocked(RowShape shape) => base.SelectLocked(shape) + " FOR UPDATE";

    protected override string Returning(string statement) => statement + " RETURNING 1";

    protected override string InsertAll(RowShape shape, string parameter) =>
        $"INSERT INTO \"{shape.Table}\" ({Names(shape)}) SELECT "
        + string.Join(", ", shape.Columns.Select((column, i) => $"(value ->> {i})::{column.Type}"))
        + $" FROM json_array_elements({parameter}::json)";

    protected override string DeleteAll(RowShape shape, string parameter) =>
        $"DELETE FROM \"{shape.Table}\" WHERE \"Id\" IN (SELECT json_array_elements_text({parameter}::json))";
}
