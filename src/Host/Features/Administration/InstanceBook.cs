using CaseFlow.Domain;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Administration;

/// <summary>An instance that serves no case, as the page lists it.</summary>
public sealed record OwnInstance(
    string Id,
    string DefinitionId,
    string SubStatus,
    DateTimeOffset CreatedAt,
    DateTimeOffset? FinishedAt
);

/// <summary>Finds instances for whom it is to end or remove them.</summary>
public sealed class InstanceBook(CaseFlowDb db, DatabaseProvider provider)
{
    public const int PageSize = 50;

    /// <summary>Those that serve no case: what is under way first, then the latest.</summary>
    public async Task<IReadOnlyList<OwnInstance>> WithoutCaseAsync(int page, CancellationToken ct) =>
        await WithoutCase
            .OrderBy(i => i.FinishedAt == null ? 0 : 1)
            .ThenByDescending(i => i.CreatedAt)
            .ThenBy(i => i.Id)
            .Skip((page - 1) * PageSize)
            .Take(PageSize)
            .Select(i => new OwnInstance(i.Id, i.DefinitionId, i.SubStatus, i.CreatedAt, i.FinishedAt))
            .ToListAsync(ct);

    public Task<int> CountWithoutCaseAsync(CancellationToken ct) => WithoutCase.CountAsync(ct);

    /// <summary>The instance, held until the command is over.</summary>
    /// <exception cref="RefusalException">Not an administrator, or no such instance.</exception>
    public async Task<InstanceRow> LockedAsync(string id, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.PolicyAdministrator))
            throw RefusalException.Of("administration.not-your-role");
        await provider.LockInstanceAsync(db, id, ct);
        return await db.Instances.SingleOrDefaultAsync(i => i.Id == id, ct)
            ?? throw RefusalException.Of("instance.unknown");
    }

    private IQueryable<InstanceRow> WithoutCase => db.Instances.Where(i => i.CaseNumber == null);
}
