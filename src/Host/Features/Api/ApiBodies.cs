using System.Text.Json;
using System.Text.Json.Serialization;
using CaseFlow.Domain.Cases;

namespace CaseFlow.Host.Features.Api;

/// <summary>
/// What the JSON API takes. A member that is not listed here is refused, so that a typing error is not silently lost; one
/// that may not be null must be there.
/// </summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record TokenRequest
{
    public required string UserName { get; init; }
    public required string Password { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record NewCase
{
    public required string Service { get; init; }

    /// <summary>Answers to the service's form by field key.</summary>
    public required Dictionary<string, JsonElement> Data { get; init; }

    /// <summary>Document id by evidence requirement.</summary>
    public Dictionary<string, string>? Evidence { get; init; }

    /// <summary>Party id when staff file for a member.</summary>
    public string? Applicant { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record TaskCompletion
{
    public required string Outcome { get; init; }
    public Dictionary<string, JsonElement>? Data { get; init; }

    /// <summary>The version of the task that the caller saw; stale ones are refused.</summary>
    public required long Version { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record Withdrawal
{
    public string? Reason { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record Clarification
{
    public required string Question { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record NewEvent
{
    public required string Name { get; init; }

    /// <summary>Only instances that wait under this correlation id hear the event; absent for all.</summary>
    public string? Correlation { get; init; }

    /// <summary>Anything; what the waiting step yields.</summary>
    public JsonElement? Payload { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record NewInstance
{
    /// <summary>Values by the name of the declared input.</summary>
    public Dictionary<string, JsonElement>? Input { get; init; }

    /// <summary>By which events may be addressed to the instance; absent for none.</summary>
    public string? Correlation { get; init; }
}

/// <summary>The answer to a request that was filed.</summary>
/// <param name="Number">Number of the new case, e.g. <c>1448-00001</c>.</param>
public sealed record OpenedCase(string Number);

/// <summary>One event of a case, told.</summary>
/// <param name="Code">Stable code for programs.</param>
/// <param name="Sentence">What happened, in the caller's language.</param>
/// <param name="Actor">Who did it; absent for the system, and where that is no business of the caller's.</param>
/// <param name="Facts">What the sentence mentions.</param>
/// <param name="Clause">The clause that it serves.</param>
public sealed record TimelineLine(
    DateTimeOffset At,
    string Code,
    string Sentence,
    string? Actor,
    EventAudience Audience,
    IReadOnlyDictionary<string, object?> Facts,
    string? Clause
);

/// <summary>How every refusal and every failure is told (RFC 9457).</summary>
/// <param name="Code">Stable code for programs, e.g. <c>task.already-completed</c>.</param>
/// <param name="Detail">What happened and what to do, in the caller's language.</param>
/// <param name="Clause">The clause that a rule protects.</param>
/// <param name="Errors">What is wrong with which field, after <c>form.invalid</c>.</param>
public sealed record ApiProblem(
    string Title,
    int Status,
    string Code,
    string Detail,
    string? Instance,
    string? Clause,
    IReadOnlyDictionary<string, string[]>? Errors,
    string TraceId
);
