using System.Text.Json.Nodes;

namespace CaseFlow.Workflows.Definitions.Checks;

/// <summary>Checks one expression: its language, its text, and the names it mentions.</summary>
internal sealed class ExpressionChecks(
    WorkflowDefinition definition,
    ActivityNode node,
    VariableScope scope,
    Findings findings,
    string input
)
{
    private static readonly string[] Languages =
    [
        "Literal",
        "Object",
        "Json",
        "Variable",
        "Input",
        "JavaScript",
        "Liquid",
    ];

    public void Check(InputExpression written, ValueType type, string? literalLanguage)
    {
        switch (written.Syntax)
        {
            case null:
                Report(
                    "expression.type-missing",
                    written.Raw,
                    "The expression has no type, so Elsa treats it as not given."
                );
                break;
            case "Literal" when literalLanguage is not null && written.Text.Length > 0:
                Script(literalLanguage, written);
                break;
            case "Literal" or "Object" or "Json":
                break;
            case "Variable":
                Variable(written.Reference, scope, node, written.Raw, input, findings);
                break;
            case "Input":
                Input(written);
                break;
            case "JavaScript" or "Liquid":
                Script(written.Syntax, written);
                break;
            default:
                UnknownLanguage(written);
                break;
        }
    }

    public static void Variable(
        ExpressionReference? reference,
        VariableScope scope,
        ActivityNode node,
        JsonNode? at,
        string input,
        Findings findings
    )
    {
        var found = reference switch
        {
            null => false,
            { Id: { } id } => scope.HasId(id),
            { Name: { } name } => scope.HasName(name),
            _ => false,
        };
        if (!found)
        {
            findings.Error(
                "variable.not-in-scope",
                node,
                at,
                $"The variable '{reference?.Name ?? reference?.Id}' is not in reach.",
                ("input", input),
                ("name", reference?.Name),
                ("id", reference?.Id)
            );
        }
    }

    private void Input(InputExpression written)
    {
        if (written.Reference?.Name is not { } name || definition.Inputs.All(i => i.Name != name))
        {
            findings.Error(
                "workflow-input.unknown",
                node,
                written.Raw,
                $"The workflow has no input '{written.Reference?.Name}'.",
                ("input", input),
                ("name", written.Reference?.Name)
            );
        }
    }

    private void Script(string language, InputExpression written)
    {
        var analysis = ScriptAnalysis.Of(language, written.Text);
        foreach (var problem in analysis.Problems)
        {
            findings.Error(
                "expression.unparsable",
                node,
                written.Raw,
                $"{language} {problem.Line}:{problem.Column}: {problem.Message}",
                ("input", input),
                ("language", language),
                ("code", problem.Code),
                ("line", (long)problem.Line),
                ("column", (long)problem.Column)
            );
        }
        foreach (var mention in analysis.Mentions.Where(m => !Known(m)))
        {
            findings.Warning(
                "expression.name-unknown",
                node,
                written.Raw,
                $"{language} mentions '{mention.Name}', which is in reach neither as variable nor as input.",
                ("input", input),
                ("language", language),
                ("name", mention.Name)
            );
        }
    }

    private bool Known(Mention mention) =>
        mention.Kind switch
        {
            MentionKind.Variable => scope.HasName(mention.Name),
            MentionKind.Input => definition.Inputs.Any(i => i.Name == mention.Name)
                || node.Inputs.ContainsKey(mention.Name),
            _ => scope.HasName(mention.Name)
                || scope.HasAccessor(mention.Name)
                || definition.Inputs.Any(i => i.Name == mention.Name || Accessors.Matches(i.Name, mention.Name))
                || IsOutput(mention.Name),
        };

    /// <summary>Whether an accessor such as <c>getResultFromDecide</c> names an activity, by name or id.</summary>
    private bool IsOutput(string subject) =>
        subject.Contains("From", StringComparison.Ordinal)
        && definition.Activities.Any(a => EndsWith(subject, a.Id) || a.Name is { } name && EndsWith(subject, name));

    private static bool EndsWith(string subject, string activity) =>
        subject.Length > activity.Length
        && Accessors.Matches(activity, subject[^activity.Length..])
        && subject[..^activity.Length].EndsWith("From", StringComparison.Ordinal);

    private void UnknownLanguage(InputExpression written)
    {
        var meant = Array.Find(Languages, l => l.Equals(written.Syntax, StringComparison.OrdinalIgnoreCase));
        findings.Error(
            meant is null ? "expression.type-unknown" : "expression.type-wrong-case",
            node,
            written.Raw,
            $"There is no expression type '{written.Syntax}'.",
            ("input", input),
            ("type", written.Syntax),
            ("meant", meant)
        );
    }

    private void Report(string code, JsonNode? at, string message) =>
        findings.Error(code, node, at, message, ("input", input));
}
