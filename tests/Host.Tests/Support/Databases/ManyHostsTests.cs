namespace CaseFlow.Host.Tests.Support.Databases;

/// <summary>Facts that must hold with several hosts over one database as well: SQLite has one, the servers two.</summary>
public abstract class ManyHostsTests : DatabaseTests
{
    private CaseFlowServer? _second;

    /// <summary>All hosts of the database; the first is <see cref="DatabaseTests.Server"/>.</summary>
    protected IReadOnlyList<CaseFlowServer> Hosts =>
        Database == TestDatabase.Sqlite ? [Server] : [Server, _second ??= Beside(Server)];

    /// <summary>Calls the work so many times at once, on one host after the other.</summary>
    protected async Task<IReadOnlyList<T>> AtOnceAsync<T>(int times, Func<CaseFlowServer, int, Task<T>> work)
    {
        var hosts = Hosts;
        // All begin together, not as each is made.
        var begin = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = Enumerable.Range(0, times).Select(StartAsync).ToList();
        begin.SetResult();
        return await Task.WhenAll(running);

        async Task<T> StartAsync(int i)
        {
            await begin.Task;
            return await work(hosts[i % hosts.Count], i);
        }
    }

    public override async Task DisposeAsync()
    {
        if (_second is not null)
            await _second.DisposeAsync();
        await base.DisposeAsync();
    }

    private static CaseFlowServer Beside(CaseFlowServer first)
    {
        _ = first.Services;
        var second = new CaseFlowServer
        {
            Database = first.Database,
            Data = first.Data,
            KeepData = true,
        };
        second.Time.MoveTo(first.Now);
        _ = second.Services;
        return second;
    }
}
