namespace CaseFlow.Workflows.Values;

/// <summary>Why a value cannot become the wanted type.</summary>
/// <param name="Code">
/// <c>value.wrong-kind</c> (such a value never converts), <c>value.bad-text</c> (the text does not read as the type),
/// <c>value.bad-json</c> (the text is no JSON of the wanted shape), <c>value.out-of-range</c> or <c>value.too-large</c>.
/// </param>
/// <param name="Type">The wanted type, as written.</param>
/// <param name="Shown">The value, cut to 100 characters.</param>
public sealed record ConversionProblem(string Code, string Type, string Shown)
{
    internal static ConversionProblem Of(string code, ValueType type, object? value)
    {
        // Only scalars are shown: a list may be endless.
        var text = value is System.Collections.IEnumerable and not string ? "…" : PlainText.Of(value) ?? "null";
        return new ConversionProblem(code, type.Text, text.Length <= 100 ? text : text[..100] + "…");
    }
}
