using CaseFlow.Domain;
using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Persistence;
using CaseFlow.Workflows.Migration;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Migrations;

/// <summary>How far a run has come.</summary>
/// <param name="Moved">Instances that follow the new version now.</param>
/// <param name="Refused">Those that were left, with a code of why.</param>
/// <param name="After">The last one that was tried; the run goes on behind it. Null when all were.</param>
/// <param name="Left">How many have not been tried yet.</param>
public sealed record RunProgress(
    int Moved,
    IReadOnlyList<(string Instance, string? Case, string Code)> Refused,
    string? After,
    int Left
);

/// <summary>
/// Moves the instances of a version one after the other, each in a transaction of its own: one that is refused or was changed by somebody
/// leaves the others alone. Stopped at any moment it can simply be run again, for whoever was moved is no longer on the old version.
/// </summary>
public sealed class MigrationRun(CaseFlowDb db, UnitOfWork unit, MigrationDesk desk, IServiceScopeFactory scopes)
{
    /// <summary>As many as one answer to a page should do.</summary>
    public const int Batch = 200;

    /// <summary>Moves the next instances, in the order of their numbers.</summary>
    /// <param name="fromId">The version they follow.</param>
    /// <param name="toId">The version they are to follow.</param>
    /// <param name="plan">What was renamed or moved.</param>
    /// <param name="after">Where an earlier part of the run ended; null at first.</param>
    /// <param name="by">A policy administrator.</param>
    /// <param name="ct">Stops between two instances.</param>
    /// <exception cref="RefusalException">Not an administrator, or the versions do not fit: nothing was moved.</exception>
    public async Task<RunProgress> RunAsync(
        string fromId,
        string toId,
        MigrationPlan plan,
        string? after,
        Actor by,
        CancellationToken ct
    )
    {
        if (!by.Is(Role.PolicyAdministrator))
            throw RefusalException.Of("administration.not-your-role");
        var (from, to) = await desk.VersionsAsync(fromId, toId, ct);
        var waiting = db.Instances.Where(i => i.DefinitionVersionId == fromId && i.FinishedAt == null);
        if (after is not null)
            waiting = waiting.Where(i => i.Id.CompareTo(after) > 0);
        var next = await waiting.OrderBy(i => i.Id).Take(Batch).Select(i => new { i.Id, i.CaseNumber }).ToListAsync(ct);
        var refused = new List<(string, string?, string)>();
        foreach (var instance in next)
            if (await MoveAsync(new MigrateInstance(instance.Id, toId, plan, by), ct) is { } code)
                refused.Add((instance.Id, instance.CaseNumber, code));

        var last = next.Count == Batch ? next[^1].Id : null;
        var left = last is null
            ? 0
            : await db.Instances.CountAsync(
                i => i.DefinitionVersionId == fromId && i.FinishedAt == null && i.Id.CompareTo(last) > 0,
                ct
            );
        await unit.RunAsync(
            () =>
            {
                db.Audit.Add(
                    AuditTrail.Line(
                        null,
                        unit.Now,
                        by,
                        "migration.run",
                        EventAudience.Staff,
                        ("definition", from.DefinitionId),
                        ("from", from.Version),
                        ("to", to.Version),
                        ("moved", next.Count - refused.Count),
                        ("refused", refused.Count),
                        ("mapping", plan.Nodes.Select(n => $"{n.Key} > {n.Value}").ToList())
                    )
                );
                return Task.CompletedTask;
            },
            ct
        );
        return new RunProgress(next.Count - refused.Count, refused, left == 0 ? null : last, left);
    }

    /// <summary>Why it was not moved; null when it was.</summary>
    private async Task<string?> MoveAsync(MigrateInstance move, CancellationToken ct)
    {
        // A scope of its own: what one transaction has loaded is nothing to the next.
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            var result = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(move, ct);
            return result.State is null ? result.Problems[0].Code : null;
        }
        catch (RefusalException no)
        {
            return no.Refusal.Code;
        }
    }
}
