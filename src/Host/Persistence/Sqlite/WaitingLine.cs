namespace CaseFlow.Host.Persistence.Sqlite;

/// <summary>First come, first served; waiting costs no thread. Unlike a semaphore it can tell whether somebody waits.</summary>
internal sealed class WaitingLine
{
    private readonly Lock _lock = new();
    private readonly LinkedList<TaskCompletionSource> _line = [];
    private bool _taken;

    public bool HasWaiters
    {
        get
        {
            lock (_lock)
                return _line.Count > 0;
        }
    }

    /// <summary>Comes back when it is the caller's turn, who must then call <see cref="PassOn"/>.</summary>
    public async Task WaitAsync(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (Join() is not { } mine)
            return;
        await using var leaving = ct.Register(() => Leave(mine, ct));
        await mine.Task;
    }

    /// <summary>Gives the turn to the next in line.</summary>
    public void PassOn()
    {
        TaskCompletionSource? next;
        lock (_lock)
        {
            next = _line.First?.Value;
            if (next is null)
                _taken = false;
            else
                _line.RemoveFirst();
        }
        next?.SetResult();
    }

    private TaskCompletionSource? Join()
    {
        lock (_lock)
        {
            if (!_taken)
            {
                _taken = true;
                return null;
            }
            var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _line.AddLast(mine);
            return mine;
        }
    }

    private void Leave(TaskCompletionSource mine, CancellationToken ct)
    {
        bool waited;
        lock (_lock)
            waited = _line.Remove(mine);
        // Whoever is no longer in line has the turn already and passes it on.
        if (waited)
            mine.SetCanceled(ct);
    }
}
