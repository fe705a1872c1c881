using CaseFlow.Domain;
using CaseFlow.Domain.Calendars;
using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Parties;
using CaseFlow.Domain.Tasks;
using CaseFlow.Workflows.Activities;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;
using CaseFlow.Workflows.Migration;

namespace CaseFlow.Workflows.Tests.Execution;

/// <summary>
/// Plays a definition and keeps what the world would keep: open tasks, timers, subscriptions. Each burst runs twice, the second time
/// from the stored text of the state, and must come to the same text.
/// </summary>
internal sealed class Story(WorkflowDefinition definition)
{
    public static readonly WorkflowEngine Engine = new(ActivityCatalogue.All);

    public static readonly Actor Officer = Person("officer", Role.RelationsOfficer);

    public DateTimeOffset Now { get; set; } = new(2026, 1, 4, 9, 0, 0, TimeSpan.Zero);

    public InstanceState? State { get; private set; }

    public List<string> Lines { get; } = [];

    public List<TaskOrder> Tasks { get; } = [];

    public List<Effect.StartTimer> Timers { get; } = [];

    public List<string> Subscriptions { get; } = [];

    public List<Effect> Effects { get; } = [];

    public List<JournalEntry> Journal { get; } = [];

    public List<CaseCommand> Asked { get; } = [];

    public Incident? Incident { get; private set; }

    /// <summary>Faults that the instance went on with.</summary>
    public List<Incident> Kept { get; } = [];

    public IEnumerable<ChildStart> Children => Effects.OfType<Effect.StartChild>().Select(e => e.Child);

    /// <summary>Answers the engine's questions; a test without one expects none.</summary>
    public Func<CaseCommand, DateTimeOffset, CaseAnswer> Domain { get; init; } =
        (command, _) => throw new InvalidOperationException($"Nobody answers {command}.");

    /// <summary>Called before each burst.</summary>
    public Action Begin { get; init; } = () => { };

    /// <summary>Called after a burst that failed: whatever the domain did in it must be undone.</summary>
    public Action Undo { get; init; } = () => { };

    /// <summary>The calendars in force.</summary>
    public WorkingTimes? Times { get; init; }

    public InstanceSubStatus Status => State!.SubStatus;

    public static Actor Person(string id, params string[] roles) => new(id, id, id, roles.ToHashSet(), $"party-{id}");

    public Story Start(params (string Name, object? Value)[] input) =>
        Feed(new Stimulus.Started("i", input.ToDictionary(i => i.Name, i => i.Value)));

    public Story Complete(string activityId, string outcome = "Done", object? data = null, Actor? by = null)
    {
        var task = Tasks.First(t => t.ActivityId == activityId);
        return Complete(task, outcome, data, by);
    }

    public Story Complete(TaskOrder task, string outcome, object? data = null, Actor? by = null)
    {
        var values = data as IReadOnlyDictionary<string, object?> ?? new Dictionary<string, object?>();
        return Feed(new Stimulus.TaskCompleted(task.TaskId, outcome, values, by ?? Officer));
    }

    public Story Report(ChildStart child, InstanceSubStatus status, params (string Name, object? Value)[] output) =>
        Feed(new Stimulus.ChildReported(child.ChildId, status, output.ToDictionary(o => o.Name, o => o.Value)));

    public Story Raise(string name, object? payload = null, Actor? by = null) =>
        Feed(new Stimulus.EventReceived(name, payload, by));

    /// <summary>Lets time pass; timers fall due at their own moments, in order.</summary>
    public Story Wait(TimeSpan span)
    {
        var until = Now + span;
        while (Timers.Where(t => t.DueAt <= until).MinBy(t => t.DueAt) is { } due && Incident is null)
        {
            Now = due.DueAt > Now ? due.DueAt : Now;
            Timers.Remove(due);
            Feed(new Stimulus.TimerDue(due.TimerId));
        }
        Now = until;
        return this;
    }

    public Story WaitDays(int days) => Wait(TimeSpan.FromDays(days));

    /// <summary>Goes on under another version, which must be possible.</summary>
    public Story Move(WorkflowDefinition to, MigrationPlan? plan = null)
    {
        var moved = TryMove(to, plan);
        Assert.Equal([], moved.Problems);
        State = Reread(moved.State!);
        definition = to;
        return this;
    }

    public MigrationResult TryMove(WorkflowDefinition to, MigrationPlan? plan = null) =>
        new InstanceMigration(ActivityCatalogue.All, definition, to, plan ?? MigrationPlan.None).Move(State!);

    public Story Feed(Stimulus stimulus)
    {
        Begin();
        var answers = new List<Func<string, Stimulus>>();
        var drive = BurstDriver
            .DriveAsync(Engine, definition, State, stimulus, Now, ask => new(Ask(ask.Command, answers)), Times)
            .GetAwaiter()
            .GetResult();
        Assert.Equal(drive.Incident?.Code ?? InstanceStateJson.Write(drive.State), Replay(stimulus, answers));
        Journal.AddRange(drive.Journal);
        Incident = drive.Incident;
        Kept.AddRange(drive.KeptIncidents);
        RefusedByTask = drive.RefusedByCompletedTask;
        if (drive.Incident is not null)
        {
            Undo();
            return this;
        }
        State = drive.State;
        Remember(stimulus, drive.Effects);
        return this;
    }

    public bool RefusedByTask { get; private set; }

    private CaseAnswer Ask(CaseCommand command, List<Func<string, Stimulus>> answers)
    {
        Asked.Add(command);
        try
        {
            var answer = Domain(command, Now);
            answers.Add(id => new Stimulus.Answered(id, answer));
            return answer;
        }
        catch (RefusalException no)
        {
            answers.Add(id => new Stimulus.Refused(id, no.Refusal));
            throw;
        }
    }

    /// <summary>The same burst once more, every part of it from a state that went through text.</summary>
    private string Replay(Stimulus stimulus, List<Func<string, Stimulus>> answers)
    {
        var before = State is null ? null : Reread(State);
        var result = Engine.Run(definition, before, stimulus, Now, Times);
        foreach (var answer in answers)
        {
            var ask = Assert.IsType<BurstEnd.Asking>(result.End).Ask;
            result = Engine.Run(definition, Reread(result.State), answer(ask.AskId), Now, Times);
        }
        return result.End is BurstEnd.Faulted fault ? fault.Incident.Code : InstanceStateJson.Write(result.State);
    }

    private static InstanceState Reread(InstanceState state)
    {
        var text = InstanceStateJson.Write(state);
        var again = InstanceStateJson.Read(text);
        Assert.Equal(text, InstanceStateJson.Write(again));
        return again;
    }

    private void Remember(Stimulus stimulus, IReadOnlyList<Effect> effects)
    {
        Effects.AddRange(effects);
        if ((stimulus is Stimulus.Skipped skipped ? skipped.Original : stimulus) is Stimulus.TaskCompleted completed)
        {
            Tasks.RemoveAll(t => t.TaskId == completed.TaskId);
        }
        foreach (var effect in effects)
        {
            switch (effect)
            {
                case Effect.WriteLine line:
                    Lines.Add(line.Text);
                    break;
                case Effect.OpenTask open:
                    Tasks.Add(open.Task);
                    break;
                case Effect.CloseTask close:
                    Assert.Equal(1, Tasks.RemoveAll(t => t.TaskId == close.TaskId));
                    break;
                case Effect.StartTimer start:
                    Timers.Add(start);
                    break;
                case Effect.CancelTimer cancel:
                    Assert.Equal(1, Timers.RemoveAll(t => t.TimerId == cancel.TimerId));
                    break;
                case Effect.WaitForEvent wait:
                    Subscriptions.Add(wait.WaitId);
                    break;
                case Effect.StopWaiting stop:
                    Assert.True(Subscriptions.Remove(stop.WaitId));
                    break;
            }
        }
        var waiting = Tasks.Select(t => t.TaskId).Concat(Timers.Select(t => t.TimerId)).Concat(Subscriptions);
        Assert.Equal(
            State!
                .Waits.Where(w => w is not (Workflows.Execution.Wait.ForChild or Workflows.Execution.Wait.ForCall))
                .Select(w => w.Id)
                .Order(),
            waiting.Order()
        );
    }
}
