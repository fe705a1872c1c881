using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Execution;
using CaseFlow.Workflows.Expressions;
using CaseFlow.Workflows.Expressions.JavaScript;

namespace CaseFlow.Workflows.Activities.Data;

/// <summary><c>Elsa.RunJavaScript</c>: runs a script; leaves by the outcomes it sets, else by <c>Done</c>.</summary>
public sealed class RunJavaScript : Activity
{
    /// <inheritdoc/>
    public override ActivityDescriptor Descriptor { get; } =
        Describe
            .Type(
                "Elsa.RunJavaScript",
                "Data",
                Describe.Text("Script") with
                {
                    Lazy = true,
                    LiteralLanguage = "JavaScript",
                },
                Describe.Names("PossibleOutcomes")
            )
            .Yielding(Describe.Out("Result")) with
        {
            Outcomes = node => [.. Describe.LiteralNames(node, "possibleOutcomes"), "Done"],
        };

    /// <inheritdoc/>
    public override ActivityResult Run(ActivityContext context)
    {
        if (Compiled(context) is not { } script)
        {
            return Done();
        }
        IReadOnlyList<string>? outcomes = null;
        var result = script.Evaluate(
            context.Expressions,
            ExpressionLimits.Default,
            setOutcomes: names => outcomes = [.. names]
        );
        // A script that yields nothing leaves the variable behind its result as it was.
        return new ActivityResult.Completed(outcomes)
        {
            Changes = result is null ? [] : [new Change.PutOut("result", result)],
        };
    }

    /// <summary>A script written literally is compiled once; one that an expression makes is compiled each time.</summary>
    private static Script? Compiled(ActivityContext context)
    {
        var written = context.Node.Input("script");
        if (written is { IsUnset: false, Syntax: "Literal" })
        {
            return string.IsNullOrWhiteSpace(written.Text) ? null : written.Compiled(ExpressionLanguages.Script);
        }
        return context.Evaluate("script") is string text && !string.IsNullOrWhiteSpace(text)
            ? ExpressionLanguages.Script(text)
            : null;
    }
}
