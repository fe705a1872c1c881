using System.Diagnostics.CodeAnalysis;

namespace CaseFlow.Workflows.Expressions.Liquid;

/// <summary>A Liquid expression of a procedure: a template that sees the variables and inputs in reach.</summary>
/// <remarks>
/// It sees <c>Variables.Name</c>, <c>Input.Name</c>, <c>CorrelationId</c>, <c>WorkflowDefinitionId</c>,
/// <c>WorkflowDefinitionVersionId</c>, <c>WorkflowDefinitionVersion</c> and <c>WorkflowInstanceId</c>. There is no
/// <c>Output</c>. Unknown names print nothing; nothing is HTML-encoded; the zone of <c>date</c> is UTC.
/// </remarks>
public sealed class LiquidExpression
{
    private readonly LiquidTemplate template;

    private LiquidExpression(LiquidTemplate template) => this.template = template;

    /// <summary>Every field the expression may read, e.g. <c>Variables.Amount</c>.</summary>
    public IReadOnlyList<LiquidPath> Paths => template.Paths;

    /// <summary>Parses an expression; a text that does not parse is never rendered.</summary>
    public static bool TryParse(
        string text,
        [NotNullWhen(true)] out LiquidExpression? expression,
        out IReadOnlyList<ExpressionProblem> problems
    )
    {
        var parsed = LiquidTemplate.TryParse(text, LiquidDialect.Expressions, out var template, out problems);
        expression = parsed ? new LiquidExpression(template!) : null;
        return parsed;
    }

    /// <summary>Renders the expression; each variable and input is read only when the template gets to it.</summary>
    /// <exception cref="ExpressionException">A limit was reached or a value does not fit.</exception>
    public string Render(IExpressionScope scope, ExpressionLimits? limits = null) =>
        template.Render(
            new ScopeValues(scope),
            new LiquidSettings
            {
                Now = scope.Now,
                Limits = limits ?? ExpressionLimits.Default,
                Spent = scope.Spent,
            }
        );

    /// <summary>Whether the expression holds as a guard.</summary>
    /// <returns>True when it renders to the word <c>true</c> in any case, blanks around it allowed; <c>1</c> and <c>yes</c> are false.</returns>
    /// <exception cref="ExpressionException">A limit was reached or a value does not fit.</exception>
    public bool Holds(IExpressionScope scope, ExpressionLimits? limits = null) =>
        bool.TryParse(Render(scope, limits), out var holds) && holds;
}
