using System.Text.Json;
using System.Text.Json.Serialization;

namespace CaseFlow.Host.Features.Api;

/// <summary>What the JSON API takes. A member that is not listed here is refused, so that a typing error is not silently lost.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record TokenRequest(string UserName, string Password);

/// <param name="Data">Answers to the service's form by field key.</param>
/// <param name="Evidence">Document id by evidence requirement.</param>
/// <param name="Applicant">Party id when staff file for a member.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record NewCase(
    string Service,
    Dictionary<string, JsonElement> Data,
    Dictionary<string, string>? Evidence,
    string? Applicant
);

/// <param name="Version">The version of the task that the caller saw; stale ones are refused.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record TaskCompletion(string Outcome, Dictionary<string, JsonElement>? Data, long Version);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record Withdrawal(string? Reason);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record Clarification(string Question);
