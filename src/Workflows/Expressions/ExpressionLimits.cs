namespace CaseFlow.Workflows.Expressions;

/// <summary>How much one evaluation may use before it is stopped with an <see cref="ExpressionException"/>.</summary>
/// <param name="Steps">Evaluation steps; a loop pass or a call costs at least one, bulk methods one per item touched.</param>
/// <param name="Depth">Nested calls and nested syntax.</param>
/// <param name="TextLength">Characters of the longest text that may come into being.</param>
/// <param name="Items">Items of the largest list or object.</param>
public sealed record ExpressionLimits(int Steps, int Depth, int TextLength, int Items)
{
    /// <summary>What procedures get: a million steps, 128 levels, a million characters, 100 000 items.</summary>
    public static ExpressionLimits Default { get; } = new(1_000_000, 128, 1_000_000, 100_000);
}
