using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace CaseFlow.Host.Persistence.SqlServer;

/// <summary>A SQL Server, shared by any number of hosts.</summary>
public sealed class SqlServerProvider(string connectionString) : DatabaseProvider
{
    private const int Deadlock = 1205;
    private const int SnapshotConflict = 3960;
    private const int DuplicateKey = 2627;
    private const int DuplicateInIndex = 2601;
    private const int LoginFailed = 18456;
    private const int NoSuchDatabase = 4060;

    private readonly SqlConnectionStringBuilder _connection = Connection(connectionString);

    public override BurstSql Bursts { get; } = new SqlServerBurstSql();
    public override string Shown => $"{_connection.InitialCatalog} on {_connection.DataSource}";

    public override void AddContext(IServiceCollection services) =>
        services.AddDbContextPool<CaseFlowDb, SqlServerDb>(options => options.UseSqlServer(_connection.ToString()));

    public override WriteGate OpenGate(TimeProvider clock) => new OwnCommit(this);

    public override void KeepJobs(IQuartzBuilder quartz) =>
        quartz.UsePersistentStore(store =>
        {
            store.UseSystemTextJsonSerializer();
            store.UseSqlServer(_connection.ToString());
            store.ProvisionSchema();
            store.UseClustering(cluster => cluster.CheckinInterval = TimeSpan.FromSeconds(5));
        });

    public override bool IsCollision(DbException failure) =>
        (failure as SqlException)?.Number is Deadlock or SnapshotConflict or DuplicateKey or DuplicateInIndex;

    public override Task LockInstanceAsync(CaseFlowDb db, string instanceId, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"SELECT 1 FROM [Instances] WITH (UPDLOCK, ROWLOCK) WHERE [Id] = {instanceId}", ct);

    public override Task LockInstanceOfTaskAsync(CaseFlowDb db, string taskId, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"SELECT 1 FROM [Instances] WITH (UPDLOCK, ROWLOCK) WHERE [Id] = (SELECT [InstanceId] FROM [Tasks] WHERE [Id] = {taskId})",
            ct
        );

    public override async Task<bool> TryHoldSignalAsync(CaseFlowDb db, string signalId, CancellationToken ct) =>
        (
            await db
                .Database.SqlQuery<int>(
                    $"SELECT 1 AS [Value] FROM [Signals] WITH (UPDLOCK, ROWLOCK, READPAST) WHERE [Id] = {signalId}"
                )
                .ToListAsync(ct)
        ).Count > 0;

    public override string ClaimSql(string table) =>
        $$"""
            WITH [due] AS (
                SELECT TOP ({2}) * FROM [{{table}}] WITH (ROWLOCK, UPDLOCK, READPAST)
                WHERE [DueAt] <= {0} AND [LeaseUntil] <= {0} ORDER BY [DueAt], [Id])
            UPDATE [due] SET [LeaseUntil] = {1} OUTPUT inserted.*
            """;

    public override string NextNumberSql =>
        """
            MERGE [Registers] WITH (HOLDLOCK) AS [r]
            USING (SELECT {0} AS [Series], {1} AS [HijriYear]) AS [n]
            ON [r].[Series] = [n].[Series] AND [r].[HijriYear] = [n].[HijriYear]
            WHEN MATCHED THEN UPDATE SET [Last] = [r].[Last] + 1
            WHEN NOT MATCHED THEN INSERT ([Series], [HijriYear], [Last]) VALUES ([n].[Series], [n].[HijriYear], 1)
            OUTPUT inserted.[Last] AS [Value];
            """;

    /// <summary>The lock belongs to the session: a host that dies gives it back.</summary>
    public override async Task PrepareAloneAsync(CaseFlowDb db, Func<Task> work, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await db.Database.ExecuteSqlAsync(
                $"EXEC sp_getapplock @Resource = 'CaseFlow.Prepare', @LockMode = 'Exclusive', @LockOwner = 'Session', @LockTimeout = -1",
                ct
            );
            await work();
            await db.Database.ExecuteSqlAsync(
                $"EXEC sp_releaseapplock @Resource = 'CaseFlow.Prepare', @LockOwner = 'Session'",
                ct
            );
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    public override string Explain(Exception failure) =>
        (failure as SqlException)?.Number switch
        {
            LoginFailed =>
                $"The database {Shown} refuses the login: check name and password in ConnectionStrings:CaseFlow.",
            NoSuchDatabase =>
                $"There is no database {Shown} for this login: create it, or check ConnectionStrings:CaseFlow.",
            { } number when number <= 0 || number is 2 or 53 or 258 or 10060 or 10061 or 11001 =>
                $"The SQL Server {_connection.DataSource} does not answer: start it, or check ConnectionStrings:CaseFlow.",
            _ => $"The database {Shown} cannot be used: {failure.Message}",
        };

    private static SqlConnectionStringBuilder Connection(string given)
    {
        try
        {
            return new SqlConnectionStringBuilder(given);
        }
        catch (Exception broken) when (broken is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new PrerequisiteException(
                $"ConnectionStrings:CaseFlow cannot be read for SqlServer: {broken.Message}"
            );
        }
    }
}
