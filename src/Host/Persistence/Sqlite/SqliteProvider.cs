using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Persistence.Sqlite;

/// <summary>The embedded default: one file in the data directory, one host, no other service.</summary>
public sealed class SqliteProvider(string? connectionString, DataDirectory data, Durability durability)
    : DatabaseProvider
{
    private const int ReadOnly = 8;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    private readonly SqliteConnectionStringBuilder _connection = Connection(connectionString, data);

    public override BurstSql Bursts { get; } = new SqliteBurstSql();
    public override bool IsShared => false;
    public override string Shown => $"{_connection.DataSource}";

    public override void AddContext(IServiceCollection services) =>
        services.AddDbContextPool<CaseFlowDb, SqliteDb>(options => options.UseSqlite(_connection.ToString()));

    public override WriteGate OpenGate(TimeProvider clock) =>
        new SharedCommit(_connection.ToString(), durability, clock);

    // A transaction here has the file for itself from its first moment on: there is nobody to collide with.
    public override bool IsCollision(DbException failure) => false;

    public override Task LockInstanceAsync(CaseFlowDb db, string instanceId, CancellationToken ct) =>
        Task.CompletedTask;

    public override Task LockInstanceOfTaskAsync(CaseFlowDb db, string taskId, CancellationToken ct) =>
        Task.CompletedTask;

    public override Task<bool> TryHoldSignalAsync(CaseFlowDb db, string signalId, CancellationToken ct) =>
        Task.FromResult(true);

    // One host alone: it holds whatever it has read.
    public override string ClaimSql(string table) =>
        $$"""
            SELECT * FROM "{{table}}" WHERE "DueAt" <= {0} AND "LeaseUntil" <= {0} AND {1} > 0
            ORDER BY "DueAt", "Id" LIMIT {2}
            """;

    public override string NextNumberSql =>
        """
            INSERT INTO "Registers" ("Series", "HijriYear", "Last") VALUES ({0}, {1}, 1)
            ON CONFLICT ("Series", "HijriYear") DO UPDATE SET "Last" = "Registers"."Last" + 1
            RETURNING "Last" AS "Value"
            """;

    public override Task PrepareAloneAsync(CaseFlowDb db, Func<Task> work, CancellationToken ct) => work();

    public override string Explain(Exception failure) =>
        (failure as SqliteException)?.SqliteErrorCode switch
        {
            ReadOnly => $"The database {Shown} is read-only: make the file and its folder writable for CaseFlow.",
            CannotOpen =>
                $"The database {Shown} cannot be opened: check that the path is a file CaseFlow may read and write.",
            NotADatabase => $"The file {Shown} is not a database: move it away or restore a backup.",
            _ => $"The database {Shown} cannot be used: {failure.Message}.",
        };

    private static SqliteConnectionStringBuilder Connection(string? given, DataDirectory data)
    {
        try
        {
            var connection = new SqliteConnectionStringBuilder(given) { Pooling = true };
            if (connection.DataSource.Length == 0)
                connection.DataSource = Path.Combine(data.Path, "caseflow.db");
            // The provider waits for a lock by trying again; without a limit of ours it gives up at once.
            if (!connection.ShouldSerialize("Default Timeout"))
                connection.DefaultTimeout = 30;
            return connection;
        }
        catch (ArgumentException broken)
        {
            throw new PrerequisiteException($"ConnectionStrings:CaseFlow cannot be read for Sqlite: {broken.Message}");
        }
    }
}
