namespace CaseFlow.Workflows.Definitions.Checks;

/// <summary>Which variables an activity can reach: its own, those of the containers around it, those of the workflow.</summary>
internal sealed class VariableScope
{
    private static readonly Dictionary<string, string[]> LoopVariables = new(StringComparer.Ordinal)
    {
        ["Elsa.ForEach"] = ["CurrentValue", "CurrentIndex"],
        ["Elsa.ParallelForEach"] = ["CurrentValue", "CurrentIndex"],
        ["Elsa.For"] = ["CurrentValue"],
        ["Elsa.BulkDispatchWorkflows"] = ["ChildInstanceId"],
    };

    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    public VariableScope(WorkflowDefinition definition, ActivityNode node)
    {
        Add(definition.Variables);
        Add(node.Variables);
        for (var container = node.Parent; container is not null; container = container.Parent)
        {
            Add(container.Variables);
            names.UnionWith(LoopVariables.GetValueOrDefault(container.Type) ?? []);
        }
    }

    public bool HasId(string id) => ids.Contains(id);

    public bool HasName(string name) => names.Contains(name);

    /// <summary>Whether a generated accessor like <c>getAmount</c> means a variable: its first letter is upper-cased.</summary>
    public bool HasAccessor(string subject) => names.Any(n => Accessors.Matches(n, subject));

    private void Add(IReadOnlyList<VariableDefinition> variables)
    {
        foreach (var variable in variables)
        {
            ids.Add(variable.Id);
            names.Add(variable.Name);
        }
    }
}

/// <summary>How generated accessors spell names.</summary>
internal static class Accessors
{
    public static bool Matches(string name, string subject) =>
        name.Length == subject.Length
        && name.Length > 0
        && char.ToUpperInvariant(name[0]) == subject[0]
        && name.AsSpan(1).SequenceEqual(subject.AsSpan(1));
}
