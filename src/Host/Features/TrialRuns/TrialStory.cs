using CaseFlow.Domain;
using CaseFlow.Domain.Cases;
using CaseFlow.Host.Features.Procedures;
using CaseFlow.Host.Ui;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;
using CaseFlow.Workflows.Letters;
using CaseFlow.Workflows.Simulation;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Host.Features.TrialRuns;

/// <summary>One burst of a trial run in words.</summary>
/// <param name="Other">Whose burst it was, when it was not the procedure's own but that of one it started.</param>
/// <param name="Passed">The activities that it came by.</param>
/// <param name="Notes">What else came of it, a sentence each.</param>
/// <param name="Refused">The rules said no to what was being done, and nothing happened.</param>
/// <param name="Faults">What an operator would have to look at.</param>
public sealed record StoryLine(
    DateTimeOffset At,
    string Icon,
    string Cause,
    string? Other,
    IReadOnlyList<PassedLine> Passed,
    IReadOnlyList<string> Notes,
    IReadOnlyList<RenderedLetter> Letters,
    Refusal? Refused,
    IReadOnlyList<Incident> Faults
);

/// <summary>An activity that was come by.</summary>
/// <param name="Detail">The outcomes that were followed, when they are not the usual one.</param>
public sealed record PassedLine(string Label, JournalEvent Event, string? Detail);

/// <summary>Tells a trial run in the reader's language.</summary>
public sealed class TrialStory(
    IStringLocalizer<Texts> texts,
    IStringLocalizer<Inbox.Texts> inbox,
    IStringLocalizer<Ui.Texts> shared,
    TrialPeople people,
    Reader reader
)
{
    public IReadOnlyList<StoryLine> Tell(Played played) => [.. played.Steps.Select(s => Line(s, played))];

    /// <summary>What an outcome of a task is called.</summary>
    public string Outcome(string kind, string outcome) =>
        inbox[$"Outcome.{kind.Split('.')[^1]}.{outcome}"] is { ResourceNotFound: false } own ? own.Value
        : texts[$"Outcome.{outcome}"] is { ResourceNotFound: false } known ? known.Value
        : inbox[$"Outcome.{outcome}"] is { ResourceNotFound: false } common ? common.Value
        : outcome;

    public string Title(TrialWait wait) =>
        wait.Task is { } task ? task.Title.In(reader.Preferences.Language) : wait.Name ?? wait.ActivityId;

    /// <summary>Who is to do a task.</summary>
    public string Who(Domain.Tasks.TaskOrder task) => people.Say(TrialPeople.For(task));

    /// <summary>The activities of the procedure itself that the run came by.</summary>
    public static HashSet<string> Way(Played played) =>
        [
            .. played
                .Steps.Where(s => s.InstanceId == played.Steps[0].InstanceId && s.Burst.Incident is null)
                .SelectMany(s => s.Burst.Journal)
                .Select(j => j.ActivityId)
                .OfType<string>(),
        ];

    private StoryLine Line(TrialStep step, Played played)
    {
        var burst = step.Burst;
        // What failed did not happen; how far it came is still of use to whoever drew it.
        var happened = burst.Incident is null;
        var letters = step
            .Answers.OfType<LetterIssued>()
            .Select(a => played.Case?.Letter(a.LetterId))
            .OfType<TrialLetter>()
            .Select(l => reader.IsArabic ? l.Arabic : l.English);
        return new StoryLine(
            step.At,
            Icon(step),
            Cause(step),
            step.InstanceId == played.Steps[0].InstanceId ? null : step.Definition.Name ?? step.Definition.DefinitionId,
            [.. burst.Journal.Where(j => IsShown(j, step.Definition)).Select(j => Passed(j, step.Definition))],
            happened ? [.. step.Answers.SelectMany(Notes), .. burst.Effects.SelectMany(e => Notes(e, step))] : [],
            happened ? [.. letters] : [],
            step.IsRefusal ? burst.Refusal : null,
            [.. burst.KeptIncidents, .. burst.Incident is { } fault && !step.IsRefusal ? [fault] : (Incident[])[]]
        );
    }

    private static string Icon(TrialStep step) =>
        step.Stimulus switch
        {
            Stimulus.Started => "play-fill",
            Stimulus.TaskCompleted => "check2-square",
            Stimulus.TimerDue => "alarm",
            Stimulus.EventReceived => "broadcast",
            _ => "arrow-return-right",
        };

    private string Cause(TrialStep step) =>
        step.Stimulus switch
        {
            Stimulus.Started => texts["Cause.Started"],
            Stimulus.TaskCompleted done when step.Ended is { Task: { } task } wait => texts[
                "Cause.Task",
                Title(wait),
                people.Say(done.By.UserId),
                Outcome(task.Kind, done.Outcome)
            ],
            Stimulus.TimerDue when step.Ended is { Timer: { } kind } wait => texts[
                $"Cause.Timer.{kind}",
                Label(step.Definition, wait.ActivityId)
            ],
            Stimulus.EventReceived happened => texts["Cause.Event", happened.Name],
            Stimulus.CallAnswered => texts["Cause.Call", step.Ended?.Name ?? ""],
            Stimulus.ChildReported => texts["Cause.Child"],
            _ => texts["Cause.Other"],
        };

    /// <summary>Starts are told by what follows them, and containers by what they hold.</summary>
    private static bool IsShown(JournalEntry entry, WorkflowDefinition definition) =>
        entry.Event is not JournalEvent.Started and not JournalEvent.Resumed
        && entry.NodeId is { } node
        && definition.ById.GetValueOrDefault(node) is { AllChildren.Count: 0 };

    private PassedLine Passed(JournalEntry entry, WorkflowDefinition definition)
    {
        var node = definition.ById[entry.NodeId!];
        var detail = entry.Event == JournalEvent.Completed && entry.Detail is not (null or "" or "Done");
        return new PassedLine(
            Picture.Label(node, reader.IsArabic),
            entry.Event,
            detail ? Outcome(node.Type, entry.Detail!) : null
        );
    }

    private IEnumerable<string> Notes(CaseAnswer answer) =>
        answer switch
        {
            Referred referred => [texts["Note.Referred", Moment(referred.EarliestReplyAt)]],
            ReleasePlanned planned => [texts["Note.ReleasePlanned", Moment(planned.NotBefore)]],
            ReleaseNotYet not => [texts["Note.ReleasePlanned", Moment(not.NotBefore)]],
            ReleaseOpened => [texts["Note.ReleaseOpened"]],
            _ => [],
        };

    private IEnumerable<string> Notes(Effect effect, TrialStep step) =>
        effect switch
        {
            Effect.OpenTask { Task: var task } => [TaskNote(task)],
            Effect.RemindTask => [texts["Note.Reminded"]],
            Effect.EscalateTask up => [texts["Note.Escalated", Role(up.Role)]],
            Effect.StartTimer timer when timer.DueAt < DateTimeOffset.MaxValue =>
            [
                texts[$"Note.Timer.{timer.Kind}", Label(step.Definition, timer.ActivityId), Moment(timer.DueAt)],
            ],
            Effect.SendMail mail => [texts["Note.Mail", string.Join(", ", mail.To), mail.Subject]],
            Effect.Call call => [texts["Note.Call", $"{call.Request.Method} {call.Request.Url}"]],
            Effect.WriteLine line => [texts["Note.Line", line.Text]],
            Effect.PublishEvent sent => [texts["Note.Event", sent.Name]],
            Effect.StartChild child => [texts["Note.Child", child.Child.DefinitionId]],
            _ => [],
        };

    private string TaskNote(Domain.Tasks.TaskOrder task)
    {
        var title = task.Title.In(reader.Preferences.Language);
        return task.DueAt is { } due
            ? texts["Note.TaskDue", title, Who(task), Moment(due)]
            : texts["Note.Task", title, Who(task)];
    }

    private string Label(WorkflowDefinition definition, string activityId) =>
        definition.Activity(activityId.Split(':')[^1]) is { } node ? Picture.Label(node, reader.IsArabic) : activityId;

    private string Role(string role) =>
        shared[$"Role.{role}"] is { ResourceNotFound: false } known ? known.Value : role;

    private string Moment(DateTimeOffset at) => $"{reader.Date(at)} {reader.Time(at)}";
}
