using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Workflows.Execution;

/// <content>
/// Workflows used as activities. Inside, their inputs and outputs are variables of the using activity under the names declared: scripts
/// may read both and change both, as in Elsa.
/// </content>
internal sealed partial class Burst
{
    private static void DeclareWorkflow(Live live)
    {
        if (live.Node.Workflow is not { } workflow)
        {
            return;
        }
        foreach (var declared in workflow.Outputs.Where(o => o.Name.Length > 0))
        {
            live.Dynamic.Set(declared.Name, value: null);
        }
        foreach (var declared in workflow.Inputs.Where(i => i.Name.Length > 0))
        {
            live.Dynamic.Set(declared.Name, live.Inputs.GetValueOrDefault(JsonNames.CamelCase(declared.Name)));
        }
    }

    /// <summary>An input by name: of the nearest workflow around that declares it, then what the instance was started with.</summary>
    public bool TryInput(Live? live, string name, out object? value)
    {
        for (var at = live; at is not null; at = at.Owner)
        {
            if (at.Node.Workflow is { } workflow && workflow.Inputs.Any(i => i.Name == name))
            {
                return at.Dynamic.TryGet(name, out value);
            }
        }
        // A declared input that was not given is there all the same, as nothing.
        return Input.TryGetValue(name, out value) || Definition.Inputs.Any(i => i.Name == name);
    }

    /// <summary>Whether a generated accessor means an input rather than a variable: not inside a workflow used as an activity, as in Elsa.</summary>
    public static bool InputsComeFirst(Live? live)
    {
        while (live is { Node.Workflow: null })
        {
            live = live.Owner;
        }
        return live is null;
    }

    /// <summary>Names of all inputs in reach; a name may occur more than once.</summary>
    public IEnumerable<string> InputsInReach(Live? live)
    {
        for (var at = live; at is not null; at = at.Owner)
        {
            foreach (var declared in at.Node.Workflow?.Inputs ?? [])
            {
                yield return declared.Name;
            }
        }
        foreach (var name in Input.Keys.Concat(Definition.Inputs.Select(i => i.Name)))
        {
            yield return name;
        }
    }
}
