namespace CaseFlow.Workflows.Definitions;

/// <summary>One entry of <c>transitions</c> of <c>Elsa.StateMachine</c>, in document order.</summary>
/// <param name="Name">Its own name; null when the document has none.</param>
/// <param name="From">Name of the state it leaves; empty when missing.</param>
/// <param name="To">Name of the state it leads to; empty when missing.</param>
/// <param name="Trigger">What sets it going; null when missing: the transition is taken as soon as its state is entered, if its condition holds then.</param>
/// <param name="Condition">Null when missing, which always holds.</param>
/// <param name="Action">What runs on the way; null when missing.</param>
public sealed record StateTransition(
    string? Name,
    string From,
    string To,
    ActivityNode? Trigger,
    InputExpression? Condition,
    ActivityNode? Action
);

/// <summary>One entry of <c>states</c> of <c>Elsa.StateMachine</c>, in document order.</summary>
/// <param name="Name">What transitions call it; empty when missing.</param>
/// <param name="Entry">What runs when the state is entered.</param>
/// <param name="Exit">What runs when it is left.</param>
public sealed record MachineState(string Name, ActivityNode? Entry, ActivityNode? Exit);
