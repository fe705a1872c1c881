using CaseFlow.Host.Ui;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Values;
using ValueType = CaseFlow.Workflows.Values.ValueType;

namespace CaseFlow.Host.Features.Procedures;

/// <summary>A declared input of a procedure, as a page asks for it.</summary>
/// <param name="Field">Name of its control.</param>
/// <param name="Value">What was typed.</param>
public sealed record DeclaredInput(
    string Name,
    string Field,
    string Label,
    string Type,
    bool IsFlag,
    bool IsLong,
    string? Value
);

/// <summary>The inputs that whoever starts a procedure by hand may give.</summary>
public static class DeclaredInputs
{
    private const string Prefix = "input.";

    /// <summary>What cases bring along by themselves.</summary>
    private static readonly HashSet<string> OfCases = ["CaseNumber", "Service", "Policy"];

    /// <param name="withCase">Whether an instance that serves a case is to begin.</param>
    /// <param name="typed">What stands in the fields.</param>
    public static IReadOnlyList<DeclaredInput> Of(
        WorkflowDefinition definition,
        bool withCase,
        Reader reader,
        IReadOnlyDictionary<string, string>? typed = null
    ) =>
        [
            .. definition
                .Inputs.Where(i => !withCase || !OfCases.Contains(i.Name))
                .Select(i => new DeclaredInput(
                    i.Name,
                    Prefix + i.Name,
                    Label(i, reader),
                    i.Type.Text,
                    i.Type.Kind == ValueKind.Boolean,
                    IsStructured(i.Type),
                    typed?.GetValueOrDefault(i.Name)
                )),
        ];

    /// <summary>What was typed, blank fields left out.</summary>
    public static Dictionary<string, string> Typed(IFormCollection posted) =>
        posted
            .Where(f => f.Key.StartsWith(Prefix, StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(f.Value))
            .ToDictionary(f => f.Key[Prefix.Length..], f => f.Value.ToString(), StringComparer.Ordinal);

    /// <summary>What was typed as plain values: JSON where the type has a structure, otherwise text that the engine turns into the type.</summary>
    public static Dictionary<string, object?> Read(
        WorkflowDefinition definition,
        IReadOnlyDictionary<string, string> typed
    ) =>
        definition
            .Inputs.Where(i => typed.ContainsKey(i.Name))
            .ToDictionary(i => i.Name, i => Value(i.Type, typed[i.Name]), StringComparer.Ordinal);

    private static object? Value(ValueType type, string text) =>
        IsStructured(type) && PlainJson.TryParse(text, out var value) ? value : text;

    private static bool IsStructured(ValueType type) =>
        type.IsList || type.Kind is ValueKind.Object or ValueKind.Json or ValueKind.Map or ValueKind.TextMap;

    private static string Label(InputDefinition input, Reader reader) =>
        string.IsNullOrWhiteSpace(input.DisplayName) ? input.Name : Picture.Half(input.DisplayName, reader.IsArabic);
}
