namespace CaseFlow.Host.Features.Inbox;

/// <summary>Why a task stands where it stands in the inbox: the published order, most pressing first (P9).</summary>
public enum InboxRank
{
    /// <summary>Past its due date; the longest first.</summary>
    Overdue,

    /// <summary>Its time to escalate has come.</summary>
    Escalated,

    /// <summary>Due within a day.</summary>
    DueSoon,

    /// <summary>Of a member of the general assembly, by due date (P9).</summary>
    Member,

    /// <summary>Of a procedure without a case, by due date.</summary>
    Due,

    /// <summary>Without a due date; the oldest first.</summary>
    Oldest,

    /// <summary>A colleague works on it.</summary>
    Held,
}

/// <summary>A task with the reason for its place.</summary>
public sealed record InboxRow(TaskItem Task, InboxRank Rank)
{
    public bool Late => Rank == InboxRank.Overdue;
}

/// <summary>Puts tasks in order. One rule for everybody, so that each row can say why it is where it is.</summary>
public static class InboxOrder
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(1);

    public static IReadOnlyList<InboxRow> Sort(IEnumerable<TaskItem> tasks, DateTimeOffset now) =>
        [
            .. tasks
                .Select(t => new InboxRow(t, RankOf(t, now)))
                .OrderBy(r => r.Rank)
                .ThenBy(r => r.Task.DueAt ?? DateTimeOffset.MaxValue)
                .ThenBy(r => r.Task.OpenedAt)
                .ThenBy(r => r.Task.Id, StringComparer.Ordinal),
        ];

    public static InboxRank RankOf(TaskItem task, DateTimeOffset now)
    {
        if (task is { Assignee: not null, Mine: false })
            return InboxRank.Held;
        if (task.DueAt < now)
            return InboxRank.Overdue;
        if (task.Escalated)
            return InboxRank.Escalated;
        if (task.DueAt - now <= Soon)
            return InboxRank.DueSoon;
        if (task.DueAt is null)
            return InboxRank.Oldest;
        return task.CaseNumber is null ? InboxRank.Due : InboxRank.Member;
    }
}
