namespace CaseFlow.Host.Timers;

/// <summary>Time that stands still until it is moved: for the walkthrough, which lives through weeks in seconds.</summary>
public sealed class VirtualClock(DateTimeOffset start) : TimeProvider
{
    private long _ticks = start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    /// <summary>Jumps to a later moment; an earlier one is ignored, time does not run backwards.</summary>
    public void MoveTo(DateTimeOffset moment)
    {
        if (moment.UtcTicks > Interlocked.Read(ref _ticks))
            Interlocked.Exchange(ref _ticks, moment.UtcTicks);
    }

    public void Advance(TimeSpan by) => MoveTo(GetUtcNow() + by);
}
