using CaseFlow.Host.Persistence;
using CaseFlow.Host.Persistence.PostgreSql;
using CaseFlow.Host.Persistence.Sqlite;
using CaseFlow.Host.Persistence.SqlServer;
using CaseFlow.Host.Tests.Support.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace CaseFlow.Host.Tests.Persistence;

/// <summary>Model and migrations agree on each database; what no server is here to try is at least read by its own parser.</summary>
public sealed class SchemaTests
{
    private const int BytesOfPrimaryKey = 900;
    private const int BytesOfIndex = 1700;

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    [InlineData(TestDatabase.SqlServer)]
    public void The_migrations_lead_to_the_model(TestDatabase database)
    {
        using var db = Model(database);

        Assert.False(db.Database.HasPendingModelChanges(), "Run .ci/add-migration NameOfTheChange.");
    }

    [Fact]
    public void Every_change_is_there_for_every_database()
    {
        using var sqlite = Model(TestDatabase.Sqlite);
        using var postgreSql = Model(TestDatabase.PostgreSql);
        using var sqlServer = Model(TestDatabase.SqlServer);

        Assert.Equal(Changes(sqlite), Changes(postgreSql));
        Assert.Equal(Changes(sqlite), Changes(sqlServer));
    }

    [Fact]
    public void The_script_for_SQL_Server_is_the_approved_one()
    {
        using var db = Model(TestDatabase.SqlServer);

        var script = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);

        Assert.True(Lines(script) == Lines(Approved()), "Run .ci/write-sqlserver-script and review the difference.");
    }

    [Fact]
    public void The_script_for_SQL_Server_is_read_by_its_own_parser() => Assert.Empty(Problems(Approved()));

    [Fact]
    public void The_parser_finds_what_is_broken() =>
        Assert.NotEmpty(
            Problems(Approved().Replace("CREATE TABLE [Cases] (", "CREATE TABLE [Cases] ((", StringComparison.Ordinal))
        );

    [Fact]
    public void The_statements_for_SQL_Server_are_read_by_its_own_parser()
    {
        var provider = new SqlServerProvider("Server=none");
        using var db = Model(TestDatabase.SqlServer);
        var shapes = provider.Bursts.Shapes(db);
        var everything = Enum.GetValues<BurstParts>().Aggregate((all, part) => all | part);
        string[] statements =
        [
            provider.ClaimSql("Timers"),
            provider.NextNumberSql,
            BurstSql.Published,
            provider.Bursts.ReadLocked(shapes),
            provider.Bursts.Text(shapes, everything, new ColumnSet(~0L)),
            provider.Bursts.Text(shapes, everything & ~BurstParts.Begins, new ColumnSet(~0L)),
        ];

        Assert.All(
            statements,
            sql => Assert.Empty(Problems(sql.Replace("{0}", "@a").Replace("{1}", "@b").Replace("{2}", "@c")))
        );
    }

    [Fact]
    public void No_key_of_SQL_Server_is_wider_than_it_takes()
    {
        using var db = Model(TestDatabase.SqlServer);
        var types = db.Model.GetEntityTypes().ToList();

        Assert.All(types.SelectMany(t => t.GetKeys()), k => Assert.InRange(Bytes(k.Properties), 1, BytesOfPrimaryKey));
        Assert.All(types.SelectMany(t => t.GetIndexes()), i => Assert.InRange(Bytes(i.Properties), 1, BytesOfIndex));
    }

    private static CaseFlowDb Model(TestDatabase database)
    {
        DatabaseProvider provider = database switch
        {
            TestDatabase.PostgreSql => new PostgreSqlProvider("Host=none"),
            TestDatabase.SqlServer => new SqlServerProvider("Server=none"),
            _ => new SqliteProvider("Data Source=:memory:", new DataDirectory("none"), Durability.Full),
        };
        var services = new ServiceCollection();
        provider.AddContext(services);
        return services.BuildServiceProvider().CreateScope().ServiceProvider.GetRequiredService<CaseFlowDb>();
    }

    private static IEnumerable<string> Changes(CaseFlowDb db) =>
        db.Database.GetMigrations().Select(m => m[(m.IndexOf('_', StringComparison.Ordinal) + 1)..]);

    private static int Bytes(IReadOnlyList<IReadOnlyProperty> columns) =>
        columns.Sum(c =>
            c.GetMaxLength() is { } length ? 2 * length
            : c.ClrType == typeof(string) ? 8000
            : 8
        );

    private static string Approved()
    {
        using var file = typeof(SchemaTests).Assembly.GetManifestResourceStream("schema.sql")!;
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }

    private static string Lines(string text) => text.ReplaceLineEndings("\n").Trim();

    private static IEnumerable<string> Problems(string sql)
    {
        new TSql150Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out var errors);
        return errors.Select(e => $"{e.Line}:{e.Column} {e.Message}");
    }
}
