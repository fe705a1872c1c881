namespace CaseFlow.Workflows.Definitions;

/// <summary>One entry of <c>cases</c> of <c>Elsa.FlowSwitch</c> or <c>Elsa.Switch</c>, in document order.</summary>
/// <param name="Label">Outcome name of the case; empty when the document has none.</param>
/// <param name="Condition">Null when missing: such a case never matches and is refused at publish.</param>
/// <param name="Activity">The embedded child (<c>Elsa.Switch</c> only).</param>
public sealed record SwitchCase(string Label, InputExpression? Condition, ActivityNode? Activity);
