// System.ValueType is never meant here; the type of a variable is.
global using ValueType = CaseFlow.Workflows.Values.ValueType;
