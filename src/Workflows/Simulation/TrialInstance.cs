using CaseFlow.Domain.Tasks;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

namespace CaseFlow.Workflows.Simulation;

/// <summary>One instance of a trial run: what a database would keep of it.</summary>
internal sealed class TrialInstance(string id, WorkflowDefinition definition)
{
    /// <summary>The instance that started this one as its child.</summary>
    public TrialInstance? Parent { get; init; }

    /// <summary>What the parent still wants to hear.</summary>
    public ChildNews News { get; set; }

    private readonly Dictionary<string, TaskOrder> tasks = new(StringComparer.Ordinal);

    public string Id { get; } = id;

    public WorkflowDefinition Definition { get; } = definition;

    /// <summary>Null until its first burst succeeded or failed.</summary>
    public InstanceState? State { get; private set; }

    /// <summary>A fault ended it, as Elsa's default strategy has it.</summary>
    public bool IsFaulted { get; private set; }

    public bool IsRunning => !IsFaulted && State is { Status: InstanceStatus.Running };

    public InstanceStatus Status => IsRunning ? InstanceStatus.Running : InstanceStatus.Finished;

    public InstanceSubStatus SubStatus =>
        IsFaulted ? InstanceSubStatus.Faulted : State?.SubStatus ?? InstanceSubStatus.Pending;

    public IEnumerable<Wait> Waits => IsRunning ? State!.Waits : [];

    public void Keep(InstanceState state, IEnumerable<Effect> effects)
    {
        State = state;
        foreach (var open in effects.OfType<Effect.OpenTask>())
        {
            tasks[open.Task.TaskId] = open.Task;
        }
    }

    public void Fail(InstanceState state)
    {
        State = state;
        IsFaulted = true;
    }

    public bool Awaits(Stimulus.EventReceived received) =>
        Waits.Any(w => w is Wait.ForEvent wait && Burst.Hears(wait, received));

    /// <summary>The news for the parent, once, when it is time for them.</summary>
    public Stimulus.ChildReported? TakeReport()
    {
        if (News is ChildNews.None || News is not ChildNews.FirstPause && IsRunning)
        {
            return null;
        }
        News = ChildNews.None;
        return new Stimulus.ChildReported(Id, SubStatus, State?.Output ?? InstanceState.Nothing);
    }

    /// <summary>The oldest open task that is meant by a name of it or of its activity.</summary>
    public Wait.ForTask? TaskNamed(string name) =>
        Waits.OfType<Wait.ForTask>().FirstOrDefault(w => Names(w).Contains(name, StringComparer.Ordinal));

    /// <summary>The wait that a stimulus is going to end; null for one that ends none, or several.</summary>
    public TrialWait? Ended(Stimulus stimulus)
    {
        var id = stimulus switch
        {
            Stimulus.TaskCompleted task => task.TaskId,
            Stimulus.TimerDue timer => timer.TimerId,
            Stimulus.CallAnswered call => call.CallId,
            Stimulus.ChildReported child => child.ChildId,
            _ => null,
        };
        return Waits.FirstOrDefault(w => w.Id == id) is { } wait ? Describe(wait) : null;
    }

    public TrialWait Describe(Wait wait)
    {
        var node = Definition.ById[wait.NodeId];
        var bare = new TrialWait("", node.Id, node.Name, node.Type, null, null, [], Id, Definition.DefinitionId)
        {
            Id = wait.Id,
        };
        return wait switch
        {
            Wait.ForEvent e => bare with { Kind = "event", Name = e.Name },
            Wait.ForTimer timer => bare with { Kind = "timer", DueAt = timer.DueAt, Timer = timer.Kind },
            Wait.ForTask task => bare with
            {
                Kind = "task",
                Name = tasks.GetValueOrDefault(task.Id)?.Title.En,
                DueAt = tasks.GetValueOrDefault(task.Id)?.DueAt,
                Outcomes = task.Outcomes,
                Task = tasks.GetValueOrDefault(task.Id),
            },
            Wait.ForCall call => bare with { Kind = "call", Name = call.Address },
            _ => bare with { Kind = "child", Name = wait.Id },
        };
    }

    private IEnumerable<string?> Names(Wait.ForTask wait)
    {
        var node = Definition.ById[wait.NodeId];
        var title = tasks.GetValueOrDefault(wait.Id)?.Title;
        return [wait.Id, node.Id, node.Name, title?.En, title?.Ar];
    }
}
