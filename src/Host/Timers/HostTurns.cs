namespace CaseFlow.Host.Timers;

/// <summary>
/// One at a time on this host, whoever asks: the schedule or a nudge. Between hosts what they take is told apart in the database.
/// </summary>
public sealed class HostTurns : IDisposable
{
    private readonly SemaphoreSlim _outbox = new(1);
    private readonly SemaphoreSlim _signals = new(1);
    private readonly SemaphoreSlim _calls = new(1);

    /// <summary>Waits for the turn and does the work.</summary>
    public async Task<int> TakeAsync(Work work, Func<Task<int>> act, CancellationToken ct)
    {
        var turn =
            work == Work.Outbox ? _outbox
            : work == Work.Signals ? _signals
            : _calls;
        await turn.WaitAsync(ct);
        try
        {
            return await act();
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose()
    {
        _outbox.Dispose();
        _signals.Dispose();
        _calls.Dispose();
    }
}
