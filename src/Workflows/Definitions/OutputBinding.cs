using System.Text.Json.Nodes;

namespace CaseFlow.Workflows.Definitions;

/// <summary>Where an activity's output value goes.</summary>
/// <param name="Target">Id of a variable in scope, or else the name of a workflow output.</param>
/// <param name="TypeName">As written; informative only.</param>
/// <param name="Converter">The 3.8 <c>converter</c> object, verbatim; null when absent.</param>
public sealed record OutputBinding(string Target, string? TypeName, JsonObject? Converter);
