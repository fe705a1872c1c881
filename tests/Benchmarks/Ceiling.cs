using System.Data.Common;
using System.Diagnostics;
using CaseFlow.Host.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Benchmarks;

/// <summary>
/// What the database itself allows: the rows of real bursts, written again by hand under other ids. Prepared statements, ready
/// parameters, one transaction for each burst and one read before each but the first; no engine, no EF, nothing else.
/// </summary>
internal sealed class Ceiling(IReadOnlyList<Ceiling.Burst> bursts)
{
    /// <summary>Reads back what a finished instance of two waits has left, a part for each of its bursts.</summary>
    public static async Task<Ceiling> OfAsync(
        IServiceProvider services,
        string instanceId,
        IReadOnlyList<string> states
    )
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseFlowDb>();
        var journal = await db
            .Journal.AsNoTracking()
            .Where(j => j.InstanceId == instanceId)
            .OrderBy(j => j.Sequence)
            .ToListAsync();
        var each = (journal.Count + states.Count - 1) / states.Count;
        return new Ceiling([.. states.Zip(journal.Chunk(each), (state, lines) => new Burst(state, lines))]);
    }

    /// <summary>Instances a second over as many connections as there are clients; SQLite takes one.</summary>
    public async Task<double> RunAsync(Func<DbConnection> open, int instances, int clients)
    {
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(
            Enumerable
                .Range(0, clients)
                .Select(client =>
                    Task.Run(async () =>
                    {
                        await using var connection = open();
                        await using var writer = new CeilingWriter(connection);
                        for (var i = 0; i < instances / clients; i++)
                            await writer.WriteAsync($"c{client}-{Guid.NewGuid():N}-{i}", bursts);
                    })
                )
        );
        return instances / clients * clients / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    internal sealed record Burst(string State, JournalRow[] Journal);
}
