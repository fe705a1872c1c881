using CaseFlow.Domain;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using CaseFlow.Workflows.Definitions;
using MediatR;

namespace CaseFlow.Host.Features.Procedures;

/// <summary>
/// Brings a version into force, as far as the rules of publishing allow this one person to; or several that need one another, in one
/// moment or not at all.
/// </summary>
/// <param name="Reason">Why; required where the rules say so.</param>
/// <param name="EffectiveAt">From when, cut to the minute; null or a moment that has passed means at once.</param>
public sealed record PublishDefinition(
    IReadOnlyList<SeenVersion> Versions,
    string? Reason,
    DateTimeOffset? EffectiveAt,
    Actor By
) : ICommand<PublishAnswer>
{
    public PublishDefinition(string versionId, string? seen, string? reason, DateTimeOffset? effectiveAt, Actor by)
        : this([new SeenVersion(versionId, seen)], reason, effectiveAt, by) { }

    /// <summary>Whether to stop after the checks, so that nothing is changed.</summary>
    public bool ChecksOnly { get; init; }
}

/// <summary>A version as somebody has looked at it.</summary>
/// <param name="Mark">
/// The <see cref="DefinitionRow.Mark"/> that was seen, so that nothing is published unseen. For a frozen version its id is enough.
/// </param>
public sealed record SeenVersion(string Id, string? Mark)
{
    public static SeenVersion Of(string mark) => new(mark[..Math.Max(0, mark.LastIndexOf('.'))], mark);
}

/// <param name="Versions">As they stand now.</param>
/// <param name="Publications">How far each has come; none when they were in force already, or when the checks did not let them pass.</param>
/// <param name="Findings">What the checks found; with an error among them nothing was changed.</param>
public sealed record PublishAnswer(
    IReadOnlyList<DefinitionRow> Versions,
    IReadOnlyList<PublicationRow> Publications,
    IReadOnlyList<GateFinding> Findings
)
{
    public DefinitionRow Version => Versions[0];

    public PublicationRow? Publication => Publications.Count > 0 ? Publications[0] : null;

    public IReadOnlyList<DefinitionProblem> Problems => [.. Findings.Select(f => f.Problem)];

    /// <summary>Whether the checks let them pass.</summary>
    public bool Passed => Findings.All(f => f.Problem.Severity != ProblemSeverity.Error);
}

public sealed class PublishDefinitionHandler(
    DefinitionBook book,
    Publishing publishing,
    PublishGate gate,
    PublishRules rules,
    UnitOfWork unit
) : IRequestHandler<PublishDefinition, PublishAnswer>
{
    /// <summary>Farther ahead nobody can know what will hold.</summary>
    private static readonly TimeSpan Farthest = TimeSpan.FromDays(2 * 366);

    public async Task<PublishAnswer> Handle(PublishDefinition request, CancellationToken ct)
    {
        DefinitionBook.Admit(request.By);
        var chosen = await ChosenAsync(request, ct);
        var versions = chosen.Where(v => !v.IsPublished).ToList();
        if (versions.Count == 0)
            return new PublishAnswer(chosen, [], []);
        foreach (var version in versions)
            await RefuseOpenAsync(version, ct);
        var check = await gate.CheckAsync(versions, ct);
        if (!check.IsOpen || request.ChecksOnly)
            return new PublishAnswer(versions, [], check.Findings);
        var handover = new Handover(
            request.By,
            Reasons.Read(request.Reason, rules.RequireReason),
            Day(request.EffectiveAt),
            rules.RequireApprover
        );
        var publications = await publishing.HandInAsync(versions, check, handover, ct);
        return new PublishAnswer(versions, publications, check.Findings);
    }

    /// <exception cref="RefusalException">None is chosen, one is not as it was seen, or two are versions of the same.</exception>
    private async Task<IReadOnlyList<DefinitionRow>> ChosenAsync(PublishDefinition request, CancellationToken ct)
    {
        if (request.Versions.Count == 0)
            throw RefusalException.Of("publication.nothing-chosen");
        var chosen = new List<DefinitionRow>();
        foreach (var seen in request.Versions)
        {
            var version = await book.VersionAsync(seen.Id, ct);
            SaveDraftHandler.RefuseStale(version, seen.Mark, request.By);
            if (chosen.Exists(c => c.DefinitionId == version.DefinitionId))
                throw RefusalException.Of("publication.chosen-twice", "P11", ("procedure", version.Name));
            chosen.Add(version);
        }
        return chosen;
    }

    private async Task RefuseOpenAsync(DefinitionRow version, CancellationToken ct)
    {
        if (await book.FindOpenAsync(version.DefinitionId, ct) is { } open)
            throw RefusalException.Of(
                "procedure.already-handed-in",
                "P11",
                ("procedure", version.Name),
                ("version", open.Version),
                ("who", open.RequestedByName),
                ("at", open.RequestedAt)
            );
    }

    private DateTimeOffset? Day(DateTimeOffset? asked)
    {
        if (asked is not { } at || at <= unit.Now)
            return null;
        return at <= unit.Now + Farthest
            ? at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMinute))
            : throw RefusalException.Of("procedure.day-too-far", "P11", ("day", at), ("latest", unit.Now + Farthest));
    }
}

/// <summary>The sentence that says why.</summary>
public static class Reasons
{
    private const int Longest = 500;

    /// <exception cref="RefusalException">It is missing although required, or too long.</exception>
    public static string? Read(string? reason, bool required)
    {
        var text = reason?.Trim() ?? "";
        if (text.Length > Longest || (required && text.Length == 0))
            throw RefusalException.Of("procedure.reason-missing", "P11", ("max", Longest));
        return text.Length == 0 ? null : text;
    }
}
