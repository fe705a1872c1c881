using System.Collections.Concurrent;
using System.Diagnostics;
using CaseFlow.Host.Tests.Crash;
using CaseFlow.Host.Tests.Support;
using Microsoft.Data.Sqlite;

namespace CaseFlow.Benchmarks;

/// <summary>
/// Many requests for rent support through all seven steps, by HTTP, against the built host in a process of its own: five
/// documents, a signature by code, three votes, the study gate, registration, delivery and confirmation for each.
/// </summary>
internal sealed class CasesThroughTheApi(int count, int clients)
{
    private readonly ConcurrentBag<double> _completions = [];

    public async Task RunAsync(TextWriter output)
    {
        await using var host = new HostProcess();
        await host.StartAsync();
        var empty = SizeOf(host);

        var numbers = new ConcurrentBag<string>();
        var toTheCommittee = await TimedAsync(
            host,
            Enumerable.Range(0, count).Select(i => $"{i}"),
            async (society, _) =>
            {
                var number = await society.FileForStudyAsync();
                await society.DecideAsync(number, "accept");
                numbers.Add(number);
            }
        );
        var began = Stopwatch.GetTimestamp();
        await host.AdvanceAsync(TimeSpan.FromDays(14));
        var release = Stopwatch.GetElapsedTime(began);
        var toTheEnd = await TimedAsync(
            host,
            numbers,
            async (society, number) =>
            {
                await society.RegisterAsync(number);
                await society.ProvideAsync(number);
                await society.ConfirmAsync(number);
            }
        );

        var total = toTheCommittee + release + toTheEnd;
        var sorted = _completions.Order().ToList();
        await output.WriteLineAsync($"{count} cases, {clients} clients, {Environment.ProcessorCount} processors");
        await output.WriteLineAsync($"all seven steps        {count / total.TotalSeconds, 8:0.0} cases a second");
        await output.WriteLineAsync($"  to the decision      {toTheCommittee.TotalSeconds, 8:0.0} s");
        await output.WriteLineAsync(
            $"  study gates released {count / release.TotalSeconds, 8:0.0} a second, with their letters and mails"
        );
        await output.WriteLineAsync($"  to the end           {toTheEnd.TotalSeconds, 8:0.0} s");
        await output.WriteLineAsync(
            $"completing a task      p50 {At(sorted, 0.50):0.0} ms, p95 {At(sorted, 0.95):0.0} ms, p99 {At(sorted, 0.99):0.0} ms ({sorted.Count} completions)"
        );
        await output.WriteLineAsync($"database               {(SizeOf(host) - empty) / 1024.0 / count:0.0} KiB a case");
    }

    private async Task<TimeSpan> TimedAsync(
        HostProcess host,
        IEnumerable<string> items,
        Func<Society, string, Task> work
    )
    {
        var waiting = new ConcurrentQueue<string>(items);
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(
            Enumerable
                .Range(0, clients)
                .Select(async _ =>
                {
                    var society = new Society(host, took => _completions.Add(took.TotalMilliseconds));
                    while (waiting.TryDequeue(out var item))
                        await work(society, item);
                })
        );
        return Stopwatch.GetElapsedTime(began);
    }

    private static double At(List<double> sorted, double share) => sorted[(int)((sorted.Count - 1) * share)];

    /// <summary>The file once its log is copied back, so that what only waits to be copied does not count twice.</summary>
    private static long SizeOf(HostProcess host)
    {
        var file = Path.Combine(host.DataDirectory, "caseflow.db");
        using (var connection = new SqliteConnection($"Data Source={file}"))
        {
            connection.Open();
            using var checkpoint = connection.CreateCommand();
            checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            checkpoint.ExecuteNonQuery();
        }
        return new FileInfo(file).Length;
    }
}
