using CaseFlow.Domain.Calendars;
using CaseFlow.Domain.Parties;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;

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

    /// <summary>
    /// Whether it is played as on the server, one piece of news after the other: time stands still until the news let it pass, and a
    /// burst that fails counts as not having happened. Otherwise time jumps by itself and a fault ends the instance, as Elsa has it.
    /// </summary>
    public bool Stepwise { get; init; }

    /// <summary>The case that the procedure serves; null for none, then a question to the domain is an incident.</summary>
    public ITrialCase? Case { get; init; }

    /// <summary>The calendars that tasks may name.</summary>
    public WorkingTimes Times { get; init; } = WorkingTimes.None;

    /// <summary>Told of every burst, in order; null when nobody wants to know.</summary>
    public Action<TrialStep>? Told { get; init; }

    /// <summary>Bursts after which the run is stopped: a loop with a delay in it would never end.</summary>
    public int MostBursts { get; init; } = 10_000;

    /// <summary>Stops the run like the limit of bursts, between two of them.</summary>
    public CancellationToken Patience { get; init; }
}

/// <summary>Something that happens to a trial run from outside.</summary>
public abstract record TrialNews
{
    private TrialNews() { }

    /// <summary>An event; it ends every wait for its name.</summary>
    public sealed record Event(string Name, object? Payload) : TrialNews
    {
        /// <summary>Who caused it; null for the system.</summary>
        public Actor? By { get; init; }
    }

    /// <summary>Somebody completes a task.</summary>
    /// <param name="Task">Id of the task, id or name of its activity, or the name the task bears.</param>
    /// <param name="Outcome">Null for the first outcome that the task has.</param>
    /// <param name="Data">A plain value: what the task yields.</param>
    public sealed record TaskDone(string Task, string? Outcome, object? Data) : TrialNews
    {
        /// <summary>Who did it.</summary>
        public Actor By { get; init; } = Actor.System;
    }

    /// <summary>A request to another system has ended.</summary>
    /// <param name="Call">Id of the request.</param>
    /// <param name="Answer">How.</param>
    public sealed record CallAnswered(string Call, CallAnswer Answer) : TrialNews;

    /// <summary>Time jumps to the next timer, which falls due.</summary>
    public sealed record NextTimer : TrialNews;

    /// <summary>Time passes, and whatever falls due in it does, at its own moment.</summary>
    public sealed record Passing(TimeSpan Time) : TrialNews;
}
