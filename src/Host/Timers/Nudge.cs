namespace CaseFlow.Host.Timers;

/// <summary>Work that recurs and may be wanted sooner.</summary>
[Flags]
public enum Work
{
    None = 0,
    Outbox = 1,
    Signals = 2,
    Calls = 4,
}

/// <summary>
/// Wakes recurring work of this host before its next turn, once for however many ask. Without a schedule nothing happens, and nothing is
/// lost.
/// </summary>
public sealed class Nudge : IDisposable
{
    private readonly SemaphoreSlim _asked = new(0);
    private int _wanted;

    /// <summary>After the commit of what it shall find.</summary>
    public void Ask(Work work)
    {
        if (work != Work.None && Interlocked.Or(ref _wanted, (int)work) == 0)
            _asked.Release();
    }

    public Task SendOutboxAsync()
    {
        Ask(Work.Outbox);
        return Task.CompletedTask;
    }

    public async Task<Work> NextAsync(CancellationToken ct)
    {
        await _asked.WaitAsync(ct);
        return (Work)Interlocked.Exchange(ref _wanted, 0);
    }

    public void Dispose() => _asked.Dispose();
}
