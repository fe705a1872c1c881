using CaseFlow.Domain;
using CaseFlow.Domain.Forms;
using CaseFlow.Domain.Parties;
using CaseFlow.Domain.Services;
using CaseFlow.Host.Features.Requests;
using CaseFlow.Host.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Portal;

/// <summary>A request that was begun, with what its pages need.</summary>
/// <param name="Files">What was uploaded, by evidence requirement.</param>
/// <param name="OnFile">Keys of answers that are still as they were filled in from the member's file.</param>
public sealed record DraftSheet(
    RequestDraft Draft,
    ServiceDefinition Service,
    FormDefinition Form,
    IReadOnlyDictionary<string, StoredFile> Files,
    IReadOnlySet<string> OnFile
)
{
    public IReadOnlyList<FormDefinition> Pages { get; } = FormPages.Of(Form);

    /// <summary>The answers that the form still asks for, typed.</summary>
    public IReadOnlyDictionary<string, object?> Answers => Check(partial: true).Data;

    /// <summary>What is missing or wrong before it can be submitted.</summary>
    public IReadOnlyList<FieldProblem> Problems => Check(partial: false).Problems;

    /// <summary>The documents that these answers call for, and those that may come along.</summary>
    public IReadOnlyList<EvidenceRequirement> Documents =>
        [.. Service.Evidence.Where(e => e.RequiredWhen?.Holds(Answers) ?? true)];

    public IReadOnlyList<EvidenceRequirement> DocumentsToCome =>
        [.. Documents.Where(d => d.Required && !Files.ContainsKey(d.Key))];

    /// <summary>Document id by requirement, as it is submitted: what the answers do not call for stays behind.</summary>
    public IReadOnlyDictionary<string, string> Evidence =>
        Draft.Evidence.Where(e => Documents.Any(d => d.Key == e.Key)).ToDictionary(e => e.Key, e => e.Value);

    /// <summary>All pages of questions, the documents and the reading back.</summary>
    public int Steps => Pages.Count + 2;

    private FormResult Check(bool partial) =>
        FormCheck.Check(
            Form,
            Draft.Data.Where(d => Form.Field(d.Key) is not null).ToDictionary(d => d.Key, d => d.Value),
            partial
        );
}

/// <summary>A request that was begun, as a row of a list.</summary>
public sealed record DraftItem(string Id, LocalText Service, DateTimeOffset UpdatedAt);

/// <summary>The requests that a member has begun and not submitted.</summary>
public sealed class MyDrafts(CaseFlowDb db, ServiceQueries services, OnFile onFile)
{
    public async Task<IReadOnlyList<DraftItem>> ListAsync(Actor actor, CancellationToken ct)
    {
        var rows = await db
            .RequestDrafts.Where(d => d.PartyId == actor.PartyId)
            .OrderByDescending(d => d.UpdatedAt)
            .AsNoTracking()
            .ToListAsync(ct);
        return
        [
            .. rows.Where(r => services.Find(r.ServiceCode) is not null)
                .Select(r => new DraftItem(r.Id, services.Find(r.ServiceCode)!.Service.Name, r.UpdatedAt)),
        ];
    }

    /// <summary>Null when this member has no such draft (any more).</summary>
    public async Task<DraftSheet?> FindAsync(string id, Actor actor, CancellationToken ct)
    {
        var row = await db
            .RequestDrafts.AsNoTracking()
            .SingleOrDefaultAsync(d => d.Id == id && d.PartyId == actor.PartyId, ct);
        if (row is null || services.Find(row.ServiceCode) is not { } entry)
            return null;
        var draft = RequestDraft.Of(row);
        var known = await onFile.AnswersAsync(entry.Form, row.PartyId, ct);
        return new DraftSheet(
            draft,
            entry.Service,
            entry.Form,
            await db.FilesAsync(draft.Evidence, row.PartyId, ct),
            known
                .Where(k => PlainValue.Same(k.Value, draft.Data.GetValueOrDefault(k.Key)))
                .Select(k => k.Key)
                .ToHashSet(StringComparer.Ordinal)
        );
    }

    /// <summary>The case that a draft has become; null when it has become none.</summary>
    public Task<string?> SubmittedAsAsync(string id, Actor actor, CancellationToken ct) =>
        db
            .Cases.Where(c => c.ApplicantPartyId == actor.PartyId && c.RequestKey == id)
            .Select(c => c.Number)
            .SingleOrDefaultAsync(ct);
}
