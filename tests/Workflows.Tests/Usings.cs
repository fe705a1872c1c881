global using ValueType = CaseFlow.Workflows.Values.ValueType;
