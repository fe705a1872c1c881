namespace CaseFlow.Host.Timers;

/// <summary>
/// The one clock of a development or demonstration system: the machine's time plus what somebody has advanced.
/// It only ever moves forward. Production runs on <see cref="TimeProvider.System"/>.
/// </summary>
public sealed class DevelopmentClock(TimeProvider machine) : TimeProvider
{
    private long _aheadTicks;

    /// <summary>How far ahead of the machine this clock is.</summary>
    public TimeSpan Ahead => TimeSpan.FromTicks(Interlocked.Read(ref _aheadTicks));

    public override DateTimeOffset GetUtcNow() => machine.GetUtcNow() + Ahead;

    /// <summary>Moves the clock forward.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Time does not run backwards.</exception>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(by.Ticks, nameof(by));
        Interlocked.Add(ref _aheadTicks, by.Ticks);
    }
}
