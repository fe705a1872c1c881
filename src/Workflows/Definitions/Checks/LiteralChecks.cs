using System.Globalization;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Definitions.Checks;

/// <summary>Checks values that are known before anything runs.</summary>
internal sealed class LiteralChecks(ActivityNode node, IDefinitionReferences? references, Findings findings)
{
    public void Check(ActivityInput input, InputExpression written)
    {
        if (!TryValue(input, written, out var value))
        {
            return;
        }
        if (value is null or "")
        {
            if (input.Required)
            {
                findings.Error(
                    "input.required",
                    node,
                    written.Raw,
                    $"The input '{input.Key}' must be given.",
                    ("input", input.Key)
                );
            }
            return;
        }
        foreach (var text in Texts(value))
        {
            Choice(input, written, text);
            Refused(input, written, text);
            Reference(input, written, text);
        }
    }

    private bool TryValue(ActivityInput input, InputExpression written, out object? value)
    {
        value = written.Value;
        if (IsParsed(input, written) && !PlainJson.TryParse(written.Text, out value))
        {
            Invalid(input, written, ConversionProblem.Of("value.bad-json", input.Type, written.Text));
            return false;
        }
        if (ValueConversion.TryConvert(value, input.Type, out value, out var problem))
        {
            return true;
        }
        Invalid(input, written, problem);
        return false;
    }

    /// <summary>Inputs of text or free type get the JSON text itself, as in Elsa.</summary>
    private static bool IsParsed(ActivityInput input, InputExpression written) =>
        written.Syntax != "Literal"
        && input.Type.Kind is not (ValueKind.String or ValueKind.Object)
        && !string.IsNullOrWhiteSpace(written.Text);

    private void Invalid(ActivityInput input, InputExpression written, ConversionProblem problem) =>
        findings.Error(
            "input.literal-invalid",
            node,
            written.Raw,
            $"'{problem.Shown}' is no {input.Type}.",
            ("input", input.Key),
            ("type", input.Type.Text),
            ("value", problem.Shown),
            ("reason", problem.Code)
        );

    private void Choice(ActivityInput input, InputExpression written, string text)
    {
        if (input.Choices is not { } choices || choices.Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return;
        }
        // Enums may be written by number.
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < choices.Count)
        {
            return;
        }
        findings.Error(
            "input.choice-unknown",
            node,
            written.Raw,
            $"'{text}' is none of {string.Join(", ", choices)}.",
            ("input", input.Key),
            ("value", text),
            ("choices", choices)
        );
    }

    private void Refused(ActivityInput input, InputExpression written, string text)
    {
        if (input.Refuses?.Invoke(text) is { } problem)
        {
            findings.Error(
                "input.literal-invalid",
                node,
                written.Raw,
                problem,
                ("input", input.Key),
                ("type", input.Name),
                ("value", text),
                ("reason", "value.bad-text")
            );
        }
    }

    private void Reference(ActivityInput input, InputExpression written, string text)
    {
        if (references?.Known(input.Reference) is { } known && !known.Contains(text))
        {
            findings.Error(
                "reference.unknown",
                node,
                written.Raw,
                $"There is no {input.Reference} '{text}'.",
                ("input", input.Key),
                ("kind", JsonNames.CamelCase(input.Reference.ToString())),
                ("name", text)
            );
        }
    }

    private static IEnumerable<string> Texts(object value) =>
        value switch
        {
            string text => [text],
            IReadOnlyList<object?> items => items.OfType<string>(),
            _ => [],
        };
}
