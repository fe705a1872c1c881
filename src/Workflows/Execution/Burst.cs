using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CaseFlow.Domain.Calendars;
using CaseFlow.Workflows.Activities;
using CaseFlow.Workflows.Activities.Structure;
using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Workflows.Execution;

/// <summary>
/// One burst at work: a state, thawed, and the only code that changes it. The parts: stimuli, queue, results, waits, endings,
/// flowcharts, variables.
/// </summary>
internal sealed partial class Burst
{
    private readonly ActivityCatalogue catalogue;
    private readonly InstanceState before;
    private readonly OrderedDictionary<string, Live> executions = new(StringComparer.Ordinal);
    private readonly List<WorkItem> queue;
    private readonly List<Wait> waits;
    private readonly List<Effect> effects = [];
    private readonly List<JournalEntry> journal = [];
    private readonly Bag<object?> output;
    private readonly Bag<object?> variables;
    private readonly Bag<object?> dynamics;
    private readonly Bag<IReadOnlyDictionary<string, object?>> register;
    private readonly Bag<ReceivedEvent> events;
    private long counter;
    private long sequence;
    private IReadOnlyList<string> outcomes;
    private string? trigger;
    private PendingSkip? skip;
    private PendingAsk? ask;
    private Effect.AskDomain? question;
    private InstanceSubStatus? ended;

    public Burst(WorkflowDefinition definition, WorkflowEngine engine, InstanceState state, DateTimeOffset now)
    {
        (Definition, catalogue, before, Now) = (definition, engine.Catalogue, state, now);
        goesOn = IncidentStrategy.GoesOn(definition.Options.IncidentStrategyType);
        isTrial = engine.Faults is FaultHandling.Keep;
        keepsFaults = goesOn || isTrial;
        (Name, CorrelationId, LastResult) = (state.Name, state.CorrelationId, state.LastResult);
        (counter, sequence, outcomes) = (state.Counter, state.JournalSequence, state.Outcomes);
        (trigger, skip, ask) = (state.Trigger, state.Skip, state.Ask);
        (queue, waits) = ([.. state.Queue], [.. state.Waits]);
        (output, variables, dynamics) = (new(state.Output), new(state.Variables), new(state.Dynamic));
        (register, events) = (new(state.Register), new(state.Events));
        foreach (var execution in state.Executions)
        {
            var owner = execution.OwnerId is null ? null : executions[execution.OwnerId];
            var node = NodeAt(execution.NodeId);
            executions.Add(execution.Id, new Live(execution, node, ActivityOf(node), owner));
        }
    }

    public WorkflowDefinition Definition { get; }

    public DateTimeOffset Now { get; }

    /// <summary>The calendars in force at that moment.</summary>
    public WorkingTimes Times { get; init; } = WorkingTimes.None;

    public string InstanceId => before.InstanceId;

    public string? Name { get; set; }

    public string? CorrelationId { get; set; }

    public object? LastResult { get; private set; }

    public IReadOnlyDictionary<string, object?> Input => before.Input;

    /// <summary>The activity that was at work last: who is to blame for a fault.</summary>
    public ActivityNode? Current { get; private set; }

    /// <summary>What was asked for so far.</summary>
    public IReadOnlyList<Effect> Effects => effects;

    public BurstResult Result() =>
        new(Freeze(), effects, journal, question is null ? BurstEnd.Idle.Instance : new BurstEnd.Asking(question))
        {
            Incidents = incidents,
        };

    /// <summary>The journal so far and the fault that ended it.</summary>
    public IReadOnlyList<JournalEntry> FaultJournal(string code)
    {
        var at = Current;
        journal.Add(
            new JournalEntry(++sequence, Now, JournalEvent.Faulted, null, at?.Id, at?.NodeId, at?.Type, at?.Name, code)
        );
        return journal;
    }

    /// <summary>A number that no id of this instance has used.</summary>
    public string NextId() => string.Create(CultureInfo.InvariantCulture, $"{InstanceId}-{++counter}");

    /// <summary>16 bytes that look random and that replaying the burst yields again.</summary>
    public byte[] NextBytes() => SHA256.HashData(Encoding.UTF8.GetBytes(NextId()))[..16];

    public ReceivedEvent? EventNamed(string name) => events.TryGet(name, out var received) ? received : null;

    private InstanceState Freeze()
    {
        var done = ended is not null;
        return before with
        {
            Status = done ? InstanceStatus.Finished : InstanceStatus.Running,
            SubStatus = ended ?? (question is null ? InstanceSubStatus.Suspended : InstanceSubStatus.Executing),
            Name = Name,
            CorrelationId = CorrelationId,
            Counter = counter,
            JournalSequence = sequence,
            Output = output.Freeze(),
            Outcomes = outcomes,
            Variables = variables.Freeze(),
            Dynamic = dynamics.Freeze(),
            Register = register.Freeze(),
            LastResult = LastResult,
            Events = events.Freeze(),
            Executions = [.. executions.Values.Select(e => e.Freeze())],
            Queue = [.. queue],
            Waits = [.. waits],
            Ask = ask,
            Trigger = trigger,
            Skip = skip,
            UpdatedAt = Now,
            FinishedAt = done ? Now : null,
        };
    }

    private ActivityNode NodeAt(string nodeId) =>
        Definition.ById.GetValueOrDefault(nodeId)
        ?? throw new FaultException("definition.unknown-node", $"The definition has no activity {nodeId}.");

    private Activity? Known(ActivityNode node) =>
        node.Workflow is { } workflow ? WorkflowActivity.Of(workflow) : catalogue.Find(node.Type);

    private Activity ActivityOf(ActivityNode node) =>
        Known(node) ?? throw new FaultException("activity.unknown-type", $"No activity type {node.Type} is known.");

    private void Note(JournalEvent what, Live? live, string? detail = null) =>
        journal.Add(
            new JournalEntry(
                ++sequence,
                Now,
                what,
                live?.Id,
                live?.Node.Id,
                live?.Node.NodeId,
                live?.Node.Type,
                live?.Node.Name,
                detail
            )
        );
}
