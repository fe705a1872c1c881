using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Workflows.Execution;

/// <content>Variables in reach of an execution: its own first, then those of the containers around it, last the workflow's.</content>
internal sealed partial class Burst
{
    /// <summary>Every variable in reach, innermost first; a name may occur more than once.</summary>
    public IEnumerable<string> NamesInReach(Live? live)
    {
        for (var at = live; at is not null; at = at.Owner)
        {
            foreach (var name in at.Dynamic.Items.Keys.Concat(at.Node.Variables.Select(v => v.Name)))
            {
                yield return name;
            }
        }
        foreach (var name in dynamics.Items.Keys.Concat(Definition.Variables.Select(v => v.Name)))
        {
            yield return name;
        }
    }

    public bool TryRead(Live? live, string name, out object? value)
    {
        for (var at = live; at is not null; at = at.Owner)
        {
            if (at.Dynamic.TryGet(name, out value))
            {
                return true;
            }
            if (Named(at.Node.Variables, name) is { } declared)
            {
                return Read(at.Variables, declared, out value);
            }
        }
        if (dynamics.TryGet(name, out value))
        {
            return true;
        }
        return Named(Definition.Variables, name) is { } own && Read(variables, own, out value);
    }

    /// <summary>Reads by id, as <c>Variable</c> expressions do.</summary>
    public bool TryReadById(Live? live, string id, out object? value)
    {
        value = null;
        return VariablesWith(live, id) is { } bag && (bag.TryGet(id, out value) || true);
    }

    /// <summary>Assigns the innermost variable of that name; an unknown name makes a new one in the nearest container.</summary>
    public void Write(Live? live, string name, object? value)
    {
        for (var at = live; at is not null; at = at.Owner)
        {
            if (at.Dynamic.Contains(name))
            {
                at.Dynamic.Set(name, value);
                return;
            }
            if (Named(at.Node.Variables, name) is { } declared)
            {
                at.Variables.Set(declared.Id, Fit(declared, value));
                return;
            }
        }
        if (!dynamics.Contains(name) && Named(Definition.Variables, name) is { } own)
        {
            variables.Set(own.Id, Fit(own, value));
            return;
        }
        var nearest = live;
        while (nearest is not null && !nearest.Activity.HoldsVariables)
        {
            nearest = nearest.Owner;
        }
        (dynamics.Contains(name) ? dynamics : nearest?.Dynamic ?? dynamics).Set(name, value);
    }

    private void Assign(Live live, string id, object? value)
    {
        for (var at = live; at is not null; at = at.Owner)
        {
            if (WithId(at.Node.Variables, id) is { } declared)
            {
                at.Variables.Set(id, Fit(declared, value));
                return;
            }
        }
        var own =
            WithId(Definition.Variables, id)
            ?? throw new FaultException("variable.unknown", $"No variable with id {id} is in reach.");
        variables.Set(id, Fit(own, value));
    }

    private Bag<object?>? VariablesWith(Live? live, string id)
    {
        for (var at = live; at is not null; at = at.Owner)
        {
            if (WithId(at.Node.Variables, id) is not null)
            {
                return at.Variables;
            }
        }
        return WithId(Definition.Variables, id) is null ? null : variables;
    }

    private static bool Read(Bag<object?> bag, VariableDefinition variable, out object? value)
    {
        bag.TryGet(variable.Id, out value);
        return true;
    }

    private static object? Fit(VariableDefinition variable, object? value) =>
        Fitting.To(variable.Type, value, $"variable {variable.Name}");

    private static VariableDefinition? Named(IReadOnlyList<VariableDefinition> variables, string name)
    {
        foreach (var variable in variables)
        {
            if (variable.Name == name)
            {
                return variable;
            }
        }
        return null;
    }

    private static VariableDefinition? WithId(IReadOnlyList<VariableDefinition> variables, string id)
    {
        foreach (var variable in variables)
        {
            if (variable.Id == id)
            {
                return variable;
            }
        }
        return null;
    }
}
