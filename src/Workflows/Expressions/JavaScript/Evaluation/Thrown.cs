using CaseFlow.Workflows.Expressions.JavaScript.Syntax;

namespace CaseFlow.Workflows.Expressions.JavaScript.Evaluation;

/// <summary>What a script threw, on its way to the next catch of the script.</summary>
internal sealed class Thrown(object? value, Position at) : Exception
{
    public object? Value { get; } = value;

    public Position At { get; } = at;
}
