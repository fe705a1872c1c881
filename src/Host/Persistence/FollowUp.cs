using CaseFlow.Host.Timers;

namespace CaseFlow.Host.Persistence;

/// <summary>What the current unit of work has written for others to take up: they are woken once it is committed.</summary>
public sealed class FollowUp(Nudge nudge)
{
    private Work _wanted;

    public void Want(Work work) => _wanted |= work;

    /// <summary>A new attempt: what was written before is undone.</summary>
    public void Forget() => _wanted = Work.None;

    public void Committed()
    {
        nudge.Ask(_wanted);
        Forget();
    }
}
