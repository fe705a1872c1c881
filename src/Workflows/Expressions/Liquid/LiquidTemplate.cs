using System.Diagnostics.CodeAnalysis;
using CaseFlow.Workflows.Expressions.Liquid.Analysis;
using CaseFlow.Workflows.Expressions.Liquid.Parsing;
using CaseFlow.Workflows.Expressions.Liquid.Rendering;
using CaseFlow.Workflows.Expressions.Liquid.Syntax;

namespace CaseFlow.Workflows.Expressions.Liquid;

/// <summary>A parsed Liquid template. Immutable; renders on any thread.</summary>
/// <remarks>
/// The language is a true subset of Shopify's Liquid with the choices of Elsa's engine where the two differ;
/// <c>docs/expressions.md</c> lists both.
/// </remarks>
public sealed class LiquidTemplate
{
    private readonly IReadOnlyList<LiquidNode> nodes;

    private IReadOnlyList<LiquidPath>? paths;

    private LiquidTemplate(IReadOnlyList<LiquidNode> nodes) => this.nodes = nodes;

    /// <summary>Every field the template may read, in the order of the text, each place once.</summary>
    /// <remarks>Found when first asked for: rendering does not need it.</remarks>
    public IReadOnlyList<LiquidPath> Paths => paths ??= PathCollector.Collect(nodes);

    /// <summary>Parses a template.</summary>
    /// <returns>False when there are problems; all of them are listed then, up to 50.</returns>
    public static bool TryParse(
        string text,
        LiquidDialect dialect,
        [NotNullWhen(true)] out LiquidTemplate? template,
        out IReadOnlyList<ExpressionProblem> problems
    )
    {
        var found = new ProblemList(text);
        var nodes = TemplateParser.Parse(text, dialect, found);
        problems = found.Problems;
        template = problems.Count == 0 ? new LiquidTemplate(nodes) : null;
        return template is not null;
    }

    /// <summary>Renders the template.</summary>
    /// <param name="values">Plain values by name, as <see cref="IExpressionScope"/> describes them.</param>
    /// <param name="settings">How to render.</param>
    /// <exception cref="ExpressionException">A limit was reached, a value does not fit, or, in strict mode, a field is unknown.</exception>
    public string Render(IReadOnlyDictionary<string, object?> values, LiquidSettings settings)
    {
        var renderer = new TemplateRenderer(values, settings);
        try
        {
            return renderer.Render(nodes);
        }
        finally
        {
            settings.Spent?.Invoke(renderer.StepsTaken);
        }
    }
}
