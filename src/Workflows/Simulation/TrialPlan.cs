using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Workflows.Simulation;

/// <summary>What a trial run is given.</summary>
/// <param name="Definition">The definition to run; whether publishing would refuse it does not matter.</param>
/// <param name="Start">The moment the run begins, UTC; from there on time is virtual.</param>
public sealed record TrialPlan(WorkflowDefinition Definition, DateTimeOffset Start)
{
    /// <summary>Definitions that the first one may call.</summary>
    public IReadOnlyList<WorkflowDefinition> Others { get; init; } = [];

    /// <summary>Workflow inputs as plain values, by name.</summary>
    public IReadOnlyDictionary<string, object?> Input { get; init; } = new Dictionary<string, object?>();

    /// <summary>What comes from outside, in this order; each as soon as something waits for it.</summary>
    public IReadOnlyList<TrialNews> News { get; init; } = [];

    /// <summary>Bursts after which the run is stopped: a loop with a delay in it would never end.</summary>
    public int MostBursts { get; init; } = 10_000;
}

/// <summary>Something that happens to a trial run from outside.</summary>
public abstract record TrialNews
{
    private TrialNews() { }

    /// <summary>An event; it ends every wait for its name.</summary>
    public sealed record Event(string Name, object? Payload) : TrialNews;

    /// <summary>Somebody completes a task.</summary>
    /// <param name="Task">Id or name of its activity, or the name the task bears.</param>
    /// <param name="Outcome">Null for the first outcome that the task has.</param>
    /// <param name="Data">A plain value: what the task yields.</param>
    public sealed record TaskDone(string Task, string? Outcome, object? Data) : TrialNews;
}
