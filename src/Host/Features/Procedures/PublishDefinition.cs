using CaseFlow.Domain;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using CaseFlow.Workflows.Definitions;
using MediatR;

namespace CaseFlow.Host.Features.Procedures;

/// <summary>Brings a version into force, as far as the rules of publishing allow this one person to.</summary>
/// <param name="Seen">
/// The <see cref="DefinitionRow.Mark"/> of the version as it was looked at, so that nothing is published unseen. For a frozen
/// version its id is enough.
/// </param>
/// <param name="Reason">Why; required where the rules say so.</param>
/// <param name="EffectiveAt">From when, cut to the minute; null or a moment that has passed means at once.</param>
public sealed record PublishDefinition(
    string VersionId,
    string? Seen,
    string? Reason,
    DateTimeOffset? EffectiveAt,
    Actor By
) : ICommand<PublishAnswer>;

/// <param name="Version">The version as it stands now.</param>
/// <param name="Publication">How far it has come; null when it was in force already, or when the checks did not let it pass.</param>
/// <param name="Problems">What the checks found; with an error among them nothing was changed.</param>
public sealed record PublishAnswer(
    DefinitionRow Version,
    PublicationRow? Publication,
    IReadOnlyList<DefinitionProblem> Problems
)
{
    /// <summary>Whether the checks let it pass.</summary>
    public bool Passed => Problems.All(p => p.Severity != ProblemSeverity.Error);
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
        var version = await book.VersionAsync(request.VersionId, ct);
        SaveDraftHandler.RefuseStale(version, request.Seen, request.By);
        if (version.IsPublished)
            return new PublishAnswer(version, null, []);
        if (await book.FindOpenAsync(version.DefinitionId, ct) is { } open)
            throw RefusalException.Of(
                "procedure.already-handed-in",
                "P11",
                ("version", open.Version),
                ("who", open.RequestedByName),
                ("at", open.RequestedAt)
            );
        var answer = await gate.CheckAsync(version, ct);
        if (!answer.IsOpen)
            return new PublishAnswer(version, null, answer.Problems);
        var handover = new Handover(
            request.By,
            Reasons.Read(request.Reason, rules.RequireReason),
            Day(request.EffectiveAt),
            rules.RequireApprover
        );
        var publication = await publishing.HandInAsync(version, answer.Versions, handover, ct);
        return new PublishAnswer(version, publication, answer.Problems);
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
