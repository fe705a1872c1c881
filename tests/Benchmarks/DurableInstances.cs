using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Tests.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Benchmarks;

/// <summary>
/// Instances of two waits through the host's own unit of work: three bursts, each read, run, written and committed before its
/// caller goes on. Beside it what the same database allows by hand.
/// </summary>
internal sealed class DurableInstances(int instances, int clients, string? only)
{
    private const int BurstsEach = 3;

    public async Task RunAsync(TextWriter output)
    {
        var engine = PureEngine.PerBurst(20_000);
        foreach (var durability in Durabilities())
        {
            await using var host = await BenchHost.StartAsync(durability);
            await host.PublishAsync(TwoWaits.DefinitionId);
            var states = await StatesOfOneAsync(host, "measure");
            await TimedAsync(host, "warm", instances / 10, clients);

            var ceiling = await Ceiling.OfAsync(host.Services, "measure", states);
            var open = Opener(host, durability);
            await ceiling.RunAsync(open, instances / 10, 1);
            var (limit, byHand) = await MeasuredAsync(
                instances,
                () => ceiling.RunAsync(open, instances, host.IsSqlite ? 1 : clients)
            );
            var alone = await TimedAsync(host, "alone", instances / 4, 1);
            var (together, each) = await MeasuredAsync(instances, () => TimedAsync(host, "many", instances, clients));

            await output.WriteLineAsync(
                $"{host.Provider}, durability {durability}, {instances} instances, {clients} clients"
            );
            await output.WriteLineAsync(
                $"  by hand, a commit each    {limit, 8:0} instances a second, {byHand:0} µs of processor a burst"
            );
            await output.WriteLineAsync($"  one client                {alone, 8:0} instances a second");
            await output.WriteLineAsync(
                $"  {clients, 2} clients                {together, 8:0} instances a second, {together / limit:P0} of by hand"
            );
            await output.WriteLineAsync(
                $"  processor                 {each, 8:0} µs a burst; engine and state as text {engine:0} µs ({engine / each:P0})"
            );
        }
    }

    private string[] Durabilities() =>
        only is not null ? [only]
        : Environment.GetEnvironmentVariable("Database__Provider") is null or "Sqlite" ? ["Full", "Normal"]
        : ["Full"];

    private static async Task<List<string>> StatesOfOneAsync(BenchHost host, string id)
    {
        var states = new List<string>();
        await TwoWaits.StartAsync(host.Services, id);
        await KeepAsync();
        await TwoWaits.RaiseAsync(host.Services, id, TwoWaits.First);
        await KeepAsync();
        await TwoWaits.RaiseAsync(host.Services, id, TwoWaits.Second);
        await KeepAsync();
        return states;

        async Task KeepAsync()
        {
            await using var scope = host.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<CaseFlowDb>();
            states.Add(await db.Instances.Where(i => i.Id == id).Select(i => i.State).SingleAsync());
        }
    }

    /// <summary>The rate, and the processor time of a burst in µs: that of the whole process, the compiler and the collector with it.</summary>
    private static async Task<(double Rate, double Processor)> MeasuredAsync(int count, Func<Task<double>> run)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var rate = await run();
        var spent = Process.GetCurrentProcess().TotalProcessorTime - before;
        return (rate, spent.TotalMicroseconds / count / BurstsEach);
    }

    private static async Task<double> TimedAsync(BenchHost host, string prefix, int count, int clients)
    {
        var waiting = new ConcurrentQueue<int>(Enumerable.Range(0, count));
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(
            Enumerable
                .Range(0, clients)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        while (waiting.TryDequeue(out var i))
                        {
                            await TwoWaits.StartAsync(host.Services, $"{prefix}-{i}");
                            await TwoWaits.RaiseAsync(host.Services, $"{prefix}-{i}", TwoWaits.First);
                            await TwoWaits.RaiseAsync(host.Services, $"{prefix}-{i}", TwoWaits.Second);
                        }
                    })
                )
        );
        return count / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static Func<DbConnection> Opener(BenchHost host, string durability) =>
        () =>
        {
            DbConnection connection;
            if (host.IsSqlite)
                connection = new SqliteConnection($"Data Source={host.File}");
            else
            {
                using var scope = host.Services.CreateScope();
                var db = scope.ServiceProvider.GetRequiredService<CaseFlowDb>();
                connection = (DbConnection)((ICloneable)db.Database.GetDbConnection()).Clone();
            }
            connection.Open();
            if (!host.IsSqlite)
                return connection;
            using var pragma = connection.CreateCommand();
            pragma.CommandText =
                $"PRAGMA synchronous={durability}; PRAGMA cache_size=-65536; PRAGMA wal_autocheckpoint=4000";
            pragma.ExecuteNonQuery();
            return connection;
        };
}
