using CaseFlow.Domain;
using CaseFlow.Domain.Cases;
using CaseFlow.Domain.Parties;
using CaseFlow.Host.Catalogue;
using CaseFlow.Host.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Features.Cases;

/// <summary>A case with what it is judged by and whose it is, for pages. Ask <see cref="Case"/> what the reader may see.</summary>
public sealed record CaseOnFile(CaseRow Row, Case Case, CaseContext Context, PartyRow Applicant)
{
    public CaseFile File => Case.File;

    public LocalText Member => new(Applicant.Name, Applicant.NameEnglish);
}

/// <summary>Reads cases for pages; nothing that is read here is ever written back.</summary>
public sealed class CaseReader(CaseFlowDb db, CaseAccess access, CaseContexts contexts)
{
    /// <exception cref="RefusalException"><c>case.unknown</c>: there is none of that number for this actor.</exception>
    public async Task<CaseOnFile> GetAsync(string number, Actor actor, CancellationToken ct)
    {
        var row =
            await access.VisibleTo(actor).AsNoTracking().SingleOrDefaultAsync(c => c.Number == number, ct)
            ?? throw RefusalException.Of("case.unknown", null, ("number", number));
        return await ReadAsync(row, ct);
    }

    /// <summary>The case of a task that the actor holds or may claim: the task itself is the right to look.</summary>
    public async Task<CaseOnFile> OfTaskAsync(string number, CancellationToken ct) =>
        await ReadAsync(await db.Cases.AsNoTracking().SingleAsync(c => c.Number == number, ct), ct);

    private async Task<CaseOnFile> ReadAsync(CaseRow row, CancellationToken ct)
    {
        var context = await contexts.OfAsync(row.ServiceVersion, ct);
        var party = await db.Parties.AsNoTracking().SingleAsync(p => p.Id == row.ApplicantPartyId, ct);
        return new CaseOnFile(row, new Case(CaseFile.FromJson(row.Document), context), context, party);
    }
}
