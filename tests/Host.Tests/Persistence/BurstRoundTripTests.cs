using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using CaseFlow.Host.Persistence.PostgreSql;
using CaseFlow.Host.Tests.Support;
using CaseFlow.Host.Tests.Support.Databases;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Host.Tests.Persistence;

/// <summary>What a burst asks of a database server: every command is a way there and back.</summary>
[On(TestDatabase.PostgreSql)]
public sealed class BurstRoundTripTests : DatabaseTests
{
    [DatabaseFact]
    public async Task A_resume_reads_once_writes_one_batch_and_commits_once()
    {
        using var trips = new RoundTrips();
        await using var server = trips.Server();
        await TwoWaits.PublishAsync(server.Services, TwoWaits.DefinitionId, TwoWaits.Json());
        await TwoWaits.StartAsync(server.Services, "i-1");
        // What is read once for the whole process is not the burst's.
        await TwoWaits.RaiseAsync(server.Services, "i-1", TwoWaits.First);

        var made = await trips.OfAsync(() => TwoWaits.RaiseAsync(server.Services, "i-1", TwoWaits.Second));

        Assert.Equal(["SELECT", "UPDATE", "COMMIT"], made.Select(sql => sql.Split(' ')[0]));
    }

    [DatabaseFact]
    public async Task A_timer_that_is_due_reads_its_instance_once()
    {
        using var trips = new RoundTrips();
        await using var server = trips.Server();
        await TwoWaits.PublishAsync(server.Services, "an-hour", AnHour);
        await TwoWaits.StartAsync(server.Services, "i-1", "an-hour");
        server.Time.Advance(TimeSpan.FromHours(2));

        var made = await trips.OfAsync(server.FireTimersAsync);

        Assert.Single(made, sql => sql.Contains("FROM \"Instances\"", StringComparison.Ordinal));
        Assert.Single(made, sql => sql.StartsWith("UPDATE \"Instances\"", StringComparison.Ordinal));
    }

    private const string AnHour = """
        {
          "id": "an-hour-1", "definitionId": "an-hour", "name": "an-hour", "version": 1, "isLatest": true, "isPublished": true,
          "root": {
            "id": "flow", "type": "Elsa.Flowchart", "version": 1, "connections": [],
            "activities": [
              { "id": "delay", "type": "Elsa.Delay", "version": 1,
                "timeSpan": { "typeName": "TimeSpan", "expression": { "type": "Literal", "value": "01:00:00" } } }
            ]
          }
        }
        """;

    /// <summary>Commands as the driver tells of them, and commits as EF does, of one piece of work alone.</summary>
    private sealed class RoundTrips : DbTransactionInterceptor, IDisposable
    {
        private readonly ConcurrentQueue<string> _made = [];
        private readonly ActivityListener _listener;
        private ActivityTraceId _work;

        public RoundTrips()
        {
            _listener = new ActivityListener
            {
                ShouldListenTo = source => source.Name == "Npgsql",
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
                ActivityStopped = command =>
                {
                    if (command.TraceId == _work && command.GetTagItem("db.query.text") is string sql)
                        _made.Enqueue(sql);
                },
            };
            ActivitySource.AddActivityListener(_listener);
        }

        public CaseFlowServer Server() =>
            new()
            {
                Database = TestDatabase.PostgreSql,
                Adjust = services =>
                    services.ConfigureDbContext<PostgreSqlDb>(options => options.AddInterceptors(this)),
            };

        public async Task<IReadOnlyList<string>> OfAsync(Func<Task> work)
        {
            using var whole = new Activity("work").Start();
            _work = whole.TraceId;
            await work();
            _work = default;
            return [.. _made];
        }

        public override Task TransactionCommittedAsync(
            DbTransaction transaction,
            TransactionEndEventData data,
            CancellationToken ct = default
        )
        {
            if (_work != default && Activity.Current?.TraceId == _work)
                _made.Enqueue("COMMIT");
            return Task.CompletedTask;
        }

        public void Dispose() => _listener.Dispose();
    }
}
