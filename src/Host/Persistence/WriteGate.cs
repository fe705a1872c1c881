namespace CaseFlow.Host.Persistence;

/// <summary>
/// Lets one writer of this process at a time into SQLite. The file admits one anyway, and the provider waits for it by
/// sleeping on a thread; here the waiters stand in a line and cost nothing. Servers admit many: there the gate stands open.
/// </summary>
public sealed class WriteGate(bool oneAtATime) : IDisposable
{
    private static readonly IDisposable Open = new Turn(null);
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Waits for the turn; disposing the answer gives it on.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken ct)
    {
        if (!oneAtATime)
            return Open;
        await _turn.WaitAsync(ct);
        return new Turn(_turn);
    }

    public void Dispose() => _turn.Dispose();

    private sealed class Turn(SemaphoreSlim? turn) : IDisposable
    {
        public void Dispose() => turn?.Release();
    }
}
