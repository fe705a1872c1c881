using System.Security.Cryptography;
using CaseFlow.Domain;
using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Persistence;
using CaseFlow.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Procedures;

/// <summary>The versions of procedures in the current unit of work: finds them, adds drafts, and writes down who did what.</summary>
public sealed class DefinitionBook(CaseFlowDb db, UnitOfWork unit)
{
    /// <exception cref="RefusalException">Only policy administrators change procedures.</exception>
    public static void Admit(Actor by)
    {
        if (!by.Is(Role.PolicyAdministrator))
            throw RefusalException.Of("administration.not-your-role");
    }

    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    /// <summary>The highest version; null when there is no such procedure.</summary>
    public Task<DefinitionRow?> FindLatestAsync(string definitionId, CancellationToken ct) =>
        db.Definitions.SingleOrDefaultAsync(d => d.DefinitionId == definitionId && d.IsLatest, ct);

    /// <exception cref="RefusalException">There is no such procedure.</exception>
    public async Task<DefinitionRow> LatestAsync(string definitionId, CancellationToken ct) =>
        await FindLatestAsync(definitionId, ct) ?? throw RefusalException.Of("procedure.unknown");

    /// <exception cref="RefusalException">There is no such version.</exception>
    public async Task<DefinitionRow> VersionAsync(string versionId, CancellationToken ct) =>
        await db.Definitions.SingleOrDefaultAsync(d => d.Id == versionId, ct)
        ?? throw RefusalException.Of("procedure.unknown");

    /// <summary>The publication of a procedure that waits for somebody or for its day.</summary>
    public Task<PublicationRow?> FindOpenAsync(string definitionId, CancellationToken ct) =>
        db.Publications.SingleOrDefaultAsync(p => p.DefinitionId == definitionId && p.IsOpen, ct);

    /// <summary>Adds the next version, as a draft, and makes it the latest.</summary>
    public async Task<DefinitionRow> AddAsync(
        IVersionContent content,
        string definitionId,
        Actor by,
        DefinitionOrigin origin,
        int? basedOn,
        CancellationToken ct
    )
    {
        var before = await FindLatestAsync(definitionId, ct);
        if (before is not null)
        {
            before.IsLatest = false;
            before.Revision++;
            // Not in one statement with the next: at no moment may there be two.
            await db.SaveChangesAsync(ct);
        }
        var number = (before?.Version ?? 0) + 1;
        var stamp = new DefinitionStamp(NewId(), definitionId, number, unit.Now, IsLatest: true, IsPublished: false);
        var row = new DefinitionRow
        {
            Id = stamp.Id,
            DefinitionId = definitionId,
            Kind = content.Kind,
            Version = number,
            Name = Named(content.Name, definitionId),
            Description = content.Description,
            Json = content.Write(stamp),
            ContentHash = content.Hash,
            Origin = origin,
            BasedOn = basedOn,
            CreatedAt = unit.Now,
            CreatedBy = by.UserId,
            CreatedByName = by.Name,
            UpdatedAt = unit.Now,
            UpdatedBy = by.UserId,
            UpdatedByName = by.Name,
            MarkBefore = before?.Mark,
            IsLatest = true,
        };
        db.Definitions.Add(row);
        return row;
    }

    /// <summary>Replaces the content of a draft.</summary>
    public void Rewrite(DefinitionRow draft, IVersionContent content, Actor by)
    {
        if (draft.IsFrozen)
            throw new InvalidOperationException($"{draft.Id} may not change any more.");
        var stamp = new DefinitionStamp(
            draft.Id,
            draft.DefinitionId,
            draft.Version,
            draft.CreatedAt,
            draft.IsLatest,
            IsPublished: false
        );
        draft.MarkBefore = draft.Mark;
        draft.Name = Named(content.Name, draft.DefinitionId);
        draft.Description = content.Description;
        draft.Json = content.Write(stamp);
        draft.ContentHash = content.Hash;
        draft.UpdatedAt = unit.Now;
        draft.UpdatedBy = by.UserId;
        draft.UpdatedByName = by.Name;
        draft.Revision++;
    }

    /// <summary>A line of the audit trail about one version.</summary>
    /// <param name="code"><c>procedure.</c> and what was done; of a document of the library the line says <c>library.</c>.</param>
    public void Note(Actor by, string code, DefinitionRow version, params (string Name, object? Value)[] facts) =>
        db.Audit.Add(
            AuditTrail.Line(
                null,
                unit.Now,
                by,
                version.Kind == DefinitionKind.Procedure
                    ? code
                    : code.Replace("procedure.", "library.", StringComparison.Ordinal),
                EventAudience.Staff,
                [
                    ("procedure", version.Name),
                    ("definition", version.DefinitionId),
                    ("version", version.Version),
                    .. facts,
                ]
            )
        );

    /// <summary>What a version says.</summary>
    public static IVersionContent ContentOf(DefinitionRow row) =>
        row.Kind == DefinitionKind.Procedure ? new ProcedureContent(Read(row)) : PolicyDocument.Read(row);

    /// <summary>The procedure that a version is.</summary>
    public static WorkflowDefinition Read(DefinitionRow row) =>
        DefinitionReader.TryRead(row.Json, out var definition, out var problems)
            ? definition
            : throw new InvalidDataException($"Stored definition {row.Id} cannot be read: {problems[0].Message}");

    private static string Named(string? name, string definitionId) =>
        string.IsNullOrWhiteSpace(name) ? definitionId : name;
}
