using System.Collections.Concurrent;
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
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, string> _observed = new(StringComparer.Ordinal);
    private Dictionary<string, (long Version, int Incidents)> _seen = new(StringComparer.Ordinal);

    public void Begin(string connection, string instanceId) => _observed[connection] = instanceId;

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
        var now = await db
            .Instances.Where(i => open.Contains(i.Id))
            .Select(i => new
            {
                i.Id,
                i.Version,
                Incidents = db.Incidents.Count(n => n.InstanceId == i.Id && n.ResolvedAt == null),
            })
            .ToDictionaryAsync(i => i.Id, i => (i.Version, i.Incidents), ct);
        var changed = now.Where(i => _seen.TryGetValue(i.Key, out var before) && before != i.Value).ToList();
        _seen = now;
        foreach (var (id, _) in changed)
            await TellAsync(id, scope.ServiceProvider.GetRequiredService<ExecutionBook>(), ct);
    }

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
