using CaseFlow.Workflows.Expressions;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Execution;

/// <summary>Makes a value fit a declared type or fails aloud; Elsa would silently use the type's default.</summary>
internal static class Fitting
{
    /// <exception cref="ExpressionException">The value cannot become the type.</exception>
    public static object? To(ValueType type, object? value, string what) =>
        ValueConversion.TryConvert(value, type, out var result, out var problem)
            ? result
            : throw new ExpressionException($"{problem.Code}: {problem.Shown} is no {problem.Type} for {what}.");
}
