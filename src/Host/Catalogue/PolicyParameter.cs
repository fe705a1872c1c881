using System.Text.Json.Nodes;
using CaseFlow.Domain;

namespace CaseFlow.Host.Catalogue;

/// <summary>One value of the policy as an administrator sees it, beside the clause that it serves.</summary>
/// <param name="Key">Name of the member of <c>PolicyParameters</c>, camel-case.</param>
/// <param name="Value">JSON scalar; null means that the policy sets none.</param>
/// <param name="Clause">Id of the clause, e.g. <c>P59</c>.</param>
/// <param name="Label">Its name for readers.</param>
public sealed record PolicyParameter(string Key, JsonNode? Value, string Clause, LocalText Label);
