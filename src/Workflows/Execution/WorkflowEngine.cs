using CaseFlow.Domain;
using CaseFlow.Domain.Calendars;
using CaseFlow.Workflows.Activities;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Expressions;

namespace CaseFlow.Workflows.Execution;

/// <summary>
/// The engine as a function: the same arguments always give the same result, and nothing outside of them is read or changed.
/// Safe for any number of threads.
/// </summary>
public sealed class WorkflowEngine(ActivityCatalogue catalogue)
{
    /// <summary>The activity types it can run.</summary>
    public ActivityCatalogue Catalogue { get; } = catalogue;

    /// <summary>What a fault does to an instance whose definition does not go on with incidents.</summary>
    public FaultHandling Faults { get; init; }

    /// <summary>Runs one burst: from the stimulus until nothing is left to do, the domain must be asked, or something fails.</summary>
    /// <param name="definition">The version the instance is pinned to.</param>
    /// <param name="state">Null for <see cref="Stimulus.Started"/>.</param>
    /// <param name="stimulus">What sets the burst going.</param>
    /// <param name="now">The burst's only clock, UTC.</param>
    /// <param name="times">The calendars in force; none when null.</param>
    /// <returns>
    /// After a fault the given state; when there was none yet, a pending one that <see cref="Stimulus.Started"/> may be tried on again.
    /// A timer, an event or an answer that nobody waits for changes nothing. A finished instance refuses tasks and ignores the rest.
    /// </returns>
    /// <exception cref="ArgumentException">There is no state and the stimulus is not a start.</exception>
    public BurstResult Run(
        WorkflowDefinition definition,
        InstanceState? state,
        Stimulus stimulus,
        DateTimeOffset now,
        WorkingTimes? times = null
    )
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(stimulus);
        Burst? burst = null;
        var before = state ?? Pending(definition, stimulus, now);
        try
        {
            if (IsPointless(before, stimulus))
            {
                return new BurstResult(before, [], [], BurstEnd.Idle.Instance);
            }
            burst = new Burst(definition, this, WithInput(before, definition, stimulus), now)
            {
                Times = times ?? WorkingTimes.None,
            };
            burst.Take(stimulus);
            burst.Drain();
            return burst.Result();
        }
        catch (RefusalException no)
        {
            return Fault(new(burst, definition, before, stimulus), no.Message, no.Refusal.Code, no.Refusal);
        }
        catch (FaultException fault)
        {
            return Fault(new(burst, definition, before, stimulus), fault.Message, fault.Code);
        }
        catch (ExpressionException error)
        {
            return Fault(new(burst, definition, before, stimulus), error.Message, Burst.ExpressionFailed);
        }
    }

    /// <summary>The activities that may start a definition, with their inputs as they are without an instance.</summary>
    /// <returns>Those that can be evaluated: an input that needs an instance makes a trigger that never fires.</returns>
    public IReadOnlyList<StartTrigger> Triggers(WorkflowDefinition definition, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var started = new Stimulus.Started("trigger", InstanceState.Nothing);
        var burst = new Burst(definition, this, Pending(definition, started, now), now);
        burst.Take(started);
        return
        [
            .. definition
                .Activities.Where(a => a is { CanStartWorkflow: true, IsOfUsedWorkflow: false })
                .Select(burst.TriggerAt)
                .OfType<StartTrigger>(),
        ];
    }

    /// <summary>An instance whose first burst has not succeeded yet.</summary>
    public static InstanceState Pending(WorkflowDefinition definition, Stimulus stimulus, DateTimeOffset now)
    {
        var started =
            Started(stimulus) ?? throw new ArgumentException("An instance begins with a start.", nameof(stimulus));
        return new InstanceState
        {
            InstanceId = started.InstanceId,
            DefinitionId = definition.DefinitionId,
            DefinitionVersionId = definition.Id,
            DefinitionVersion = definition.Version,
            CreatedAt = now,
            UpdatedAt = now,
        };
    }

    private static Stimulus.Started? Started(Stimulus stimulus) =>
        stimulus switch
        {
            Stimulus.Started started => started,
            Stimulus.Skipped skipped => Started(skipped.Original),
            _ => null,
        };

    private static InstanceState WithInput(InstanceState state, WorkflowDefinition definition, Stimulus stimulus)
    {
        if (Started(stimulus) is not { } started || state.SubStatus != InstanceSubStatus.Pending)
        {
            return state;
        }
        var input = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in PlainData.Map(started.Input))
        {
            var declared = definition.Inputs.FirstOrDefault(i => i.Name == name);
            input[name] = declared is null ? value : Fitting.To(declared.Type, value, $"input {name}");
        }
        return state with { Input = input };
    }

    /// <summary>What comes too late does no harm; only a person who completes a task must hear of it.</summary>
    private static bool IsPointless(InstanceState state, Stimulus stimulus) =>
        stimulus switch
        {
            Stimulus.TaskCompleted or Stimulus.Skipped { Original: Stimulus.TaskCompleted } => false,
            _ when state.Status == InstanceStatus.Finished => true,
            Stimulus.TimerDue due => !state.Waits.Any(w => w is Wait.ForTimer && w.Id == due.TimerId),
            Stimulus.EventReceived e => !state.Waits.Any(w => w is Wait.ForEvent wait && Burst.Hears(wait, e)),
            Stimulus.ChildReported child => !state.Waits.Any(w => w is Wait.ForChild && w.Id == child.ChildId),
            Stimulus.CallAnswered call => !state.Waits.Any(w => w is Wait.ForCall && w.Id == call.CallId),
            Stimulus.Retried retried => !state.Executions.Any(e => e.Faulted && e.Id == retried.ExecutionId),
            Stimulus.Skipped { Original: Stimulus.Retried retried } => IsPointless(state, retried),
            _ => false,
        };

    /// <summary>Whether keeping the stimulus would keep what a sealed decision says.</summary>
    internal bool IsSecret(WorkflowDefinition definition, InstanceState state, Stimulus stimulus) =>
        stimulus switch
        {
            Stimulus.Answered or Stimulus.Refused => true,
            Stimulus.Skipped skipped => IsSecret(definition, state, skipped.Original),
            Stimulus.TaskCompleted => NodeOfTask(state, stimulus) is { } nodeId
                && definition.ById.TryGetValue(nodeId, out var node)
                && Catalogue.Find(node.Type) is { KeepsSecrets: true },
            _ => false,
        };

    /// <summary>What an incident keeps of a stimulus: plain, without an operator's order to skip, and nothing at all when it is secret.</summary>
    public Stimulus? Kept(WorkflowDefinition definition, InstanceState state, Stimulus stimulus) =>
        stimulus switch
        {
            _ when IsSecret(definition, state, stimulus) => null,
            Stimulus.Skipped skipped => Kept(definition, state, skipped.Original),
            Stimulus.Started started => started with
            {
                Input = PlainData.Shown(started.Input),
                Event = started.Event is null
                    ? null
                    : started.Event with
                    {
                        Payload = PlainData.Shown(started.Event.Payload),
                    },
            },
            Stimulus.ChildReported child => child with { Output = PlainData.Shown(child.Output) },
            Stimulus.TaskCompleted completed => completed with { Data = PlainData.Shown(completed.Data) },
            Stimulus.EventReceived received => received with { Payload = PlainData.Shown(received.Payload) },
            _ => stimulus,
        };

    /// <summary>The activity whose task a stimulus completes; null when it completes none that is open.</summary>
    internal static string? NodeOfTask(InstanceState? state, Stimulus stimulus) =>
        stimulus is Stimulus.TaskCompleted completed
            ? state?.Waits.FirstOrDefault(w => w is Wait.ForTask && w.Id == completed.TaskId)?.NodeId
            : null;

    private BurstResult Fault(Attempt attempt, string message, string code, Refusal? refusal = null)
    {
        var (burst, definition, before, stimulus) = attempt;
        var at = burst?.Current;
        var kept = Kept(definition, before, stimulus);
        var incident = new Incident(at?.Id, at?.NodeId, at?.Type, message, code, kept, refusal);
        return new BurstResult(before, [], burst?.FaultJournal(code) ?? [], new BurstEnd.Faulted(incident))
        {
            Undone = burst?.Effects ?? [],
        };
    }

    private readonly record struct Attempt(
        Burst? Burst,
        WorkflowDefinition Definition,
        InstanceState Before,
        Stimulus Stimulus
    );
}
