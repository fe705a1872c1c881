using CaseFlow.Domain;
using CaseFlow.Domain.Forms;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Persistence;
using CaseFlow.Host.Runtime;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Requests;

/// <summary>Keeps a request that is not submitted yet (save and resume). A null id begins a new one.</summary>
/// <param name="Data">Answers so far; those of other pages of the form are kept, an empty one takes its answer back.</param>
/// <param name="Evidence">Document id by requirement, added to those before; an empty id takes the document away.</param>
public sealed record SaveRequestDraft(
    string? DraftId,
    string ServiceCode,
    IReadOnlyDictionary<string, object?> Data,
    IReadOnlyDictionary<string, string> Evidence,
    Actor By
) : ICommand<RequestDraft>;

/// <summary>Throws a draft away; its files go with it.</summary>
public sealed record DiscardRequestDraft(string DraftId, Actor By) : ICommand<Unit>;

/// <summary>A request that was begun.</summary>
public sealed record RequestDraft(
    string Id,
    string ServiceCode,
    IReadOnlyDictionary<string, object?> Data,
    IReadOnlyDictionary<string, string> Evidence,
    DateTimeOffset UpdatedAt
)
{
    internal static RequestDraft Of(RequestDraftRow row) =>
        new(row.Id, row.ServiceCode, FactsJson.Read(row.Data), Texts(row.Evidence), row.UpdatedAt);

    private static Dictionary<string, string> Texts(string json) =>
        FactsJson.Read(json).ToDictionary(e => e.Key, e => (string)e.Value!, StringComparer.Ordinal);
}

public sealed class SaveRequestDraftHandler(CaseFlowDb db, UnitOfWork unit, PolicyLibrary library)
    : IRequestHandler<SaveRequestDraft, RequestDraft>
{
    public async Task<RequestDraft> Handle(SaveRequestDraft request, CancellationToken ct)
    {
        var party = request.By.PartyId ?? throw RefusalException.Of("request.not-a-member");
        if (!library.Services.TryGetValue(request.ServiceCode, out var service))
            throw RefusalException.Of("service.unknown", "P21", ("service", request.ServiceCode));
        var checkedData = FormCheck.Check(library.Forms[service.Form], request.Data, partial: true);
        FormInvalidException.ThrowIfAny(checkedData.Problems);
        var row = request.DraftId is { } id
            ? await db.RequestDrafts.SingleOrDefaultAsync(d => d.Id == id && d.PartyId == party, ct)
                ?? throw RefusalException.Of("request.draft-unknown")
            : Begin(party, request.ServiceCode);
        var before = RequestDraft.Of(row);
        var kept = before.Data.Where(d => !request.Data.ContainsKey(d.Key)).ToDictionary(d => d.Key, d => d.Value);
        row.Data = FactsJson.Write(Merge(kept, checkedData.Data));
        var evidence = Merge(before.Evidence, request.Evidence).Where(e => e.Value.Length > 0).ToList();
        row.Evidence = FactsJson.Write(evidence.ToDictionary(e => e.Key, e => (object?)e.Value));
        var replaced = before.Evidence.Values.Except(evidence.Select(e => e.Value)).ToList();
        await db
            .Documents.Where(d => replaced.Contains(d.Id) && d.PartyId == party && d.CaseNumber == null)
            .ExecuteDeleteAsync(ct);
        row.UpdatedAt = unit.Now;
        row.Version++;
        return RequestDraft.Of(row);
    }

    private RequestDraftRow Begin(string party, string service)
    {
        var row = new RequestDraftRow
        {
            Id = Guid.CreateVersion7(unit.Now).ToString("N"),
            PartyId = party,
            ServiceCode = service,
            CreatedAt = unit.Now,
        };
        db.RequestDrafts.Add(row);
        return row;
    }

    private static Dictionary<string, T> Merge<T>(
        IReadOnlyDictionary<string, T> before,
        IReadOnlyDictionary<string, T> now
    )
    {
        var merged = new Dictionary<string, T>(before, StringComparer.Ordinal);
        foreach (var (key, value) in now)
            merged[key] = value;
        return merged;
    }
}

public sealed class DiscardRequestDraftHandler(CaseFlowDb db) : IRequestHandler<DiscardRequestDraft, Unit>
{
    public async Task<Unit> Handle(DiscardRequestDraft request, CancellationToken ct)
    {
        var row =
            await db.RequestDrafts.SingleOrDefaultAsync(
                d => d.Id == request.DraftId && d.PartyId == request.By.PartyId,
                ct
            ) ?? throw RefusalException.Of("request.draft-unknown");
        var files = RequestDraft.Of(row).Evidence.Values.ToList();
        await db.Documents.Where(d => files.Contains(d.Id) && d.CaseNumber == null).ExecuteDeleteAsync(ct);
        db.RequestDrafts.Remove(row);
        return Unit.Value;
    }
}
