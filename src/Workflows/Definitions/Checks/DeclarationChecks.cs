using System.Text.Json.Nodes;

namespace CaseFlow.Workflows.Definitions.Checks;

/// <summary>Checks variables, inputs and outputs.</summary>
internal static class DeclarationChecks
{
    public static void Check(WorkflowDefinition definition, Findings findings)
    {
        if (definition.DefinitionId.Length == 0)
        {
            findings.Error("definition.id-missing", null, definition.Source, "The definition has no definitionId.");
        }
        Variables(definition.Variables, null, findings);
        Unique(definition.Inputs.Select(i => (i.Name, i.Raw)), "input.duplicate-name", "input.name-missing", findings);
        Unique(
            definition.Outputs.Select(o => (o.Name, o.Raw)),
            "output.duplicate-name",
            "output.name-missing",
            findings
        );
        foreach (var (type, raw) in definition.Inputs.Select(i => (i.Type, i.Raw)))
        {
            KnownType(type, null, raw, findings);
        }
    }

    public static void Check(ActivityNode node, Findings findings) => Variables(node.Variables, node, findings);

    private static void Variables(IReadOnlyList<VariableDefinition> variables, ActivityNode? node, Findings findings)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var variable in variables)
        {
            if (variable.Name.Length == 0)
            {
                findings.Error("variable.name-missing", node, variable.Raw, "A variable has no name.");
            }
            else if (!names.Add(variable.Name))
            {
                findings.Error(
                    "variable.duplicate-name",
                    node,
                    variable.Raw,
                    $"Two variables of one scope are named '{variable.Name}'.",
                    ("name", variable.Name)
                );
            }
            if (!ids.Add(variable.Id))
            {
                findings.Error(
                    "variable.duplicate-id",
                    node,
                    variable.Raw,
                    $"Two variables of one scope have the id '{variable.Id}'.",
                    ("id", variable.Id),
                    ("name", variable.Name)
                );
            }
            KnownType(variable.Type, node, variable.Raw, findings);
            Default(variable, node, findings);
        }
    }

    private static void KnownType(ValueType type, ActivityNode? node, JsonObject raw, Findings findings)
    {
        if (!type.IsKnown)
        {
            findings.Warning(
                "type.unknown",
                node,
                raw,
                $"The type '{type}' is unknown; values are taken as they come.",
                ("type", type.Text),
                ("name", raw.AnyCase("name").AsText())
            );
        }
    }

    private static void Default(VariableDefinition variable, ActivityNode? node, Findings findings)
    {
        if (variable.DefaultProblem is { } problem)
        {
            findings.Error(
                "variable.default-invalid",
                node,
                variable.Raw,
                $"The default of '{variable.Name}' is no {variable.Type}.",
                ("name", variable.Name),
                ("type", variable.Type.Text),
                ("value", problem.Shown),
                ("reason", problem.Code)
            );
        }
    }

    private static void Unique(
        IEnumerable<(string Name, JsonObject Raw)> declared,
        string duplicate,
        string missing,
        Findings findings
    )
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, raw) in declared)
        {
            if (name.Length == 0)
            {
                findings.Error(missing, null, raw, "An input or output of the workflow has no name.");
            }
            else if (!names.Add(name))
            {
                findings.Error(duplicate, null, raw, $"The name '{name}' occurs twice.", ("name", name));
            }
        }
    }
}
