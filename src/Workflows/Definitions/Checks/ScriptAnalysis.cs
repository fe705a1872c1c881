using CaseFlow.Workflows.Expressions;
using CaseFlow.Workflows.Expressions.JavaScript;
using CaseFlow.Workflows.Expressions.Liquid;

namespace CaseFlow.Workflows.Definitions.Checks;

/// <summary>What a text of a language says about itself without being run.</summary>
internal sealed record ScriptAnalysis(IReadOnlyList<ExpressionProblem> Problems, IReadOnlyList<Mention> Mentions)
{
    public static ScriptAnalysis Of(string language, string text) =>
        language switch
        {
            "JavaScript" => JavaScript(text),
            "Liquid" => Liquid(text),
            _ => new ScriptAnalysis([], []),
        };

    private static ScriptAnalysis JavaScript(string text)
    {
        if (!Script.TryParse(text, out var script, out var problems))
        {
            return new ScriptAnalysis(problems, []);
        }
        var variables = script.VariablesMentioned.Except(script.VariablesAssigned).Order(StringComparer.Ordinal);
        var inputs = script.InputsMentioned.Except(script.VariablesMentioned).Order(StringComparer.Ordinal);
        return new ScriptAnalysis(
            problems,
            [
                // What is listed as both stands for an accessor: getX() is either.
                .. variables.Select(v =>
                    script.InputsMentioned.Contains(v)
                        ? new Mention(MentionKind.Accessor, v)
                        : new Mention(MentionKind.Variable, v)
                ),
                .. inputs.Select(i => new Mention(MentionKind.Input, i)),
            ]
        );
    }

    private static ScriptAnalysis Liquid(string text) =>
        LiquidExpression.TryParse(text, out var expression, out var problems)
            ? new ScriptAnalysis(problems, [.. expression.Paths.Select(Mention).OfType<Mention>().Distinct()])
            : new ScriptAnalysis(problems, []);

    private static Mention? Mention(LiquidPath path) =>
        path.Segments switch
        {
            [_, LiquidPath.AnyElement, ..] => null,
            ["Variables", var name, ..] => new Mention(MentionKind.Variable, name),
            ["Input", var name, ..] => new Mention(MentionKind.Input, name),
            _ => null,
        };
}

/// <summary>A name that a text mentions.</summary>
internal sealed record Mention(MentionKind Kind, string Name);

/// <summary>How a name is mentioned.</summary>
internal enum MentionKind
{
    Variable,
    Input,

    /// <summary>By a generated accessor, which means a variable, an input or an output and upper-cases the first letter.</summary>
    Accessor,
}
