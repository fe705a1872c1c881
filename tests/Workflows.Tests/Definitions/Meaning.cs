using System.Globalization;
using System.Text;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Tests.Definitions;

/// <summary>Everything a definition means to the engine, as text that can be compared.</summary>
internal static class Meaning
{
    public static string Of(WorkflowDefinition definition)
    {
        var text = new StringBuilder();
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"{definition.Id} {definition.DefinitionId} {definition.Version} {definition.Name} {definition.Options}"
        );
        text.AppendJoin('\n', definition.Inputs.Select(i => $"input {i.Name} {i.Type.Text}")).AppendLine();
        Variables(text, definition.Variables);
        foreach (var node in definition.Activities)
        {
            Node(text, node);
        }
        return text.ToString();
    }

    private static void Node(StringBuilder text, ActivityNode node)
    {
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"{node.NodeId} {node.Type} {node.Version} '{node.Name}' {node.Place} {node.CanStartWorkflow} {node.RunAsynchronously} {node.MergeMode}"
        );
        foreach (var (key, input) in node.Inputs)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {key}: {Expression(input)}");
        }
        text.AppendJoin("", node.Outputs.Select(o => $"  {o.Key} -> {o.Value.Target}\n"));
        text.AppendJoin(
            "",
            node.Cases.Select(c =>
                $"  case {c.Label} {(c.Condition is null ? "" : Expression(c.Condition))} {c.Activity}\n"
            )
        );
        text.AppendJoin("", node.Graph?.Connections.Select(c => $"  {c.Index} {c.Key}\n") ?? []);
        text.AppendLine(CultureInfo.InvariantCulture, $"  starts {node.Graph?.Start?.Id}");
        Variables(text, node.Variables);
    }

    /// <summary>The two spellings of a reference mean the same, so its value is left out.</summary>
    private static string Expression(InputExpression input) =>
        $"{input.TypeName} {input.Syntax} {input.Reference} {input.IsUnset} {(input.Reference is null ? PlainText.Of(input.Value) : "")}";

    private static void Variables(StringBuilder text, IReadOnlyList<VariableDefinition> variables) =>
        text.AppendJoin(
            "",
            variables.Select(v =>
                $"  var {v.Id} {v.Name} {v.Type.Text} {v.Type.Kind} {PlainText.Of(v.Default)} {v.DefaultProblem?.Code}\n"
            )
        );
}
