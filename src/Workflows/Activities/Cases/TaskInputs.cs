using CaseFlow.Domain;
using CaseFlow.Domain.Parties;
using CaseFlow.Domain.Tasks;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Activities.Cases;

/// <summary>Inputs and outputs that all activities with tasks share.</summary>
internal static class TaskInputs
{
    public const string Category = "CaseFlow";

    public static IReadOnlyList<ActivityInput> All { get; } =
    [
        Describe.Text("Title").Required(),
        Describe.Text("TitleEnglish"),
        Describe.Text("Role").Refers(ReferenceKind.Role),
        Describe.Text("Form").Refers(ReferenceKind.Form),
        Describe.Span("Due"),
        Describe.Span("RemindAfter"),
        Describe.Span("EscalateAfter"),
        Describe.Text("EscalateTo").Refers(ReferenceKind.Role),
        Describe.Text("Calendar").Refers(ReferenceKind.Calendar),
    ];

    public static ActivityDescriptor Describing(string type, params IReadOnlyList<ActivityInput> more) =>
        Describe
            .Type(type, Category, [.. All, .. more])
            .Yielding(Describe.Out("Result"), Describe.Out("Outcome", "String"), Describe.Out("CompletedBy"));

    /// <summary>The title in both languages; what is missing is filled from the other one, or from the activity's name.</summary>
    public static LocalText Title(ActivityContext context, string key)
    {
        var (arabic, english) = (context.Text(key), context.Text(key + "English"));
        var name = context.Node.Name ?? context.Node.Id;
        return new LocalText(arabic ?? english ?? name, english ?? arabic ?? name);
    }

    /// <summary>A task for nobody yet.</summary>
    public static TaskOrder Order(
        ActivityContext context,
        string kind,
        LocalText title,
        IReadOnlyList<string> outcomes
    ) =>
        new(
            TaskId: "",
            context.InstanceId,
            context.Node.Id,
            kind,
            title,
            CandidateRole: null,
            Assignee: null,
            ForApplicant: false,
            context.Text("form"),
            outcomes,
            context.Node.Clause,
            context.Node.Step,
            context.Span("due") is { } due ? InTime(context, due) : null,
            new Dictionary<string, object?>()
        );

    /// <summary>A moment that lies a length of time ahead: of working time, when the author named a calendar.</summary>
    /// <exception cref="FaultException">There is no such calendar.</exception>
    public static DateTimeOffset InTime(ActivityContext context, TimeSpan span) =>
        context.Text("calendar") is { } calendar ? context.InWorkingTime(calendar, span) : context.In(span);

    public static IReadOnlyDictionary<string, object?> Person(Actor by) =>
        new Dictionary<string, object?>
        {
            ["userId"] = by.UserId,
            ["name"] = by.Name,
            ["nameEnglish"] = by.NameEnglish,
            ["partyId"] = by.PartyId,
        };
}
