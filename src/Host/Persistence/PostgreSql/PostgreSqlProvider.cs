using System.Data.Common;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Quartz;

namespace CaseFlow.Host.Persistence.PostgreSql;

/// <summary>A PostgreSQL server, shared by any number of hosts.</summary>
public sealed class PostgreSqlProvider(string connectionString) : DatabaseProvider
{
    // Any number will do, as long as every release uses the same.
    private const long PreparationLock = 0x43617365466C6F77;

    private readonly NpgsqlConnectionStringBuilder _connection = Connection(connectionString);

    public override BurstSql Bursts { get; } = new PostgreSqlBurstSql();
    public override string Shown => $"{_connection.Database} on {_connection.Host}:{_connection.Port}";

    public override void AddContext(IServiceCollection services) =>
        services.AddDbContextPool<CaseFlowDb, PostgreSqlDb>(options => options.UseNpgsql(_connection.ToString()));

    public override WriteGate OpenGate(TimeProvider clock) => new OwnCommit(this);

    public override void KeepJobs(IQuartzBuilder quartz) =>
        quartz.UsePersistentStore(store =>
        {
            store.UseSystemTextJsonSerializer();
            store.UsePostgres(_connection.ToString());
            store.ProvisionSchema();
            store.UseClustering(cluster => cluster.CheckinInterval = TimeSpan.FromSeconds(5));
        });

    public override bool IsCollision(DbException failure) =>
        failure.SqlState
            is PostgresErrorCodes.DeadlockDetected
                or PostgresErrorCodes.SerializationFailure
                or PostgresErrorCodes.UniqueViolation;

    public override Task LockInstanceAsync(CaseFlowDb db, string instanceId, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"""SELECT 1 FROM "Instances" WHERE "Id" = {instanceId} FOR UPDATE""", ct);

    public override Task LockInstanceOfTaskAsync(CaseFlowDb db, string taskId, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"""SELECT 1 FROM "Instances" WHERE "Id" = (SELECT "InstanceId" FROM "Tasks" WHERE "Id" = {taskId}) FOR UPDATE""",
            ct
        );

    public override async Task<bool> TryHoldSignalAsync(CaseFlowDb db, string signalId, CancellationToken ct) =>
        (
            await db
                .Database.SqlQuery<int>(
                    $"""SELECT 1 AS "Value" FROM "Signals" WHERE "Id" = {signalId} FOR UPDATE SKIP LOCKED"""
                )
                .ToListAsync(ct)
        ).Count > 0;

    public override string ClaimSql(string table) =>
        $$"""
            UPDATE "{{table}}" SET "LeaseUntil" = {1} WHERE "Id" IN (
                SELECT "Id" FROM "{{table}}" WHERE "DueAt" <= {0} AND "LeaseUntil" <= {0}
                ORDER BY "DueAt", "Id" LIMIT {2} FOR UPDATE SKIP LOCKED)
            RETURNING *
            """;

    public override string NextNumberSql =>
        """
            INSERT INTO "Registers" ("Series", "HijriYear", "Last") VALUES ({0}, {1}, 1)
            ON CONFLICT ("Series", "HijriYear") DO UPDATE SET "Last" = "Registers"."Last" + 1
            RETURNING "Last" AS "Value"
            """;

    /// <summary>The lock belongs to the session: a host that dies gives it back.</summary>
    public override async Task PrepareAloneAsync(CaseFlowDb db, Func<Task> work, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({PreparationLock})", ct);
            await work();
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({PreparationLock})", ct);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    public override string Explain(Exception failure) =>
        failure switch
        {
            PostgresException
            {
                SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification
            } =>
                $"The database {Shown} refuses the user {_connection.Username}: check name and password in ConnectionStrings:CaseFlow.",
            PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } =>
                $"There is no database {Shown}, and CaseFlow may not create it: create it, or check ConnectionStrings:CaseFlow.",
            PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } =>
                $"The user {_connection.Username} may not change the database {Shown}: give it the right to create tables there.",
            NpgsqlException { InnerException: SocketException or TimeoutException } =>
                $"The PostgreSQL server {_connection.Host}:{_connection.Port} does not answer: start it, or check ConnectionStrings:CaseFlow.",
            _ => $"The database {Shown} cannot be used: {failure.Message}",
        };

    private static NpgsqlConnectionStringBuilder Connection(string given)
    {
        try
        {
            var connection = new NpgsqlConnectionStringBuilder(given);
            // A server admits a hundred connections unless told otherwise: leave room for a second host.
            if (!connection.ContainsKey("Maximum Pool Size") || connection.MaxPoolSize == 100)
                connection.MaxPoolSize = 40;
            // The statements of a burst are always the same few: the server plans them once a connection.
            if (connection.MaxAutoPrepare == 0)
                connection.MaxAutoPrepare = 100;
            connection.ApplicationName ??= "CaseFlow";
            return connection;
        }
        catch (ArgumentException broken)
        {
            throw new PrerequisiteException(
                $"ConnectionStrings:CaseFlow cannot be read for PostgreSql: {broken.Message}"
            );
        }
    }
}
