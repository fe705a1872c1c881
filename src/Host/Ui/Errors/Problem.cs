using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using CaseFlow.Domain;
using CaseFlow.Host.Features.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Host.Ui;

/// <summary>What went wrong with a request, in one shape for programs and people.</summary>
/// <param name="Code">Stable code for programs.</param>
/// <param name="Sentence">What happened and what to do, in the caller's language.</param>
/// <param name="Clause">The clause that a rule protects.</param>
/// <param name="Fields">What is wrong with which field, when a form was filled in wrongly.</param>
public sealed record Problem(
    int Status,
    string Code,
    string Sentence,
    string? Clause = null,
    IReadOnlyDictionary<string, string[]>? Fields = null
);

/// <summary>The one place that tells expected failures from faults.</summary>
public sealed partial class Problems(RefusalText refusals, IStringLocalizer<Texts> texts)
{
    public Problem Of(Exception exception) =>
        exception switch
        {
            RefusalException { Refusal: var refusal } => new(
                RefusalStatus.Of(refusal.Code),
                refusal.Code,
                refusals.Sentence(refusal),
                refusal.Clause
            ),
            FormInvalidException form => new(
                StatusCodes.Status400BadRequest,
                "form.invalid",
                refusals.Sentence("form.invalid", new Dictionary<string, object?>()),
                Fields: form.Problems.GroupBy(p => p.Field, StringComparer.Ordinal)
                    .ToDictionary(f => f.Key, f => f.Select(p => refusals.Sentence(p.Code, p.Facts)).ToArray())
            ),
            BadHttpRequestException { InnerException: JsonException unreadable } => new(
                StatusCodes.Status400BadRequest,
                CodeOf(StatusCodes.Status400BadRequest),
                refusals.Sentence(
                    "request.unreadable",
                    new Dictionary<string, object?> { ["place"] = Place(unreadable) }
                )
            ),
            BadHttpRequestException bad => Of(bad.StatusCode),
            DbUpdateConcurrencyException => Of(StatusCodes.Status409Conflict),
            _ => Of(StatusCodes.Status500InternalServerError),
        };

    public Problem Of(int status) => new(status, CodeOf(status), texts[$"Error.{Known(status)}.Text"]);

    /// <summary>A short heading for the status.</summary>
    public string Title(int status) => texts[$"Error.{Known(status)}.Title"];

    public ProblemDetails Details(Problem problem, HttpContext context)
    {
        var details = new ProblemDetails
        {
            Status = problem.Status,
            Title = Title(problem.Status),
            Detail = problem.Sentence,
            Instance = ErrorHandling.AskedFor(context),
        };
        details.Extensions["code"] = problem.Code;
        details.Extensions["clause"] = problem.Clause;
        if (problem.Fields is not null)
            details.Extensions["errors"] = problem.Fields;
        details.Extensions["traceId"] = Activity.Current?.Id ?? context.TraceIdentifier;
        return details;
    }

    /// <summary>Is this failure part of ordinary work, so that the log need not raise its voice?</summary>
    public static bool IsExpected(Exception exception) =>
        exception
            is RefusalException
                or FormInvalidException
                or BadHttpRequestException
                or DbUpdateConcurrencyException;

    // Members that are missing have no place of their own; the message alone names them.
    private static string Place(JsonException unreadable) =>
        Missing().Match(unreadable.Message) is { Success: true } missing
            ? missing.Groups[1].Value
            : unreadable.Path ?? "$";

    [GeneratedRegex("missing required properties including: (.+?)\\.?$")]
    private static partial Regex Missing();

    private static int Known(int status) =>
        status switch
        {
            400 or 401 or 403 or 404 or 405 or 409 or 413 or 415 or 429 or 503 => status,
            < 500 => 400,
            _ => 500,
        };

    private static string CodeOf(int status) =>
        Known(status) switch
        {
            400 => "request.malformed",
            401 => "request.not-signed-in",
            403 => "request.forbidden",
            404 => "request.not-found",
            405 => "request.wrong-method",
            409 => "request.stale",
            413 => "request.too-large",
            415 => "request.wrong-type",
            429 => "request.too-often",
            503 => "request.too-busy",
            _ => "request.fault",
        };
}
