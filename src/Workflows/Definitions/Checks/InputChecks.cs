using System.Text.Json.Nodes;

namespace CaseFlow.Workflows.Definitions.Checks;

/// <summary>Checks the inputs and outputs of one activity against its type.</summary>
internal sealed class InputChecks(
    WorkflowDefinition definition,
    ActivityNode node,
    IDefinitionReferences? references,
    Findings findings
)
{
    private readonly VariableScope scope = new(definition, node);

    public void Check(ActivityDescriptor descriptor)
    {
        foreach (var input in descriptor.Inputs)
        {
            if (input.Wrapped)
            {
                Wrapped(input);
            }
            else
            {
                Unwrapped(input);
            }
        }
        UnknownKeys(descriptor);
        Cases();
        new MachineChecks(definition, node, scope, findings).Check();
        Outputs();
    }

    private void Wrapped(ActivityInput input)
    {
        var written = node.Input(input.Key);
        if (written is null)
        {
            NotGiven(input);
            return;
        }
        if (!written.HasTypeName)
        {
            Error(
                "input.type-name-missing",
                input.Key,
                written.Raw,
                "The input has no typeName, so Elsa treats it as not given."
            );
        }
        var check = new ExpressionChecks(definition, node, scope, findings, input.Key);
        check.Check(written, input.Type, input.LiteralLanguage);
        if (written.Syntax is "Literal" or "Object" or "Json" && input.LiteralLanguage is null)
        {
            new LiteralChecks(node, references, findings).Check(input, written);
        }
    }

    /// <summary>Tells a missing input from one whose wrapper is there but says nothing.</summary>
    private void NotGiven(ActivityInput input)
    {
        if (node.Raw[input.Key] is JsonObject wrapper && !node.Outputs.ContainsKey(input.Key))
        {
            Error("input.expression-missing", input.Key, wrapper, "The input has no expression.");
        }
        else if (input.Required)
        {
            Error("input.required", input.Key, null, $"The input '{input.Key}' must be given.");
        }
    }

    private void Unwrapped(ActivityInput input)
    {
        var value = node.Raw[input.Key];
        if (value is null)
        {
            if (input.Required)
            {
                Error("input.required", input.Key, null, $"The input '{input.Key}' must be given.");
            }
        }
        else if (input.Reference is ReferenceKind.Variable)
        {
            ExpressionChecks.Variable(Reading.References.Read(value), scope, node, value, input.Key, findings);
        }
    }

    /// <summary>An expression under a key that the type does not have is never evaluated: most likely a slip.</summary>
    private void UnknownKeys(ActivityDescriptor descriptor)
    {
        var known = descriptor
            .Inputs.Select(i => i.Key)
            .Concat(descriptor.Outputs.Select(o => o.Key))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var (key, input) in node.Inputs)
        {
            if (!known.Contains(key) && node.Raw[key] is JsonObject)
            {
                findings.Warning(
                    "input.unknown",
                    node,
                    input.Raw,
                    $"{descriptor.Type} has no input '{key}'.",
                    ("input", key),
                    ("type", descriptor.Type)
                );
            }
        }
    }

    private void Cases()
    {
        foreach (var (label, condition, _) in node.Cases)
        {
            if (condition is null)
            {
                Error("input.expression-missing", "cases", node.Raw["cases"], $"The case '{label}' has no condition.");
                continue;
            }
            new ExpressionChecks(definition, node, scope, findings, "cases").Check(condition, ValueType.Boolean, null);
        }
        foreach (
            var label in node
                .Cases.GroupBy(c => c.Label)
                .Where(g => g.Count() > 1 || g.Key.Length == 0)
                .Select(g => g.Key)
        )
        {
            findings.Error(
                "case.label-not-unique",
                node,
                node.Raw["cases"],
                $"The label '{label}' does not tell one case from another.",
                ("label", label)
            );
        }
    }

    private void Outputs()
    {
        foreach (var (key, binding) in node.Outputs)
        {
            if (!scope.HasId(binding.Target) && definition.Outputs.All(o => o.Name != binding.Target))
            {
                findings.Error(
                    "output.target-unknown",
                    node,
                    node.Raw[key],
                    $"The output '{key}' goes to '{binding.Target}', which is no variable in reach and no output of the workflow.",
                    ("output", key),
                    ("target", binding.Target)
                );
            }
        }
    }

    private void Error(string code, string input, JsonNode? at, string message) =>
        findings.Error(code, node, at, message, ("input", input));
}
