using CaseFlow.Workflows.Activities;
using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Workflows.Execution;

/// <summary>An activity execution within a burst. Only <see cref="Burst"/> changes it.</summary>
internal sealed class Live(ActivityExecution record, ActivityNode node, Activity activity, Live? owner)
{
    public string Id { get; } = record.Id;

    public ActivityNode Node { get; } = node;

    public Activity Activity { get; } = activity;

    public Live? Owner { get; } = owner;

    public bool Backward { get; } = record.Backward;

    public bool Leftover { get; } = record.Leftover;

    /// <summary>False from the moment it begins to complete or to be cancelled.</summary>
    public bool IsOpen { get; set; } = true;

    public bool Breaking { get; set; } = record.Breaking;

    public bool Faulted { get; set; } = record.Faulted;

    public IReadOnlyDictionary<string, object?> Inputs { get; set; } = record.Inputs;

    public Bag<object?> Variables { get; } = new(record.Variables);

    public Bag<object?> Dynamic { get; } = new(record.Dynamic);

    public ActivityState? State { get; set; } = record.State;

    /// <summary>The thawed <see cref="FlowScope"/> of a flowchart, once it was needed.</summary>
    public FlowCounters? Flow { get; set; }

    /// <summary>Where its inputs and output bindings are looked at from: for a used workflow that is outside of the workflow.</summary>
    public Live? Outside => Node.Workflow is null ? this : Owner;

    public bool IsFlowchart => Node.Graph is not null;

    public ActivityExecution Freeze() =>
        record with
        {
            Breaking = Breaking,
            Faulted = Faulted,
            Inputs = Inputs,
            Variables = Variables.Freeze(),
            Dynamic = Dynamic.Freeze(),
            State = Flow?.Freeze() ?? State,
        };
}
