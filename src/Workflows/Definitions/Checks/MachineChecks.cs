using System.Text.Json.Nodes;

namespace CaseFlow.Workflows.Definitions.Checks;

/// <summary>Checks the states and transitions of a state machine; Elsa passes over what is wrong with them in silence.</summary>
internal sealed class MachineChecks(
    WorkflowDefinition definition,
    ActivityNode node,
    VariableScope scope,
    Findings findings
)
{
    public void Check()
    {
        if (node.Type != "Elsa.StateMachine")
        {
            return;
        }
        var names = node.States.Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var name in node.States.GroupBy(s => s.Name).Where(g => g.Count() > 1 || g.Key.Length == 0))
        {
            Error(
                "machine.state-name",
                "states",
                $"The name '{name.Key}' does not tell one state from another.",
                name.Key
            );
        }
        var initial = node.Input("initialState")?.Text;
        if (initial is null || !names.Contains(initial))
        {
            Error("machine.initial-state", "initialState", $"There is no state '{initial}' to begin with.", initial);
        }
        foreach (var transition in node.Transitions)
        {
            Check(transition, names);
        }
    }

    private void Check(StateTransition transition, HashSet<string> states)
    {
        var shown = transition.Name ?? $"{transition.From} → {transition.To}";
        foreach (var end in new[] { transition.From, transition.To }.Where(e => !states.Contains(e)))
        {
            Error(
                "machine.unknown-state",
                "transitions",
                $"The transition '{shown}' names a state '{end}' that is not there.",
                end
            );
        }
        if (transition.Condition is { } condition)
        {
            new ExpressionChecks(definition, node, scope, findings, "transitions").Check(
                condition,
                ValueType.Boolean,
                null
            );
        }
    }

    private void Error(string code, string key, string message, string? name) =>
        findings.Error(code, node, node.Raw[key] as JsonNode, message, ("name", name));
}
