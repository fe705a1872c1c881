using CaseFlow.Domain.Parties;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Persistence;
using CaseFlow.Workflows.Activities;
using CaseFlow.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Procedures;

/// <summary>
/// Takes a version from draft to force, inside the current unit of work: handed in, approved if that is required, due, live. What is
/// handed in is frozen, so that what was checked and approved is what comes into force.
/// </summary>
public sealed class Publishing(
    CaseFlowDb db,
    UnitOfWork unit,
    DefinitionBook book,
    ActivityCatalogue catalogue,
    LibraryInForce library
)
{
    /// <summary>Hands in versions that the gate let pass together.</summary>
    public async Task<IReadOnlyList<PublicationRow>> HandInAsync(
        IReadOnlyList<DefinitionRow> versions,
        PublishCheck check,
        Handover handover,
        CancellationToken ct
    )
    {
        var set = versions.Count > 1 ? Guid.CreateVersion7(unit.Now).ToString("N") : null;
        var handed = new List<PublicationRow>();
        foreach (var version in versions)
            handed.Add(
                await HandInAsync(version, check.Uses.GetValueOrDefault(version.Id), handover with { SetId = set }, ct)
            );
        return handed;
    }

    /// <summary>Freezes the version and ties it to the versions of other procedures that it uses.</summary>
    /// <param name="uses">Null for a document of the library, which uses none.</param>
    public async Task<PublicationRow> HandInAsync(
        DefinitionRow version,
        UsedVersions? uses,
        Handover handover,
        CancellationToken ct
    )
    {
        if (version.PublishedAt is null && uses is not null)
            Pin(version, uses);
        version.IsFrozen = true;
        version.Revision++;
        var publication = new PublicationRow
        {
            Id = Guid.CreateVersion7(unit.Now).ToString("N"),
            DefinitionId = version.DefinitionId,
            VersionId = version.Id,
            SetId = handover.SetId,
            Version = version.Version,
            ContentHash = version.ContentHash,
            RequestedAt = unit.Now,
            RequestedBy = handover.By.UserId,
            RequestedByName = handover.By.Name,
            Reason = handover.Reason,
            EffectiveAt = handover.EffectiveAt,
            NeedsApproval = handover.NeedsApproval,
            State = PublicationState.Waiting,
            IsOpen = true,
        };
        db.Publications.Add(publication);
        if (handover.NeedsApproval)
            book.Note(
                handover.By,
                "procedure.handed-in",
                version,
                ("reason", handover.Reason),
                ("effectiveAt", handover.EffectiveAt),
                ("after", version.ContentHash)
            );
        else
            await ProceedAsync(publication, version, handover.By, ct);
        return publication;
    }

    /// <summary>Nobody has to agree any more: in force now, or on its day.</summary>
    public async Task ProceedAsync(PublicationRow publication, DefinitionRow version, Actor by, CancellationToken ct)
    {
        if (publication.EffectiveAt is not { } day || day <= unit.Now)
        {
            await GoLiveAsync(publication, version, by, ct);
            return;
        }
        publication.State = PublicationState.Scheduled;
        publication.Revision++;
        book.Note(
            by,
            "procedure.scheduled",
            version,
            ("effectiveAt", day),
            ("reason", publication.Reason),
            ("after", version.ContentHash)
        );
    }

    /// <summary>From now on new cases follow this version.</summary>
    public async Task GoLiveAsync(PublicationRow publication, DefinitionRow version, Actor by, CancellationToken ct)
    {
        var before = await EndAsync(version.DefinitionId, ct);
        FollowLater(version);
        publication.State = PublicationState.Live;
        publication.IsOpen = false;
        publication.LiveAt = unit.Now;
        publication.Revision++;
        version.IsPublished = true;
        version.PublishedAt ??= unit.Now;
        version.Revision++;
        book.Note(
            by,
            "procedure.published",
            version,
            ("reason", publication.Reason),
            ("earlier", before?.Version),
            ("before", before?.ContentHash),
            ("after", version.ContentHash)
        );
    }

    /// <summary>Takes the version that is in force out of it; null when none is.</summary>
    public async Task<DefinitionRow?> EndAsync(string definitionId, CancellationToken ct)
    {
        var published = await db.Definitions.SingleOrDefaultAsync(
            d => d.DefinitionId == definitionId && d.IsPublished,
            ct
        );
        if (published is null)
            return null;
        published.IsPublished = false;
        FollowLater(published);
        published.Revision++;
        foreach (var ended in await LiveAsync(published.Id, ct))
        {
            ended.EndedAt = unit.Now;
            ended.Revision++;
        }
        // Not in one statement with the next: at no moment may two be in force.
        await db.SaveChangesAsync(ct);
        return published;
    }

    /// <summary>What everybody works by is read anew, once it is certain that it has changed.</summary>
    private void FollowLater(DefinitionRow version)
    {
        if (version.Kind != DefinitionKind.Procedure)
            unit.AfterCommit(RefreshAsync);
    }

    private Task RefreshAsync() => library.RefreshAsync(CancellationToken.None);

    /// <summary>Ends a publication that never came into force. Its version may be changed again, if it never was in force before.</summary>
    public void Abandon(
        PublicationRow publication,
        DefinitionRow version,
        PublicationState state,
        Actor by,
        string? note
    )
    {
        publication.State = state;
        publication.IsOpen = false;
        publication.DecidedAt = unit.Now;
        publication.DecidedBy = by.UserId;
        publication.DecidedByName = by.Name;
        publication.Note = note;
        publication.Revision++;
        version.IsFrozen = version.PublishedAt is not null;
        version.Revision++;
        if (!version.IsFrozen)
            db.DefinitionPins.RemoveRange(db.DefinitionPins.Where(p => p.VersionId == version.Id));
    }

    private Task<List<PublicationRow>> LiveAsync(string versionId, CancellationToken ct) =>
        db
            .Publications.Where(p => p.VersionId == versionId && p.State == PublicationState.Live && p.EndedAt == null)
            .ToListAsync(ct);

    /// <summary>Names the exact versions of what it uses, in the document itself and where the database can see them.</summary>
    private void Pin(DefinitionRow version, UsedVersions uses)
    {
        var used = DefinitionLinker
            .References(uses.By, catalogue)
            .Select(uses.Versions.Find)
            .OfType<WorkflowDefinition>()
            .DistinctBy(u => u.Id)
            .ToList();
        if (used.Count == 0)
            return;
        version.Json = WorkflowPins.Write(uses.By, catalogue, uses.Versions);
        version.ContentHash = ContentHash.Of(DefinitionBook.Read(version));
        db.DefinitionPins.AddRange(
            used.Select(u => new DefinitionPinRow
            {
                VersionId = version.Id,
                PinnedVersionId = u.Id,
                PinnedDefinitionId = u.DefinitionId,
            })
        );
    }
}

/// <summary>Who hands a version in, why, and from when it shall count.</summary>
/// <param name="SetId">Shared by those that are handed in together.</param>
public sealed record Handover(
    Actor By,
    string? Reason,
    DateTimeOffset? EffectiveAt,
    bool NeedsApproval,
    string? SetId = null
);
