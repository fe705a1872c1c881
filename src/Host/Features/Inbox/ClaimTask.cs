using CaseFlow.Domain.Parties;
using CaseFlow.Host.Runtime;
using CaseFlow.Host.Tasks;
using MediatR;

namespace CaseFlow.Host.Features.Inbox;

/// <summary>Takes a task out of the group's list. Of two who try, one wins and the other is told who.</summary>
public sealed record ClaimTask(string TaskId, Actor By) : ICommand<TaskChanged>;

/// <summary>Puts a claimed task back on the group's list.</summary>
public sealed record ReleaseTask(string TaskId, Actor By) : ICommand<TaskChanged>;

/// <summary>The version of the task after the change; completing it sends this version back.</summary>
public sealed record TaskChanged(string TaskId, long Version);

public sealed class ClaimTaskHandler(TaskBook tasks) : IRequestHandler<ClaimTask, TaskChanged>
{
    public Task<TaskChanged> Handle(ClaimTask request, CancellationToken ct) =>
        tasks.ChangeAsync(request.TaskId, request.By, "task.claimed", (task, now) => task.Claim(request.By, now), ct);
}

public sealed class ReleaseTaskHandler(TaskBook tasks) : IRequestHandler<ReleaseTask, TaskChanged>
{
    public Task<TaskChanged> Handle(ReleaseTask request, CancellationToken ct) =>
        tasks.ChangeAsync(
            request.TaskId,
            request.By,
            "task.released",
            (task, now) => task.Release(request.By, now),
            ct
        );
}
