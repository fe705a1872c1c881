namespace CaseFlow.Workflows.Expressions.JavaScript.Syntax;

/// <summary>A place in a script, lines and columns from 1.</summary>
internal readonly record struct Position(int Line, int Column);

/// <summary>A piece of a script and where it begins.</summary>
internal abstract record Node(Position At);
