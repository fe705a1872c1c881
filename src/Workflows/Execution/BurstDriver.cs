using CaseFlow.Domain;
using CaseFlow.Domain.Calendars;
using CaseFlow.Domain.Cases;
using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Workflows.Execution;

/// <summary>Runs a burst to its end, putting the engine's questions to the domain in between.</summary>
public static class BurstDriver
{
    /// <summary>Runs until the instance is idle or faulted.</summary>
    /// <param name="engine">Which activities can run.</param>
    /// <param name="definition">The version the instance is pinned to.</param>
    /// <param name="state">Null for a start.</param>
    /// <param name="stimulus">What sets the burst going.</param>
    /// <param name="now">The clock of all its parts, UTC.</param>
    /// <param name="domain">
    /// Handles a command within the caller's unit of work; a <see cref="RefusalException"/> from it is fed back and faults the burst.
    /// The commands <c>OpenStudy</c> and <c>InviteEvaluation</c> arrive without the roster and the last invitation: the caller knows them.
    /// </param>
    /// <param name="times">The calendars in force; none when null.</param>
    /// <returns>All effects and all journal lines of the parts together; after a fault the state as given and no effects.</returns>
    public static async Task<DriveResult> DriveAsync(
        WorkflowEngine engine,
        WorkflowDefinition definition,
        InstanceState? state,
        Stimulus stimulus,
        DateTimeOffset now,
        Func<Effect.AskDomain, ValueTask<CaseAnswer>> domain,
        WorkingTimes? times = null
    )
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(domain);
        var before = state ?? WorkflowEngine.Pending(definition, stimulus, now);
        var (effects, journal) = (new List<Effect>(), new List<JournalEntry>());
        var incidents = new List<Incident>();
        var result = engine.Run(definition, state, stimulus, now, times);
        while (true)
        {
            journal.AddRange(result.Journal);
            var fault = (result.End as BurstEnd.Faulted)?.Incident;
            if ((fault ?? result.Incidents.FirstOrDefault(i => IsAnswer(i, before, stimulus))) is { } incident)
            {
                var kept = engine.Kept(definition, before, stimulus);
                return new DriveResult(before, [], journal, incident with { Stimulus = kept })
                {
                    Undone = [.. effects, .. result.Undone],
                    RefusedByCompletedTask = incident.Refusal is not null && ConcernsTask(incident, before, stimulus),
                };
            }
            effects.AddRange(result.Effects);
            incidents.AddRange(result.Incidents);
            if (result.End is not BurstEnd.Asking asking)
            {
                return new DriveResult(result.State, effects, journal, Incident: null) { KeptIncidents = incidents };
            }
            result = engine.Run(definition, result.State, await AnswerAsync(asking.Ask, domain), now, times);
        }
    }

    /// <summary>A refusal of what somebody does at this very moment is for that person to hear, whatever the definition goes on with.</summary>
    private static bool IsAnswer(Incident incident, InstanceState before, Stimulus stimulus) =>
        incident.Refusal is not null
        && (ConcernsTask(incident, before, stimulus) || stimulus is Stimulus.EventReceived { By: not null });

    private static bool ConcernsTask(Incident incident, InstanceState before, Stimulus stimulus) =>
        incident.NodeId is { } nodeId && nodeId == WorkflowEngine.NodeOfTask(before, stimulus);

    private static async ValueTask<Stimulus> AnswerAsync(
        Effect.AskDomain ask,
        Func<Effect.AskDomain, ValueTask<CaseAnswer>> domain
    )
    {
        try
        {
            return new Stimulus.Answered(ask.AskId, await domain(ask));
        }
        catch (RefusalException no)
        {
            return new Stimulus.Refused(ask.AskId, no.Refusal);
        }
    }
}

/// <summary>What a whole burst with its questions came to.</summary>
/// <param name="State">The new state; after a fault the state as it was before.</param>
/// <param name="Effects">In the order they arose, questions left out; empty after a fault.</param>
/// <param name="Journal">Of all parts, in order.</param>
/// <param name="Incident">The fault; null when all went well.</param>
public sealed record DriveResult(
    InstanceState State,
    IReadOnlyList<Effect> Effects,
    IReadOnlyList<JournalEntry> Journal,
    Incident? Incident
)
{
    /// <summary>Why the domain said no; null when it did not.</summary>
    public Refusal? Refusal => Incident?.Refusal;

    /// <summary>What a burst that failed had asked for until then. Nobody carries it out; a trial run shows it.</summary>
    public IReadOnlyList<Effect> Undone { get; init; } = [];

    /// <summary>Faults that the instance goes on with, to be written down together with the new state.</summary>
    public IReadOnlyList<Incident> KeptIncidents { get; init; } = [];

    /// <summary>
    /// Whether the "no" concerns the very task that was being completed: then the person is told and nothing is recorded, else it
    /// is an incident of the instance.
    /// </summary>
    public bool RefusedByCompletedTask { get; init; }
}
