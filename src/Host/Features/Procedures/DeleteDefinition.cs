using CaseFlow.Domain;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Procedures;

/// <summary>Removes a version that no case has ever followed.</summary>
public sealed record DeleteVersion(string VersionId, Actor By) : ICommand<Unit>;

/// <summary>Removes a procedure with all its versions, if no case has ever followed one and no service names it.</summary>
public sealed record DeleteDefinition(string DefinitionId, Actor By) : ICommand<Unit>;

public sealed class DeleteVersionHandler(CaseFlowDb db, DefinitionBook book, Removal removal)
    : IRequestHandler<DeleteVersion, Unit>
{
    public async Task<Unit> Handle(DeleteVersion request, CancellationToken ct)
    {
        DefinitionBook.Admit(request.By);
        var version = await book.VersionAsync(request.VersionId, ct);
        await removal.RefuseUsedAsync(version, ct);
        removal.Remove(version, request.By);
        await db.SaveChangesAsync(ct);
        var last = await db
            .Definitions.Where(d => d.DefinitionId == version.DefinitionId)
            .OrderByDescending(d => d.Version)
            .FirstOrDefaultAsync(ct);
        if (last is { IsLatest: false })
        {
            last.IsLatest = true;
            last.Revision++;
        }
        return Unit.Value;
    }
}

public sealed class DeleteDefinitionHandler(CaseFlowDb db, DefinitionBook book, Removal removal, PolicyLibrary library)
    : IRequestHandler<DeleteDefinition, Unit>
{
    public async Task<Unit> Handle(DeleteDefinition request, CancellationToken ct)
    {
        DefinitionBook.Admit(request.By);
        var latest = await book.LatestAsync(request.DefinitionId, ct);
        var services = library.Services.Values.Where(s => s.Definition == request.DefinitionId).Select(s => s.Code);
        if (services.Any())
            throw RefusalException.Of(
                "procedure.serves",
                null,
                ("procedure", latest.Name),
                ("services", services.ToList())
            );
        var versions = await db.Definitions.Where(d => d.DefinitionId == request.DefinitionId).ToListAsync(ct);
        foreach (var version in versions)
            await removal.RefuseUsedAsync(version, ct);
        foreach (var version in versions)
            removal.Remove(version, request.By);
        return Unit.Value;
    }
}

/// <summary>What may go and what may not.</summary>
public sealed class Removal(CaseFlowDb db, DefinitionBook book)
{
    /// <exception cref="RefusalException">It is in force, about to be, followed by a case, filled in at a task, or used by another procedure.</exception>
    public async Task RefuseUsedAsync(DefinitionRow version, CancellationToken ct)
    {
        var facts = new (string, object?)[] { ("procedure", version.Name), ("version", version.Version) };
        if (version.IsPublished)
            throw RefusalException.Of("procedure.version-in-force", "P11", facts);
        if (await db.Publications.AnyAsync(p => p.VersionId == version.Id && p.IsOpen, ct))
            throw RefusalException.Of("procedure.version-waits", "P11", facts);
        var used =
            await db.Instances.AnyAsync(i => i.DefinitionVersionId == version.Id, ct)
            || await db.DefinitionPins.AnyAsync(p => p.PinnedVersionId == version.Id, ct)
            || await db.Tasks.AnyAsync(t => t.FormVersion == version.Id, ct);
        if (used)
            throw RefusalException.Of("procedure.version-in-use", "P11", facts);
    }

    public void Remove(DefinitionRow version, Actor by)
    {
        db.Definitions.Remove(version);
        book.Note(by, "procedure.deleted", version, ("before", version.ContentHash));
    }
}
