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

    /// <summary>
    /// Where the inputs of an execution are looked at from. For a used workflow that is outside of it, where the variables of a loop that
    /// runs it are in reach.
    /// </summary>
    private static Live? Doorstep(Live live) =>
        live is { Node.Workflow: not null, Owner: { } loop, Dynamic.Items.Count: > 0 }
            ? new Live(
                new ActivityExecution
                {
                    Id = loop.Id,
                    NodeId = loop.Node.NodeId,
                    Dynamic = live.Dynamic.Items,
                },
                loop.Node,
                loop.Activity,
                loop
            )
            : live.Outside;

    /// <summary>What a loop gave to an execution; a used workflow adds its own inputs and outputs, which do not count.</summary>
    private static Dictionary<string, object?> Given(Live live)
    {
        var own = live.Node.Workflow is { } used
            ? used.Inputs.Select(i => i.Name).Concat(used.Outputs.Select(o => o.Name))
            : [];
        return live.Dynamic.Items.ExceptBy(own, item => item.Key).ToDictionary(StringComparer.Ordinal);
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
        if (Input.TryGetValue(name, out value))
        {
            return true;
        }
        // What the workflow was started with may be named in any case; an input that was not given is there all the same, as nothing.
        var given = Input.Keys.FirstOrDefault(k => k.Equals(name, StringComparison.OrdinalIgnoreCase));
        return given is not null && Input.TryGetValue(given, out value) || Definition.Inputs.Any(i => i.Name == name);
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
