using CaseFlow.Domain;
using CaseFlow.Domain.Services;
using CaseFlow.Host.Features.Cases;
using CaseFlow.Host.Features.Committee;
using CaseFlow.Host.Ui;

namespace CaseFlow.Host.Features.Inbox;

/// <summary>A task ready to show: its form or the page of its kind, and how the reader stands to it.</summary>
/// <param name="Case">Null when the procedure serves none.</param>
/// <param name="Values">What stands in the form: a draft, or what was posted and refused.</param>
/// <param name="Form">The fields of its form; null when it has none.</param>
public sealed record TaskSheet(
    TaskDetail Detail,
    CaseOnFile? Case,
    InboxRank Rank,
    IReadOnlyDictionary<string, object?> Values,
    IReadOnlyList<FormFieldView>? Form
)
{
    public TaskItem Task => Detail.Task;

    /// <summary>Why the last attempt was refused.</summary>
    public Refusal? Refused { get; init; }

    public MatchSheet? Matching { get; init; }

    public ChecklistSheet? Checklist { get; init; }

    public StudySheet? Study { get; init; }

    /// <summary>When the reply could leave if the case were referred today (P57).</summary>
    public DateTimeOffset? EarliestReplyIfReferredNow { get; init; }

    /// <summary>Nothing can be typed: somebody else holds it, or it is over.</summary>
    public bool ReadOnly => Detail.Ended is not null || Rank == InboxRank.Held;

    /// <summary>Whether the page of its kind needs the whole width, beside no list.</summary>
    public bool Wide => Matching is not null || Study is not null;

    /// <summary>What is wrong with which field, each by its name: several may need the same.</summary>
    public ErrorSummaryView Problems =>
        new([
            .. (Form ?? [])
                .SelectMany(f => f.Rows.SelectMany(row => row).Prepend(f))
                .Where(f => f.Error is not null)
                .Select(f => new ProblemView(f.Id, $"{f.Label}: {f.Error}")),
        ]);

    /// <summary>A text that stands in the form.</summary>
    public string? Kept(string field) => Values.Text(field) is { Length: > 0 } text ? text : null;

    public string? Question => Detail.Data.GetValueOrDefault("question") as string;
}

/// <summary>What must be done before a registration is complete (P60).</summary>
public sealed record ChecklistSheet(IReadOnlyList<ChecklistItem> Items, IReadOnlySet<string> Done);
