using CaseFlow.Domain;
using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Parties;
using CaseFlow.Domain.Services;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Features.Cases;
using CaseFlow.Host.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Portal;

/// <summary>A request of the reader's own, in public words.</summary>
public sealed record MyCase(CaseForMember View, ServiceDefinition Service, DateTimeOffset SubmittedAt);

/// <summary>The reader's own requests. Whatever else the reader may see as staff does not exist here.</summary>
public sealed class MyCases(CaseFlowDb db, CaseContexts contexts, CaseReader cases, TimeProvider clock)
{
    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<MyCase>> ListAsync(Actor actor, CancellationToken ct)
    {
        var rows = await db
            .Cases.Where(c => c.ApplicantPartyId == actor.PartyId)
            .OrderByDescending(c => c.SubmittedAt)
            .AsNoTracking()
            .ToListAsync(ct);
        var mine = new List<MyCase>();
        foreach (var row in rows)
        {
            var context = await contexts.OfAsync(row.ServiceVersion, ct);
            var view = new Case(CaseFile.FromJson(row.Document), context).ForMember(clock.GetUtcNow());
            mine.Add(new MyCase(view, context.Service, row.SubmittedAt));
        }
        return mine;
    }

    /// <exception cref="RefusalException"><c>case.unknown</c>: it does not exist or is somebody else's.</exception>
    public async Task<CaseOnFile> GetAsync(string number, Actor actor, CancellationToken ct)
    {
        var onFile = await cases.GetAsync(number, actor, ct);
        return onFile.Row.ApplicantPartyId == actor.PartyId
            ? onFile
            : throw RefusalException.Of("case.unknown", null, ("number", number));
    }
}
