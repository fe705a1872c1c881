using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using CaseFlow.Host.Tests.Support;
using CaseFlow.Workflows.Execution;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SQLitePCL;

namespace CaseFlow.Host.Tests.Persistence;

/// <summary>What a burst costs the database, and that all of it is there afterwards.</summary>
public sealed class BurstWriteTests : IClassFixture<BurstWriteTests.Published>
{
    private readonly CaseFlowServer _server;

    public BurstWriteTests(Published published) => _server = published.Server;

    [Fact]
    public async Task An_instance_without_a_case_runs_to_its_end_over_two_waits()
    {
        await TwoWaits.StartAsync(_server.Services, "i-1");
        var waiting = await RowAsync("i-1");
        var wait = Assert.Single(await WaitsAsync("i-1"));
        Assert.Equal((TwoWaits.First, "Running"), (wait.Name, waiting.Status));

        await TwoWaits.RaiseAsync(_server.Services, "i-1", TwoWaits.First);
        Assert.Equal(TwoWaits.Second, Assert.Single(await WaitsAsync("i-1")).Name);
        await TwoWaits.RaiseAsync(_server.Services, "i-1", TwoWaits.Second);

        var finished = await RowAsync("i-1");
        Assert.Equal(("Finished", _server.Now, 3L), (finished.Status, finished.FinishedAt, finished.Version));
        Assert.Empty(await WaitsAsync("i-1"));
        var journal = await _server.ReadAsync(db =>
            db.Journal.Where(j => j.InstanceId == "i-1").OrderBy(j => j.Sequence).ToListAsync()
        );
        Assert.Equal(Enumerable.Range(1, journal.Count).Select(n => (long)n), journal.Select(j => j.Sequence));
        Assert.Contains(journal, j => j is { ActivityId: "second", Event: JournalEvent.Suspended });
        Assert.All(journal, j => Assert.Equal(_server.Now, j.At));
    }

    [Fact]
    public async Task A_resume_reads_once_writes_one_batch_and_commits_once()
    {
        await TwoWaits.StartAsync(_server.Services, "i-2");
        // What is prepared once for the whole process is not the burst's.
        await TwoWaits.RaiseAsync(_server.Services, "i-2", TwoWaits.First);

        var ran = await TracedAsync(() => TwoWaits.RaiseAsync(_server.Services, "i-2", TwoWaits.Second));

        Assert.Equal(
            ["SAVEPOINT", "SELECT", "UPDATE", "INSERT", "DELETE", "RELEASE", "COMMIT"],
            ran.Where(s => !s.StartsWith("BEGIN", StringComparison.Ordinal)).Select(s => s.Trim().Split(' ', ';')[0])
        );
    }

    [Fact]
    public async Task A_resume_writes_only_those_columns_of_the_instance_that_have_changed()
    {
        await TwoWaits.StartAsync(_server.Services, "i-5");

        var ran = await TracedAsync(() => TwoWaits.RaiseAsync(_server.Services, "i-5", TwoWaits.First));

        var update = Assert.Single(ran, s => s.StartsWith("UPDATE", StringComparison.Ordinal));
        Assert.Contains("\"State\" =", update, StringComparison.Ordinal);
        Assert.DoesNotContain("\"CorrelationId\" =", update, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stale_instance_is_not_written_over()
    {
        await TwoWaits.StartAsync(_server.Services, "i-3");
        await using var scope = _server.Services.CreateAsyncScope();
        var unit = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        var bursts = scope.ServiceProvider.GetRequiredService<BurstRunner>();
        var db = scope.ServiceProvider.GetRequiredService<CaseFlowDb>();
        var attempts = 0;

        await unit.RunAsync(
            async () =>
            {
                attempts++;
                var first = new Stimulus.EventReceived(TwoWaits.First, null, By: null);
                await bursts.DeliverAsync("i-3", first, unit.Now, CancellationToken.None);
                // As another host would, between our reading and our writing.
                if (attempts == 1)
                    await db.Instances.ExecuteUpdateAsync(set => set.SetProperty(i => i.Version, i => i.Version + 1));
            },
            CancellationToken.None
        );

        Assert.Equal(2, attempts);
        Assert.Equal(TwoWaits.Second, Assert.Single(await WaitsAsync("i-3")).Name);
    }

    [Fact]
    public async Task A_started_instance_cannot_be_started_again()
    {
        await TwoWaits.StartAsync(_server.Services, "i-4");

        await Assert.ThrowsAsync<SqliteException>(() => TwoWaits.StartAsync(_server.Services, "i-4"));

        Assert.Equal(1, (await RowAsync("i-4")).Version);
    }

    [Fact]
    public async Task A_commit_survives_the_loss_of_power_by_default()
    {
        await using var scope = _server.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseFlowDb>();
        var unit = scope.ServiceProvider.GetRequiredService<UnitOfWork>();

        // 2 is FULL: the log is forced to the disk at every commit. Inside a unit of work and, for Identity, outside of one.
        Assert.Equal(2, await SynchronousAsync(db));
        Assert.Equal(2, await unit.RunAsync(() => SynchronousAsync(db), CancellationToken.None));
        Assert.Equal("wal", await db.Database.SqlQuery<string>($"PRAGMA journal_mode").OnlyAsync());
    }

    private static async Task<long> SynchronousAsync(CaseFlowDb db) =>
        await db.Database.SqlQuery<long>($"PRAGMA synchronous").OnlyAsync();

    /// <summary>Every statement that SQLite itself says it ran on the connection of the units of work.</summary>
    private async Task<List<string>> TracedAsync(Func<Task> work)
    {
        var ran = new List<string>();
        await using var scope = _server.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseFlowDb>();
        var unit = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        var connection = await unit.RunAsync(
            () => Task.FromResult((SqliteConnection)db.Database.GetDbConnection()),
            CancellationToken.None
        );
        raw.sqlite3_trace(connection.Handle, (_, statement) => ran.Add(statement), null);
        await work();
        raw.sqlite3_trace(connection.Handle, (strdelegate_trace?)null, null);
        return ran;
    }

    private Task<InstanceRow> RowAsync(string id) => _server.ReadAsync(db => db.Instances.SingleAsync(i => i.Id == id));

    private Task<List<EventWaitRow>> WaitsAsync(string id) =>
        _server.ReadAsync(db => db.EventWaits.Where(w => w.InstanceId == id).ToListAsync());

    public sealed class Published : IAsyncLifetime
    {
        public CaseFlowServer Server { get; } = new();

        public Task InitializeAsync() => TwoWaits.PublishAsync(Server.Services, TwoWaits.DefinitionId, TwoWaits.Json());

        public Task DisposeAsync() => Server.DisposeAsync().AsTask();
    }
}

internal static class Pragmas
{
    /// <summary>A pragma cannot stand in a subquery, so nothing may be composed over it.</summary>
    public static async Task<T> OnlyAsync<T>(this IQueryable<T> pragma) => (await pragma.ToListAsync()).Single();
}
