namespace CaseFlow.Workflows.Definitions;

/// <summary>A workflow seen as an activity type.</summary>
public static class WorkflowUse
{
    /// <summary>What it takes, yields and offers: the workflow's inputs, outputs and outcomes, and <c>Done</c>.</summary>
    public static ActivityDescriptor Describe(WorkflowDefinition workflow)
    {
        ArgumentNullException.ThrowIfNull(workflow);
        IReadOnlyList<string> outcomes = [.. workflow.Outcomes.Append("Done").Distinct(StringComparer.Ordinal)];
        return new ActivityDescriptor(
            WorkflowReference.TypeNameOf(workflow.Name ?? workflow.DefinitionId),
            workflow.Version,
            workflow.Options.ActivityCategory ?? "Workflows",
            [.. workflow.Inputs.Where(i => i.Name.Length > 0).Select(i => new ActivityInput(i.Name, i.Type))],
            [.. workflow.Outputs.Where(o => o.Name.Length > 0).Select(o => new ActivityOutput(o.Name, o.Type))],
            _ => outcomes
        )
        {
            Ports = [ActivityNode.WorkflowPlace],
        };
    }

    /// <summary>
    /// The using activity with the workflow's variables as its own, and inputs and outputs under the keys the engine looks for: writers
    /// differ in how they make keys of names with capitals, spaces or reserved words.
    /// </summary>
    internal static NodeContent Content(NodeContent written, WorkflowDefinition workflow) =>
        written with
        {
            Variables = workflow.Variables,
            Inputs = Rekeyed(written.Inputs, workflow.Inputs.Select(i => i.Name)),
            Outputs = Rekeyed(written.Outputs, workflow.Outputs.Select(o => o.Name)),
        };

    private static Dictionary<string, T> Rekeyed<T>(IReadOnlyDictionary<string, T> written, IEnumerable<string> names)
    {
        var found = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var name in names.Where(n => n.Length > 0))
        {
            var key = JsonNames.CamelCase(name);
            if (written.TryGetValue(key, out var exact))
            {
                found[key] = exact;
            }
            else if (written.FirstOrDefault(w => Plain(w.Key) == Plain(name)) is { Key: not null, Value: var value })
            {
                found[key] = value;
            }
        }
        return found;
    }

    private static string Plain(string name) =>
        string.Concat(name.Where(c => c is not (' ' or '_' or '-'))).ToUpperInvariant();
}
