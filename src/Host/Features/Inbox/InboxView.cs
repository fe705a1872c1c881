using CaseFlow.Domain;

namespace CaseFlow.Host.Features.Inbox;

/// <summary>A view of the inbox with its live count.</summary>
public sealed record InboxCount(string Key, int Count, bool Urgent = false);

/// <summary>Tasks of one service, for the list of views.</summary>
public sealed record ServiceCount(string Code, LocalText Name, int Count);

/// <summary>Tasks at one of the seven steps, for the list of views.</summary>
public sealed record StepCount(int Step, int Count);

/// <summary>The first two panes: views with their counts, and the list that the address asks for.</summary>
public sealed record InboxView(
    InboxFilter Filter,
    IReadOnlyList<InboxCount> Counts,
    IReadOnlyList<ServiceCount> Services,
    IReadOnlyList<StepCount> Steps,
    IReadOnlyList<InboxRow> Rows
)
{
    /// <param name="mine">Open tasks that the reader holds or may claim.</param>
    /// <param name="waiting">Open tasks of members in cases that the reader may see.</param>
    public static InboxView Of(
        IEnumerable<TaskItem> mine,
        IReadOnlyList<TaskItem> waiting,
        InboxFilter filter,
        DateTimeOffset now
    )
    {
        // What a member has to do himself is done in the portal, also by a member who works here.
        var all = InboxOrder.Sort(mine.Where(IsStaffs), now);
        var shown = filter.View == InboxFilter.Waiting ? Unranked(waiting) : all;
        return new InboxView(
            filter,
            [
                new(InboxFilter.All, all.Count(r => r.Rank != InboxRank.Held)),
                new(InboxFilter.Mine, all.Count(r => r.Task.Mine)),
                new(InboxFilter.Groups, all.Count(r => r.Task is { Mine: false, Assignee: null })),
                new(InboxFilter.Overdue, all.Count(r => r.Late), Urgent: true),
                new(InboxFilter.Waiting, waiting.Count),
            ],
            [
                .. all.Where(r => r.Task.ServiceCode is not null)
                    .GroupBy(r => r.Task.ServiceCode!)
                    .Select(g => new ServiceCount(g.Key, g.First().Task.Service, g.Count()))
                    .OrderByDescending(s => s.Count)
                    .ThenBy(s => s.Code, StringComparer.Ordinal),
            ],
            [
                .. all.Where(r => r.Task.Step is not null)
                    .GroupBy(r => r.Task.Step!.Value)
                    .Select(g => new StepCount(g.Key, g.Count()))
                    .OrderBy(s => s.Step),
            ],
            [.. shown.Where(filter.Takes)]
        );
    }

    private static bool IsStaffs(TaskItem task) => !task.ForApplicant;

    // Nobody here can hurry these on: the longest wait stands first.
    private static IReadOnlyList<InboxRow> Unranked(IReadOnlyList<TaskItem> waiting) =>
        [.. waiting.OrderBy(t => t.OpenedAt).Select(t => new InboxRow(t, InboxRank.Oldest))];
}
