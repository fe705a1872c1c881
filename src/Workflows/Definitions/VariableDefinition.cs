using System.Text.Json.Nodes;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Definitions;

/// <summary>A variable of a workflow or of a container.</summary>
/// <param name="Id">What references (<c>Variable</c> expressions, output bindings) mention.</param>
/// <param name="Name">What scripts and templates mention.</param>
/// <param name="Type">An unknown type is treated as <c>Object</c> and keeps its text.</param>
/// <param name="Default">
/// Plain value at the start of the scope, already of <paramref name="Type"/>; null when none is given or when the given one does
/// not fit (then <paramref name="DefaultProblem"/> says why).
/// </param>
/// <param name="DefaultProblem">Why the written default cannot be used; null when it can.</param>
/// <param name="StorageDriver">Kept for exchange only: here every variable is persisted.</param>
/// <param name="Raw">The object as written.</param>
public sealed record VariableDefinition(
    string Id,
    string Name,
    ValueType Type,
    object? Default,
    ConversionProblem? DefaultProblem,
    string? StorageDriver,
    JsonObject Raw
);

/// <summary>A workflow input. Scripts and <c>Input</c> expressions mention it by name.</summary>
/// <param name="Name">Exact, case-sensitive.</param>
/// <param name="Type">An unknown type is treated as <c>Object</c> and keeps its text.</param>
/// <param name="DisplayName">As written in the document.</param>
/// <param name="Raw">The object as written.</param>
public sealed record InputDefinition(string Name, ValueType Type, string? DisplayName, JsonObject Raw);

/// <summary>A workflow output. Output bindings mention it by name.</summary>
/// <param name="Name">Exact, case-sensitive.</param>
/// <param name="Type">An unknown type is treated as <c>Object</c> and keeps its text.</param>
/// <param name="DisplayName">As written in the document.</param>
/// <param name="Raw">The object as written.</param>
public sealed record OutputDefinition(string Name, ValueType Type, string? DisplayName, JsonObject Raw);
