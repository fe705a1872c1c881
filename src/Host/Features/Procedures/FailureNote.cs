using System.Text.Json;
using CaseFlow.Domain;
using CaseFlow.Host.Features.Api;
using CaseFlow.Workflows.Definitions;

namespace CaseFlow.Host.Features.Procedures;

/// <summary>
/// Why a publication did not come into force on its day, as its note keeps it: findings and not sentences, so that each reader is told
/// in his language.
/// </summary>
internal static class FailureNote
{
    /// <summary>Nobody reads more.</summary>
    private const int Most = 20;

    private sealed record Line(
        string In,
        LocalText Name,
        string Code,
        ProblemSeverity Severity,
        string? Place,
        Dictionary<string, JsonElement> Facts
    );

    public static string Write(IEnumerable<GateFinding> findings) =>
        JsonSerializer.Serialize(
            findings
                .OrderByDescending(f => f.Problem.Severity)
                .Take(Most)
                .Select(f => new Line(
                    f.In,
                    f.Name,
                    f.Problem.Code,
                    f.Problem.Severity,
                    f.Problem.ActivityId,
                    f.Problem.Facts.ToDictionary(
                        p => p.Key,
                        p => p.Value is JsonElement known ? known : JsonSerializer.SerializeToElement(p.Value)
                    )
                ))
        );

    /// <summary>None where none were kept.</summary>
    public static IReadOnlyList<GateFinding> Read(string? note) =>
        note is null
            ? []
            :
            [
                .. JsonSerializer
                    .Deserialize<Line[]>(note)!
                    .Select(l => new GateFinding(
                        l.In,
                        l.Name,
                        new DefinitionProblem(l.Code, l.Severity, l.Place, "", 0, 0) { Facts = PlainData.Of(l.Facts) }
                    )),
            ];
}
