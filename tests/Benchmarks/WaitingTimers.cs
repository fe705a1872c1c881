using System.Diagnostics;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Tests.Persistence;
using CaseFlow.Host.Timers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Benchmarks;

/// <summary>Instances that wait for a timer, of which some fall due at the same moment; and what the waiting ones cost in memory.</summary>
internal sealed class WaitingTimers(int waiting, int due)
{
    private const string Hour = "an-hour";
    private const string Year = "a-year";
    private const int Chunk = 5_000;
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 6, 0, 0, TimeSpan.Zero);

    public async Task RunAsync(TextWriter output)
    {
        var clock = new VirtualClock(Start);
        await using var host = await BenchHost.StartAsync(clock: clock);
        await host.PublishAsync(Hour, Delay(Hour, "01:00:00"));
        await host.PublishAsync(Year, Delay(Year, "365.00:00:00"));
        await TwoWaits.StartAsync(host.Services, "hour", Hour);
        await TwoWaits.StartAsync(host.Services, "year", Year);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await CopyAsync(host, "hour", due - 1);
        await CopyAsync(host, "year", waiting - due - 1);
        var after = GC.GetTotalMemory(forceFullCollection: true);

        clock.Advance(TimeSpan.FromHours(2));
        var began = Stopwatch.GetTimestamp();
        var fired = await SweepAsync(host);
        var took = Stopwatch.GetElapsedTime(began);
        var left = await host.ReadAsync(db => db.Timers.CountAsync());
        if (left != waiting - due)
            throw new InvalidOperationException($"{left} timers are left instead of {waiting - due}.");

        await output.WriteLineAsync($"{host.Provider}: {waiting} waiting timers, {due} due at once");
        await output.WriteLineAsync(
            $"  fired                     {fired / took.TotalSeconds, 8:0} a second, all after {took.TotalSeconds:0.0} s"
        );
        began = Stopwatch.GetTimestamp();
        await SweepAsync(host);
        await output.WriteLineAsync(
            $"  a sweep with nothing due  {Stopwatch.GetElapsedTime(began).TotalMilliseconds, 8:0.0} ms"
        );
        await output.WriteLineAsync($"  memory of a waiting one   {(after - before) / (double)waiting, 8:0} bytes");
    }

    private static async Task<int> SweepAsync(BenchHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TimerSweep>().SweepAsync(CancellationToken.None);
    }

    /// <summary>Instance and timer again under other ids: as many real starts would leave the same rows.</summary>
    private static async Task CopyAsync(BenchHost host, string id, int copies)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseFlowDb>();
        var instance = await db.Instances.AsNoTracking().SingleAsync(i => i.Id == id);
        var timer = await db.Timers.AsNoTracking().SingleAsync(t => t.InstanceId == id);
        foreach (var chunk in Enumerable.Range(0, copies).Chunk(Chunk))
        {
            foreach (var i in chunk)
            {
                var copy = $"{id}{i}";
                db.Instances.Add(
                    new InstanceRow
                    {
                        Id = copy,
                        DefinitionId = instance.DefinitionId,
                        DefinitionVersionId = instance.DefinitionVersionId,
                        CreatedAt = instance.CreatedAt,
                        UpdatedAt = instance.UpdatedAt,
                        Status = instance.Status,
                        SubStatus = instance.SubStatus,
                        State = instance.State.Replace($"\"{id}", $"\"{copy}", StringComparison.Ordinal),
                        Version = instance.Version,
                    }
                );
                db.Timers.Add(
                    new TimerRow
                    {
                        Id = timer.Id.Replace(id, copy, StringComparison.Ordinal),
                        InstanceId = copy,
                        ActivityId = timer.ActivityId,
                        Kind = timer.Kind,
                        DueAt = timer.DueAt,
                    }
                );
            }
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }
    }

    private static string Delay(string definitionId, string span) =>
        $$"""
            {
              "id": "{{definitionId}}-1", "definitionId": "{{definitionId}}", "name": "{{definitionId}}", "version": 1,
              "isLatest": true, "isPublished": true,
              "root": {
                "id": "flow", "type": "Elsa.Flowchart", "version": 1,
                "activities": [
                  { "id": "delay", "type": "Elsa.Delay", "version": 1,
                    "timeSpan": { "typeName": "TimeSpan", "expression": { "type": "Literal", "value": "{{span}}" } } },
                  { "id": "end", "type": "Elsa.End", "version": 1 }
                ],
                "connections": [ { "source": { "activity": "delay", "port": "Done" }, "target": { "activity": "end" } } ]
              }
            }
            """;
}
