using System.Collections.Concurrent;
using System.Diagnostics;
using CaseFlow.Host.Persistence;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.ElsaApi.Instances;

/// <summary>
/// Looks once a second at the instances that somebody has open and tells what has changed. It asks the database, not the burst: so
/// it hears of what another host did, and a burst never waits for an onlooker. While nobody looks, it does nothing.
/// </summary>
public sealed class InstanceWatch(IServiceScopeFactory scopes, IHubContext<InstanceHub> hub, ILogger<InstanceWatch> log)
    : BackgroundService
{
    private const int MostKept = 1000;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // Each part of a viewer has a line of its own: one that was still on its way when the others were told hears it the second time.
    private static readonly TimeSpan Repetition = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<string, string> _observed = new(StringComparer.Ordinal);

    // Kept when the last onlooker goes: a viewer that has heard news leaves and comes back, and must not miss what happens meanwhile.
    private readonly ConcurrentDictionary<string, InstanceSight> _seen = new(StringComparer.Ordinal);

    private readonly Dictionary<string, long> _toRepeat = new(StringComparer.Ordinal);

    /// <param name="sight">How the instance stands now: a change from here on is news.</param>
    public void Begin(string connection, InstanceSight sight)
    {
        if (_seen.Count >= MostKept)
            _seen.Clear();
        _seen.TryAdd(sight.Id, sight);
        _observed[connection] = sight.Id;
    }

    public void End(string connection) => _observed.TryRemove(connection, out _);

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Pause, TimeProvider.System);
        while (await timer.WaitForNextTickAsync(ct))
        {
            if (_observed.IsEmpty)
                continue;
            try
            {
                await LookAsync(ct);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The next second is another try; a viewer can always be opened anew.
                log.LogWarning(e, "Open instances could not be looked at");
            }
        }
    }

    private async Task LookAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseFlowDb>();
        var open = _observed.Values.Distinct(StringComparer.Ordinal).ToList();
        foreach (var now in await db.Instances.Where(i => open.Contains(i.Id)).Sights(db).ToListAsync(ct))
        {
            var isNews = _seen.TryGetValue(now.Id, out var before) && before != now;
            if (isNews || IsToRepeat(now.Id))
                await TellAsync(now.Id, scope.ServiceProvider.GetRequiredService<ExecutionBook>(), ct);
            if (isNews)
                _toRepeat[now.Id] = Stopwatch.GetTimestamp();
            _seen[now.Id] = now;
        }
    }

    private bool IsToRepeat(string id) =>
        _toRepeat.TryGetValue(id, out var told) && Stopwatch.GetElapsedTime(told) >= Repetition && _toRepeat.Remove(id);

    private async Task TellAsync(string id, ExecutionBook books, CancellationToken ct)
    {
        var book = await books.OpenAsync(id, ct);
        var drawn = book.Definition.Root.AllChildren.Select(n => book.Stats(n.NodeId));
        var group = hub.Clients.Group(id);
        await group.SendAsync("ActivityExecutionLogUpdatedAsync", new { stats = drawn }, ct);
        await group.SendAsync("WorkflowExecutionLogUpdatedAsync", new { }, ct);
        await group.SendAsync("WorkflowInstanceUpdatedAsync", new { workflowInstanceId = id }, ct);
    }
}

/// <summary>What tells whether anything has happened to an instance.</summary>
public sealed record InstanceSight(string Id, long Version, int Incidents);

internal static class InstanceSights
{
    public static IQueryable<InstanceSight> Sights(this IQueryable<InstanceRow> instances, CaseFlowDb db) =>
        instances.Select(i => new InstanceSight(
            i.Id,
            i.Version,
            db.Incidents.Count(n => n.InstanceId == i.Id && n.ResolvedAt == null)
        ));
}
