namespace CaseFlow.Host.Persistence;

/// <summary>One instance in a unit of work: its row, and all that its bursts want written beside it.</summary>
/// <param name="row">As the bursts change it.</param>
/// <param name="stored">What the database has of it, as <see cref="RowShape.ValuesOf"/> gives it; null when it has no row yet.</param>
public sealed class InstanceWork(InstanceRow row, object?[]? stored)
{
    public InstanceRow Row => row;

    /// <summary>What the database has of it, column by column.</summary>
    public object?[]? Stored => stored;

    /// <summary>It is started in this unit of work and has no row yet.</summary>
    public bool Begins => stored is null;

    /// <summary>A burst has run on it, so that it must be written.</summary>
    public bool Changed { get; set; }
    public List<JournalRow> Journal { get; } = [];
    public List<TimerRow> NewTimers { get; } = [];
    public List<string> GoneTimers { get; } = [];
    public List<EventWaitRow> NewWaits { get; } = [];
    public List<string> GoneWaits { get; } = [];

    /// <summary>Also for a timer that was started in this very unit of work and has no row yet.</summary>
    public void RemoveTimer(string id)
    {
        if (NewTimers.RemoveAll(t => t.Id == id) == 0)
            GoneTimers.Add(id);
    }

    /// <summary>Also for a wait that began in this very unit of work and has no row yet.</summary>
    public void RemoveWait(string id)
    {
        if (NewWaits.RemoveAll(w => w.Id == id) == 0)
            GoneWaits.Add(id);
    }

    public BurstParts Parts =>
        (Begins ? BurstParts.Begins : BurstParts.None)
        | (Journal.Count > 0 ? BurstParts.Journal : BurstParts.None)
        | (NewTimers.Count > 0 ? BurstParts.NewTimers : BurstParts.None)
        | (GoneTimers.Count > 0 ? BurstParts.GoneTimers : BurstParts.None)
        | (NewWaits.Count > 0 ? BurstParts.NewWaits : BurstParts.None)
        | (GoneWaits.Count > 0 ? BurstParts.GoneWaits : BurstParts.None);
}
