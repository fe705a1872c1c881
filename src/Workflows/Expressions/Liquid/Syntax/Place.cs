namespace CaseFlow.Workflows.Expressions.Liquid.Syntax;

/// <summary>Where a piece of a template begins, counted from 1.</summary>
internal readonly record struct Place(int Line, int Column);
