using CaseFlow.Host.Persistence;
using CaseFlow.Workflows.Execution;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Signals;

/// <summary>What children and parents owe each other: news of the child, once, and the end of the child with its parent's.</summary>
public sealed class ChildReports(CaseFlowDb db, SignalBook signals)
{
    /// <summary>News of a child that will never do its work.</summary>
    public static Stimulus.ChildReported Failed(string childId) =>
        new(childId, InstanceSubStatus.Faulted, new Dictionary<string, object?>());

    /// <summary>After a burst: tells the parent what it waits for, and cancels the children of an instance that was cancelled.</summary>
    public async Task AfterBurstAsync(
        InstanceRow instance,
        InstanceState state,
        Stimulus stimulus,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        if (instance.ParentInstanceId is { } parent && IsDue(instance.News, state))
        {
            signals.Tell(parent, new Stimulus.ChildReported(instance.Id, state.SubStatus, state.Output), now);
            instance.News = ChildNews.None;
        }
        if (stimulus is not Stimulus.Cancelled cancelled || state.SubStatus is not InstanceSubStatus.Cancelled)
            return;
        var children = await db
            .Instances.Where(i => i.ParentInstanceId == instance.Id && i.Status == nameof(InstanceStatus.Running))
            .Select(i => i.Id)
            .ToListAsync(ct);
        foreach (var child in children)
            signals.Tell(child, cancelled, now);
    }

    /// <summary>An incident stopped a child: a parent that wants to hear of that is told, once.</summary>
    public async Task AfterFaultAsync(string childId, DateTimeOffset now, CancellationToken ct)
    {
        var child = db.Instances.Where(i =>
            i.Id == childId && (i.News == ChildNews.EndOrFault || i.News == ChildNews.FirstPause)
        );
        if (await child.Select(i => i.ParentInstanceId).SingleOrDefaultAsync(ct) is not { } parent)
            return;
        if (await child.ExecuteUpdateAsync(set => set.SetProperty(i => i.News, ChildNews.None), ct) == 1)
            signals.Tell(parent, Failed(childId), now);
    }

    private static bool IsDue(ChildNews news, InstanceState state) =>
        news is ChildNews.FirstPause || news is not ChildNews.None && state.Status == InstanceStatus.Finished;
}
