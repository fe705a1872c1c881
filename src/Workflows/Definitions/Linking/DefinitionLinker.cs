using System.Diagnostics.CodeAnalysis;

namespace CaseFlow.Workflows.Definitions;

/// <summary>
/// Puts the workflows that a definition uses as activities into its tree: the activity that stands for one gets that workflow's root
/// as an embedded child, and so on for those it uses in turn. Node paths tell which use is meant: <c>Workflow1:f1:check:root:task</c>.
/// </summary>
public sealed class DefinitionLinker
{
    /// <summary>A definition and all it uses may not hold more activities than this, each use counted.</summary>
    public const int MostActivities = 10_000;

    /// <summary>How deep workflows may use each other.</summary>
    public const int MostLevels = 32;

    private readonly WorkflowDefinition definition;
    private readonly IActivityDescriptors types;
    private readonly IWorkflowVersions versions;
    private readonly OrderedDictionary<string, ActivityNode> byId = new(StringComparer.Ordinal);
    private readonly Stack<WorkflowDefinition> around = new();
    private readonly List<DefinitionProblem> problems = [];
    private ActivityNode? use;

    private DefinitionLinker(WorkflowDefinition definition, IActivityDescriptors types, IWorkflowVersions versions) =>
        (this.definition, this.types, this.versions) = (definition, types, versions);

    /// <summary>The workflows that a definition itself uses as activities, without those that they use.</summary>
    public static IEnumerable<WorkflowReference> References(
        WorkflowDefinition definition,
        IActivityDescriptors types
    ) => definition.Activities.Select(a => WorkflowReference.Of(a, types)).OfType<WorkflowReference>().Distinct();

    /// <summary>Links a definition as the reader gave it; one that uses no other workflow stays as it is.</summary>
    /// <param name="definition">Not changed.</param>
    /// <param name="types">Registered activity types, which come before workflows of the same name.</param>
    /// <param name="versions">Finds the workflows.</param>
    /// <param name="linked">What the engine runs; null when there is any problem.</param>
    /// <param name="problems">A workflow that is unknown, that contains itself, or that is too large with all it uses.</param>
    public static bool TryLink(
        WorkflowDefinition definition,
        IActivityDescriptors types,
        IWorkflowVersions versions,
        [NotNullWhen(true)] out WorkflowDefinition? linked,
        out IReadOnlyList<DefinitionProblem> problems
    )
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(types);
        ArgumentNullException.ThrowIfNull(versions);
        var linker = new DefinitionLinker(definition, types, versions);
        linked = linker.Link();
        problems = linker.problems;
        return linked is not null;
    }

    /// <summary>
    /// Links for a trial: an activity whose workflow is unknown, or contains itself, stays unlinked and fails when it is reached. What is too
    /// large is not linked at all.
    /// </summary>
    public static WorkflowDefinition LinkKnown(
        WorkflowDefinition definition,
        IActivityDescriptors types,
        IWorkflowVersions versions
    )
    {
        ArgumentNullException.ThrowIfNull(definition);
        var linker = new DefinitionLinker(definition, types, versions);
        return linker.Link(p => p.Code == "workflow.too-large") ?? definition;
    }

    private WorkflowDefinition? Link(Func<DefinitionProblem, bool>? forbids = null)
    {
        if (definition.Activities.All(a => Meant(a) is null) && problems.Count == 0)
        {
            return definition;
        }
        problems.Clear();
        around.Push(definition);
        var root = Copy(definition.Root, parent: null, definition.Root.Place);
        return problems.Any(forbids ?? (_ => true)) ? null : definition.With(root, byId);
    }

    private ActivityNode Copy(ActivityNode node, ActivityNode? parent, string place)
    {
        var isOwn = around.Count == 1;
        use = isOwn ? node : use;
        var workflow = byId.Count < MostActivities && around.Count <= MostLevels ? Meant(node) : null;
        var copy = new ActivityNode(Content(node, workflow), parent, place, workflow);
        if (!byId.TryAdd(copy.NodeId, copy) || byId.Count == MostActivities || around.Count > MostLevels)
        {
            Problem(
                "workflow.too-large",
                $"With all it uses the workflow has {MostActivities} activities or {MostLevels} levels, or more."
            );
        }
        var children = node.AllChildren.ToDictionary(c => c, c => Copy(c, copy, c.Place));
        IReadOnlyList<ActivityNode> all = [.. node.AllChildren.Select(c => children[c])];
        if (workflow is not null)
        {
            use = isOwn ? node : use;
            around.Push(workflow);
            all = [.. all, Copy(workflow.Root, copy, ActivityNode.WorkflowPlace)];
            around.Pop();
        }
        copy.Complete(
            new NodeChildren(
                all,
                all.GroupBy(c => c.Port, StringComparer.Ordinal)
                    .ToDictionary(g => g.Key, IReadOnlyList<ActivityNode> (g) => [.. g], StringComparer.Ordinal),
                [.. node.Cases.Select(c => c with { Activity = c.Activity is null ? null : children[c.Activity] })],
                Graph(node.Graph, children)
            )
            {
                States = [.. node.States.Select(s => s with { Entry = Copied(s.Entry), Exit = Copied(s.Exit) })],
                Transitions =
                [
                    .. node.Transitions.Select(t => t with { Trigger = Copied(t.Trigger), Action = Copied(t.Action) }),
                ],
            }
        );
        return copy;

        ActivityNode? Copied(ActivityNode? child) => child is null ? null : children[child];
    }

    private static FlowGraph? Graph(FlowGraph? graph, Dictionary<ActivityNode, ActivityNode> children) =>
        graph is null
            ? null
            : new FlowGraph(
                [.. graph.Activities.Select(a => children[a])],
                [.. graph.Connections.Select(c => c with { Source = children[c.Source], Target = children[c.Target] })]
            );

    private static NodeContent Content(ActivityNode node, WorkflowDefinition? workflow) =>
        workflow is null ? node.Content : WorkflowUse.Content(node.Content, workflow);

    private WorkflowDefinition? Meant(ActivityNode node)
    {
        if (WorkflowReference.Of(node, types) is not { } reference)
        {
            return null;
        }
        var found = versions.Find(reference);
        if (found is null && reference.NamesWorkflow)
        {
            Problem("workflow.unknown", $"There is no workflow for the activity '{node.Id}' ({node.Type}).");
        }
        else if (found is not null && around.Contains(found))
        {
            Problem("workflow.cycle", $"The workflow '{found.DefinitionId}' contains itself.");
            return null;
        }
        return found;
    }

    private void Problem(string code, string message)
    {
        if (problems.Count > 0 && problems[^1].Code == code && problems[^1].ActivityId == use?.Id)
        {
            return;
        }
        var place = definition.Places.Of(use?.Raw);
        problems.Add(
            new DefinitionProblem(code, ProblemSeverity.Error, use?.Id, message, place.Line, place.Column)
            {
                Facts = new Dictionary<string, object?> { ["type"] = use?.Type },
            }
        );
    }
}
