using CaseFlow.Domain.Parties;
using CaseFlow.Host.Persistence;
using CaseFlow.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Procedures;

/// <summary>What a file says that was not taken in before.</summary>
/// <param name="File">How it was last taken in; null when it never was.</param>
/// <param name="InTheWay">What keeps it out.</param>
public sealed record FileNews(bool IsNew, DefinitionFileRow? File, DefinitionRow? Latest, DefinitionProblem? InTheWay);

/// <summary>Tells what is new in the policy folder, by what was last taken in of each file.</summary>
public sealed class FolderNews(CaseFlowDb db, UnitOfWork unit, DefinitionBook book)
{
    public async Task<FileNews> OfAsync(string id, string hash, CancellationToken ct)
    {
        var file = await db.DefinitionFiles.FindAsync([id], ct);
        if (file?.ContentHash == hash)
            return new FileNews(false, file, null, null);
        var latest = await book.FindLatestAsync(id, ct);
        return new FileNews(true, file, latest, await InTheWayAsync(latest, hash, ct));
    }

    /// <summary>From now on the file, as it is, says nothing new.</summary>
    public void Remember(FileNews said, string id, string hash)
    {
        if (said.File is { } file)
            (file.ContentHash, file.TakenAt) = (hash, unit.Now);
        else
            db.DefinitionFiles.Add(
                new DefinitionFileRow
                {
                    DefinitionId = id,
                    ContentHash = hash,
                    TakenAt = unit.Now,
                }
            );
    }

    private async Task<DefinitionProblem?> InTheWayAsync(DefinitionRow? latest, string hash, CancellationToken ct)
    {
        if (latest is null || latest.ContentHash == hash)
            return null;
        if (await book.FindOpenAsync(latest.DefinitionId, ct) is { } open && open.RequestedBy != Actor.System.UserId)
            return Keep("file.change-waits", open.RequestedByName, open.RequestedAt, open.Version);
        var newer = await db
            .Definitions.Where(d => d.DefinitionId == latest.DefinitionId && (d.IsLatest || d.IsPublished))
            .OrderByDescending(d => d.Version)
            .FirstOrDefaultAsync(d => d.Origin == DefinitionOrigin.Administrator, ct);
        return newer is null ? null : Keep("file.newer-work", newer.UpdatedByName, newer.UpdatedAt, newer.Version);
    }

    private static DefinitionProblem Keep(string code, string? who, DateTimeOffset? at, int version) =>
        new(code, ProblemSeverity.Warning, null, $"Left out: version {version} is newer work of {who}.", 0, 0)
        {
            Facts = new Dictionary<string, object?>
            {
                ["who"] = who,
                ["at"] = at,
                ["version"] = version,
            },
        };
}
