using System.Diagnostics;
using CaseFlow.Host.Tests.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Benchmarks;

/// <summary>Whether a start takes longer the more there is: with many procedures and many stored instances, against an empty file.</summary>
internal sealed class StartUp(int definitions, int instances)
{
    public async Task RunAsync(TextWriter output)
    {
        var host = await BenchHost.StartAsync();
        var first = await host.StopAsync();
        // The first start in a process compiles; both that are compared come after it.
        var empty = await TimedAsync(first);

        host = await BenchHost.StartAsync();
        for (var i = 0; i < definitions; i++)
            await host.PublishAsync($"two-waits-{i}");
        await TwoWaits.StartAsync(host.Services, "one", "two-waits-0");
        await FillAsync(host);
        var full = await TimedAsync(await host.StopAsync());

        await output.WriteLineAsync(
            $"start with nothing stored                         {empty.TotalMilliseconds, 6:0} ms"
        );
        await output.WriteLineAsync(
            $"start with {definitions} definitions and {instances} instances {full.TotalMilliseconds, 10:0} ms"
        );
    }

    private static async Task<TimeSpan> TimedAsync(DirectoryInfo data)
    {
        var began = Stopwatch.GetTimestamp();
        await using var host = await BenchHost.StartAsync(data: data);
        return Stopwatch.GetElapsedTime(began);
    }

    private Task<int> FillAsync(BenchHost host) =>
        host.ReadAsync(db =>
        {
            db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
            var columns = db
                .Model.FindEntityType(typeof(Host.Persistence.InstanceRow))!
                .GetProperties()
                .Select(p => p.Name)
                .ToList();
            var into = string.Join(", ", columns.Select(c => $"\"{c}\""));
            var from = string.Join(", ", columns.Select(c => c == "Id" ? "'copy-' || n" : $"\"{c}\""));
#pragma warning disable EF1002 // The names come from the model.
            return db.Database.ExecuteSqlRawAsync(
                $"""
                WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {instances})
                INSERT INTO "Instances" ({into}) SELECT {from} FROM "Instances", numbers WHERE "Id" = 'one'
                """
            );
#pragma warning restore EF1002
        });
}
