using System.Text.Json;
using CaseFlow.Domain;
using CaseFlow.Domain.Tasks;
using CaseFlow.Host.Persistence;

namespace CaseFlow.Host.Tasks;

/// <summary>A human task as a row, and the row as a human task.</summary>
public static class TaskRows
{
    public static HumanTask ToTask(TaskRow row) =>
        new(JsonSerializer.Deserialize<HumanTaskState>(row.Document, DomainJson.Options)!);

    /// <param name="formVersion">The version of its form in force now.</param>
    public static TaskRow Create(HumanTask task, string? caseNumber, string? formVersion)
    {
        var order = task.Order;
        var row = new TaskRow
        {
            Id = order.TaskId,
            InstanceId = order.InstanceId,
            CaseNumber = caseNumber,
            Kind = order.Kind,
            TitleAr = order.Title.Ar,
            TitleEn = order.Title.En,
            Step = order.Step,
            OpenedAt = task.State.OpenedAt,
            DueAt = order.DueAt,
            FormVersion = formVersion,
            ApplicantPartyId = order.ForApplicant ? task.State.ApplicantPartyId : null,
        };
        Copy(task, row);
        return row;
    }

    /// <summary>Notes that the activity of the task has another id now; for its people nothing changes, nor does its version.</summary>
    public static void Rename(TaskRow row, IReadOnlyDictionary<string, string> renamed)
    {
        var state = ToTask(row).State;
        if (!renamed.TryGetValue(state.Order.ActivityId, out var id))
            return;
        row.Document = JsonSerializer.Serialize(
            state with
            {
                Order = state.Order with { ActivityId = id },
            },
            DomainJson.Options
        );
    }

    /// <summary>Writes the task's state over what the row held.</summary>
    public static void Copy(HumanTask task, TaskRow row)
    {
        var state = task.State;
        row.Document = JsonSerializer.Serialize(state, DomainJson.Options);
        row.Status = state.Status;
        row.CandidateRole = task.Order.Assignee is null ? task.Order.CandidateRole : null;
        row.EscalatedTo = state.EscalatedTo;
        row.AssigneeId = state.Claim?.UserId ?? task.Order.Assignee;
        row.AssigneeName = state.Claim?.Name;
        row.EndedAt = state.Completion?.At ?? state.CancelledAt;
        row.Version = state.Version;
    }
}
