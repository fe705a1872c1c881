using System.Collections.Concurrent;
using CaseFlow.Domain.Letters;
using CaseFlow.Workflows.Activities;
using CaseFlow.Workflows.Activities.Structure;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;
using CaseFlow.Workflows.Proofs;

namespace CaseFlow.Workflows.Migration;

/// <summary>
/// Moves instances of one version to another: a pure function of the state, the two versions and the plan. Everything that the world knows
/// the instance by stays: ids of tasks, timers and subscriptions, due moments, what was typed and counted. What is open ends under the
/// terms it began with; whatever comes after it follows the new version. Safe for any number of threads.
/// </summary>
public sealed class InstanceMigration
{
    private readonly ActivityCatalogue catalogue;
    private readonly WorkflowDefinition from;
    private readonly WorkflowDefinition to;
    private readonly MigrationPlan plan;
    private readonly ConcurrentDictionary<(string From, string To), string?> jumps = new();

    /// <summary>Prepares the move of any number of instances.</summary>
    /// <param name="catalogue">The activity types that can be run.</param>
    /// <param name="from">The version that the instances follow.</param>
    /// <param name="to">The version that they are to follow.</param>
    /// <param name="plan">What was renamed or moved.</param>
    public InstanceMigration(
        ActivityCatalogue catalogue,
        WorkflowDefinition from,
        WorkflowDefinition to,
        MigrationPlan plan
    )
    {
        ArgumentNullException.ThrowIfNull(plan);
        (this.catalogue, this.from, this.to, this.plan) = (catalogue, from, to, plan);
        Map = new NodeMap(from, to, plan.Nodes);
    }

    /// <summary>Which activity becomes which.</summary>
    public NodeMap Map { get; }

    /// <summary>The class of a letter by its key, so that no move leads past the study gate.</summary>
    public Func<string, LetterClass?> LetterClass { get; init; } = static _ => null;

    /// <summary>The state under the new version, or why there is none. The given state is not changed.</summary>
    public MigrationResult Move(InstanceState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (Refused(state) is { Count: > 0 } refused)
        {
            return new MigrationResult(null, refused, []);
        }
        var findings = new Findings();
        var moved = new Passage(this, state, findings).Carry();
        return new MigrationResult(findings.Problems.Count == 0 ? moved : null, findings.Problems, findings.Notes);
    }

    /// <summary>
    /// What a place leads to past the study gate in the new version and did not in the old one; null when there is nothing (P59). The
    /// proof of the new version knows only instances that began with it.
    /// </summary>
    private string? Jump(ActivityNode before, ActivityNode after) =>
        jumps.GetOrAdd(
            (before.NodeId, after.NodeId),
            _ =>
                StudyProof.PastGate(to, catalogue, LetterClass, after) is { Count: > 0 } past
                && StudyProof.PastGate(from, catalogue, LetterClass, before).Count == 0
                    ? past[0]
                    : null
        );

    private IReadOnlyList<MigrationFinding> Refused(InstanceState state) =>
        state.Status == InstanceStatus.Finished ? [new MigrationFinding(MigrationCodes.Finished)]
        : state.DefinitionVersionId != from.Id ? [new MigrationFinding(MigrationCodes.OtherVersion)]
        : Map.Problems;

    /// <summary>One instance on its way.</summary>
    private sealed class Passage(InstanceMigration plan, InstanceState state, Findings findings)
    {
        private readonly Dictionary<string, ActivityExecution> executions = state.Executions.ToDictionary(
            e => e.Id,
            StringComparer.Ordinal
        );

        public InstanceState Carry() =>
            state with
            {
                DefinitionId = plan.to.DefinitionId,
                DefinitionVersionId = plan.to.Id,
                DefinitionVersion = plan.to.Version,
                Variables = VariableMove.Carry(
                    new Scope(null, plan.from.Variables, plan.to.Variables),
                    state.Variables,
                    plan.plan,
                    findings
                ),
                Register = Renamed(state.Register),
                Executions = [.. state.Executions.Select(Carry)],
                Queue = [.. state.Queue.Select(Carry)],
                Waits = [.. state.Waits.Select(Carry)],
                Trigger = state.Trigger is { } trigger ? Path(trigger) : null,
                Skip = state.Skip is { } skip ? skip with { NodeId = Path(skip.NodeId) } : null,
            };

        /// <summary>What activities put out that are no more is out of every expression's reach, and is let go.</summary>
        private Dictionary<string, IReadOnlyDictionary<string, object?>> Renamed(
            IReadOnlyDictionary<string, IReadOnlyDictionary<string, object?>> register
        )
        {
            var renamed = new Dictionary<string, IReadOnlyDictionary<string, object?>>(StringComparer.Ordinal);
            foreach (var (nodeId, outputs) in register)
            {
                if (plan.Map.Target(nodeId) is { } target)
                {
                    renamed[target.NodeId] = outputs;
                }
            }
            return renamed;
        }

        private ActivityExecution Carry(ActivityExecution execution)
        {
            if (Counterpart(execution.NodeId, execution.OwnerId, execution.Leftover) is not { } after)
            {
                return execution;
            }
            var before = plan.from.ById[execution.NodeId];
            RefuseAddedBranches(execution, before, after);
            NoteTerms(before, after);
            var scope = new Scope(before.NodeId, before.Variables, after.Variables);
            return execution with
            {
                NodeId = after.NodeId,
                Variables = VariableMove.Carry(scope, execution.Variables, plan.plan, findings),
                State = Carry(execution, before, after),
            };
        }

        private WorkItem Carry(WorkItem item) =>
            item is WorkItem.Run run && Counterpart(run.NodeId, run.OwnerId, run.Leftover) is { } after
                ? run with
                {
                    NodeId = after.NodeId,
                }
                : item;

        private Wait Carry(Wait wait)
        {
            if (plan.Map.Target(wait.NodeId) is not { } after)
            {
                return wait;
            }
            var before = plan.from.ById[wait.NodeId];
            if (wait is Wait.ForTask task)
            {
                RefuseGoneOutcomes(task, before, after);
            }
            if (wait is Wait.ForEvent && Written(before, "eventName") != Written(after, "eventName"))
            {
                findings.Problem(MigrationCodes.EventRenamed, before.NodeId, Written(after, "eventName"));
            }
            return wait with { NodeId = after.NodeId };
        }

        /// <summary>The counterpart of something open, if it can take its place.</summary>
        private ActivityNode? Counterpart(string nodeId, string? ownerId, bool leftover)
        {
            if (plan.Map.Target(nodeId) is not { } after || !plan.from.ById.TryGetValue(nodeId, out var before))
            {
                findings.Problem(MigrationCodes.NoTarget, nodeId);
                return null;
            }
            if (after.Type != before.Type)
            {
                findings.Problem(MigrationCodes.TypeChanged, nodeId, after.Type);
                return null;
            }
            // Of what has lost its container nobody hears any more; it only runs once.
            if (leftover)
            {
                return after;
            }
            var container = ownerId is null ? null : plan.Map.Target(executions[ownerId].NodeId);
            if (after.Parent != container)
            {
                findings.Problem(MigrationCodes.ContainerChanged, nodeId, after.Parent?.Id);
                return null;
            }
            if (after.Port != before.Port)
            {
                findings.Problem(MigrationCodes.PlaceChanged, nodeId, after.Port);
                return null;
            }
            if (before.AllChildren.Count == 0 && plan.Jump(before, after) is { } output)
            {
                findings.Problem(MigrationCodes.PastGate, nodeId, output);
                return null;
            }
            return after;
        }

        private ActivityState? Carry(ActivityExecution execution, ActivityNode before, ActivityNode after)
        {
            switch (execution.State)
            {
                case FlowScope scope:
                    var underWay = Children(execution).Select(id => plan.from.ById[id].Id).ToHashSet();
                    return new FlowMove((before, after), scope, plan.Map, underWay, findings).Carry();
                case SequenceState when Children(execution).FirstOrDefault() is { } child:
                    // A child without counterpart has been reported already.
                    var activities = after.Children("activities").ToList();
                    return new SequenceState(activities.FindIndex(a => a == plan.Map.Target(child)) + 1);
                case MachineMemory memory:
                    var open = Children(execution).Select(id => plan.from.ById[id]).ToList();
                    return MachineMove.Carry((before, after), memory, plan.Map, open, findings);
                default:
                    return execution.State;
            }
        }

        /// <summary>Node paths of what is open or queued directly below an execution.</summary>
        private IEnumerable<string> Children(ActivityExecution execution) =>
            state
                .Executions.Where(e => e.OwnerId == execution.Id && !e.Leftover)
                .Select(e => e.NodeId)
                .Concat(
                    state
                        .Queue.OfType<WorkItem.Run>()
                        .Where(r => r.OwnerId == execution.Id && !r.Leftover)
                        .Select(r => r.NodeId)
                );

        private void RefuseAddedBranches(ActivityExecution execution, ActivityNode before, ActivityNode after)
        {
            // All of these begin together, once; of a switch only those that were chosen.
            if (execution.State is not OpenChildren || before.Cases.Count > 0)
            {
                return;
            }
            foreach (var added in after.AllChildren.Intersect(plan.Map.Added))
            {
                findings.Problem(MigrationCodes.BranchAdded, before.NodeId, added.Id);
            }
        }

        private void RefuseGoneOutcomes(Wait.ForTask task, ActivityNode before, ActivityNode after)
        {
            if (plan.catalogue.Find(before.Type)?.Descriptor is not { } descriptor)
            {
                return;
            }
            var gone = task.Outcomes.Intersect(descriptor.Outcomes(before)).Except(descriptor.Outcomes(after));
            foreach (var outcome in gone)
            {
                findings.Problem(MigrationCodes.OutcomeGone, before.NodeId, outcome);
            }
        }

        private void NoteTerms(ActivityNode before, ActivityNode after)
        {
            var waits = state.Waits.Any(w => w.NodeId == before.NodeId);
            var keys = before.Inputs.Keys.Union(after.Inputs.Keys);
            if (waits && keys.Any(key => Written(before, key) != Written(after, key)))
            {
                findings.Note(MigrationCodes.KeepsTerms, before.NodeId);
            }
        }

        private static string? Written(ActivityNode node, string key) => node.Input(key)?.Raw?.ToJsonString();

        private string Path(string nodeId) => plan.Map.Target(nodeId)?.NodeId ?? nodeId;
    }
}
