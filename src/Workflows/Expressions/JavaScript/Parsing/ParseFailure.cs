using CaseFlow.Workflows.Expressions.JavaScript.Syntax;

namespace CaseFlow.Workflows.Expressions.JavaScript.Parsing;

/// <summary>Ends parsing where going on would only invent further problems.</summary>
internal sealed class ParseFailure(ExpressionProblem problem) : Exception(problem.Message)
{
    public ParseFailure(string code, string message, Position at)
        : this(new ExpressionProblem(code, message, at.Line, at.Column)) { }

    public ExpressionProblem Problem { get; } = problem;
}
